import type { ReactNode } from 'react';
import { cx } from './class-names';
import styles from './notice.module.css';

/** A sentence that must not be missed. `live` announces it when it appears. */
export function Notice({
  tone = 'plain',
  live = false,
  children,
}: {
  tone?: 'plain' | 'danger';
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={cx(styles.notice, tone === 'danger' && styles.danger)} role={live ? 'alert' : undefined}>
      {children}
    </div>
  );
}
