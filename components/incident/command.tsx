import { CommandLine } from '@/components/ui/command-line';
import styles from './cards.module.css';

/** A command of this page only, with what it prints for yes and for no. */
export function Command({
  run,
  yes,
  no,
  destroys,
}: {
  run: string;
  yes: string;
  no: string;
  destroys?: string;
}) {
  return (
    <div className={styles.card}>
      <CommandLine run={run} {...(destroys ? { destroys } : {})} />
      <dl className={styles.yesNo}>
        <dt>Yes</dt>
        <dd>{yes}</dd>
        <dt>No</dt>
        <dd>{no}</dd>
      </dl>
    </div>
  );
}
