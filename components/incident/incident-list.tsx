import { Badge, Badges } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { IncidentEntry } from '@/lib/incident/load.server';
import { AREA_WORDS, FREQUENCY_WORDS, SEVERITY_WORDS } from './words';
import styles from './list.module.css';

/** All incidents, grouped by area, in the order in which a node is built: kernel first. */
export function IncidentList({ incidents }: { incidents: IncidentEntry[] }) {
  return Object.entries(AREA_WORDS).map(([area, words]) => {
    const group = incidents.filter((entry) => entry.front.area === area);
    if (group.length === 0) return null;
    return (
      <section key={area} className={styles.group} aria-labelledby={`area-${area}`}>
        <h2 id={`area-${area}`}>{words}</h2>
        <ul className={styles.items} role="list">
          {group.map((entry) => (
            <li key={entry.id} className={styles.item}>
              <Link to={`/incidents/${entry.id}/`} className={styles.title}>
                {entry.front.title}
              </Link>
              <p className={styles.summary}>{entry.front.summary}</p>
              <Badges>
                <Badge>{SEVERITY_WORDS[entry.front.severity]}</Badge>
                <Badge>{FREQUENCY_WORDS[entry.front.frequency]}</Badge>
                {entry.front.status !== 'stable' && <Badge tone="danger">{entry.front.status}</Badge>}
              </Badges>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
