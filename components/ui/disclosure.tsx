import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import styles from './disclosure.module.css';

/** Something that can be opened. The browser's own element: it works before and without any script. */
export function Disclosure({
  summary,
  open,
  className,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <details className={cx(styles.disclosure, className)} open={open}>
      <summary className={styles.summary}>
        <ChevronRight size={16} aria-hidden className={styles.chevron} />
        <span>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
