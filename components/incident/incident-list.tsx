import { Badge, Badges } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { Listed } from '@/lib/search/facets';
import type { Frequency, Severity } from '@/lib/triage/pack';
import { AREA_WORDS, FREQUENCY_WORDS, SEVERITY_WORDS } from './words';
import styles from './list.module.css';

/** Incidents, grouped by area, in the order in which a node is built: kernel first. */
export function IncidentList({ incidents }: { incidents: Listed[] }) {
  return Object.entries(AREA_WORDS).map(([area, words]) => {
    const group = incidents.filter((entry) => entry.area === area);
    if (group.length === 0) return null;
    return (
      <section key={area} className={styles.group} aria-labelledby={`area-${area}`}>
        <h2 id={`area-${area}`}>{words}</h2>
        <ul className={styles.items} role="list">
          {group.map((entry) => (
            <li key={entry.id} className={styles.item}>
              <Link to={`/incidents/${entry.id}/`} className={styles.title}>
                {entry.title}
              </Link>
              <p className={styles.summary}>{entry.summary}</p>
              <Badges>
                <Badge>{SEVERITY_WORDS[entry.severity as Severity]}</Badge>
                <Badge>{FREQUENCY_WORDS[entry.frequency as Frequency]}</Badge>
                {entry.status !== 'stable' && <Badge tone="danger">{entry.status}</Badge>}
              </Badges>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
