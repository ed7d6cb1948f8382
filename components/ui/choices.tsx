import type { ReactNode } from 'react';
import { cx } from './class-names';
import styles from './choices.module.css';

export interface Choice {
  id: string;
  label: ReactNode;
  /** A word or two under it. */
  note?: ReactNode;
}

/** Things to pick from, one press each: rows that are quiet until one comes near. */
export function Choices({
  choices,
  onPick,
  label,
  className,
}: {
  choices: readonly Choice[];
  onPick: (id: string) => void;
  /** The name of the list where no heading stands above it. */
  label?: string;
  className?: string | undefined;
}) {
  return (
    <ul role="list" aria-label={label} className={cx(styles.choices, className)}>
      {choices.map(({ id, label: words, note }) => (
        <li key={id}>
          <button type="button" className={styles.choice} onClick={() => onPick(id)}>
            <span>{words}</span>
            {note && <small className={styles.note}>{note}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
