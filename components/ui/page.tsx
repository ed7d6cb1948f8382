import type { ReactNode } from 'react';
import { cx } from './class-names';
import styles from './page.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  /** One reading column in the middle, for a page without a second one. */
  narrow?: boolean;
  children: ReactNode;
}

/** The frame of a reading page: one column with room around it. */
export function Page({ title, lead, narrow, children }: Props) {
  return (
    <main id="main" className={cx(styles.page, narrow && styles.narrow)}>
      <h1>{title}</h1>
      {lead && <p className={styles.lead}>{lead}</p>}
      {children}
    </main>
  );
}
