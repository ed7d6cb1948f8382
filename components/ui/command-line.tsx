import { TriangleAlert } from 'lucide-react';
import { Fragment } from 'react';
import { cx } from './class-names';
import { CopyButton } from './copy-button';
import styles from './command-line.module.css';

/**
 * A command as machines print it, with its copy button. One that destroys
 * something says what, and is copied only by a button that says so too.
 */
export function CommandLine({
  run,
  destroys,
  missing = [],
}: {
  run: string;
  destroys?: string;
  /** What the reader still has to fill in, in words. */
  missing?: readonly string[];
}) {
  const open = missing.length > 0 ? `fill in ${missing.join(', ')}` : '';
  return (
    <div
      className={cx(styles.command, destroys && styles.destroys)}
      data-command={destroys ? 'destroys' : 'safe'}
    >
      {destroys && (
        <p className={styles.warning}>
          <TriangleAlert size={16} aria-hidden /> Destroys: {destroys}
        </p>
      )}
      <div className={styles.row}>
        <pre className={styles.run} tabIndex={0} aria-label="Command">
          <code>{withSlots(run)}</code>
        </pre>
        <CopyButton
          text={run}
          what={open ? `${run} (then ${open})` : run}
          {...(destroys ? { label: 'Copy anyway' } : {})}
          {...(open ? { copied: `Copied, ${open}` } : {})}
        />
      </div>
      {open && <p className={styles.open}>Still to {open}</p>}
    </div>
  );
}

/** What is still to be filled in (`{{pod}}`) is marked, so that nobody runs it as it stands. */
function withSlots(run: string) {
  return run
    .split(/(\{\{[a-z-]+\}\})/)
    .map((piece, at) => (
      <Fragment key={at}>{at % 2 === 1 ? <span className={styles.slot}>{piece}</span> : piece}</Fragment>
    ));
}
