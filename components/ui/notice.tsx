import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './class-names';
import styles from './notice.module.css';

/** A sentence that must not be missed. `live` announces it when it appears. */
export function Notice({
  tone = 'plain',
  live = false,
  action,
  children,
}: {
  tone?: 'plain' | 'danger';
  live?: boolean;
  /** What to do about it, at the end of the line. */
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={cx(styles.notice, tone === 'danger' && styles.danger)} role={live ? 'alert' : undefined}>
      {tone === 'danger' && <CircleAlert size={18} aria-hidden />}
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
