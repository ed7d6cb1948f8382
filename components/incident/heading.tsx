import type { ReactNode } from 'react';
import styles from './incident-page.module.css';

/** A section heading that is its own link, so that a postmortem can point at it. */
export function Heading({ anchor, children }: { anchor?: string | undefined; children?: ReactNode }) {
  if (!anchor) return <h2>{children}</h2>;
  return (
    <h2 id={anchor} className={styles.heading}>
      <a href={`#${anchor}`}>{children}</a>
    </h2>
  );
}
