import { cx } from './class-names';
import styles from './keys.module.css';

/** Keys as they stand on the board: `j k`, `Ctrl Enter`. */
export function Keys({ keys, className }: { keys: string; className?: string | undefined }) {
  return (
    <span className={cx(styles.keys, className)}>
      {keys.split(' ').map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
