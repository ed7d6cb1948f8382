import { HEADINGS } from '@/lib/incident/schema';
import styles from './incident-page.module.css';

const MORE = [
  ['samples', 'Try its samples'],
  ['sources', 'Sources'],
  ['changes', 'Changes'],
] as const;

/** The fixed headings of a page; their anchors are for ever. */
export function Toc() {
  return (
    <nav className={styles.toc} aria-label="On this page">
      <ul>
        <li>
          <a href="#now">What to do now</a>
        </li>
        {HEADINGS.map((heading) => (
          <li key={heading}>
            <a href={`#${heading.toLowerCase().replaceAll(' ', '-')}`}>{heading}</a>
          </li>
        ))}
        {MORE.map(([anchor, label]) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
