import { Link2 } from 'lucide-react';
import styles from './incident-page.module.css';

/** A small link to the place where it stands. Following it also copies the address (copy-anchors.tsx). */
export function AnchorLink({ anchor, to }: { anchor: string; to: string }) {
  return (
    <a href={`#${anchor}`} data-anchor={to} className={styles.anchor} aria-label={`Link to ${to}`}>
      <Link2 size={16} aria-hidden />
    </a>
  );
}
