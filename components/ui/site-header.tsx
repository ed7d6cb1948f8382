import { Link } from './link';
import { ThemeToggle } from './theme-toggle';
import styles from './site-header.module.css';

const PLACES = [
  { to: '/', label: 'Triage' },
  { to: '/incidents/', label: 'Incidents' },
  { to: '/checks/', label: 'Checks' },
] as const;

/** The bar on top of every page. */
export function SiteHeader() {
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <Link to="/" className={styles.name}>
        Faultbook
      </Link>
      <nav aria-label="Site" className={styles.places}>
        {PLACES.map((place) => (
          <Link key={place.to} to={place.to}>
            {place.label}
          </Link>
        ))}
      </nav>
      <ThemeToggle />
    </header>
  );
}
