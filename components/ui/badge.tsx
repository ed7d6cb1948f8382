import type { ReactNode } from 'react';
import { cx } from './class-names';
import styles from './badge.module.css';

export type BadgeTone = 'plain' | 'accent' | 'danger' | 'good';

/** One mark: a word or two about the thing beside it. The word carries the meaning, not the colour. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: ReactNode }) {
  return <span className={cx(styles.badge, styles[tone])}>{children}</span>;
}

/** Marks in a row that wraps. */
export function Badges({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <p className={styles.badges} aria-label={label}>
      {children}
    </p>
  );
}
