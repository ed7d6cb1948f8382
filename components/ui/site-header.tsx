import type { ReactNode } from 'react';
import { Link } from './link';
import { ThemeToggle } from './theme-toggle';
import styles from './site-header.module.css';

const PLACES = [
  { to: '/', label: 'Triage' },
  { to: '/incidents/', label: 'Incidents' },
  { to: '/checks/', label: 'Checks' },
  { to: '/map/', label: 'Map' },
] as const;

/** The bar on top of every page. `search` is the way to search, where there is one. */
export function SiteHeader({ search }: { search?: ReactNode }) {
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
      {search}
      <ThemeToggle />
    </header>
  );
}
