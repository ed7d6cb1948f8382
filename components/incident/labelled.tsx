import type { ReactNode } from 'react';
import styles from './cards.module.css';

/** A small heading with what belongs to it. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <p className={styles.label}>{label}</p>
      {children}
    </div>
  );
}
