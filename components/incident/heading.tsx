import type { ReactNode } from 'react';
import { AnchorLink } from './anchor-link';
import styles from './incident-page.module.css';

/** A section heading that has its own link, so that a postmortem can point at it. */
export function Heading({ anchor, children }: { anchor?: string | undefined; children?: ReactNode }) {
  if (!anchor) return <h2>{children}</h2>;
  return (
    <h2 id={anchor} className={styles.heading}>
      {children} <AnchorLink anchor={anchor} to={String(children)} />
    </h2>
  );
}
