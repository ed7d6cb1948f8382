import type { ReactNode } from 'react';
import { Badge, Badges } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';
import { Applies } from './applies';
import { Changes, Sources } from './provenance';
import { Neighbours } from './neighbours';
import { Now } from './now';
import { Toc } from './toc';
import { AREA_WORDS, FREQUENCY_WORDS, SEVERITY_WORDS, STATUS_WORDS } from './words';
import styles from './incident-page.module.css';

/** One incident, whole: what to do now, then why, then where it comes from. */
export function IncidentPage({ entry, book, body }: { entry: IncidentEntry; book: Book; body: ReactNode }) {
  const { front } = entry;
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <p className={styles.crumb}>
          <Link to="/incidents/">Incidents</Link> / <code>{entry.id}</code>
        </p>
        <h1>{front.title}</h1>
        <p className={styles.summary}>{front.summary}</p>
        <Badges label="Area, severity, frequency, status">
          <Badge>{AREA_WORDS[front.area]}</Badge>
          <Badge>{SEVERITY_WORDS[front.severity]}</Badge>
          <Badge>{FREQUENCY_WORDS[front.frequency]}</Badge>
          <Badge tone={front.status === 'stable' ? 'plain' : 'danger'}>{STATUS_WORDS[front.status]}</Badge>
        </Badges>
        {front.successor && (
          <p>
            Retired. Read <Link to={`/incidents/${front.successor}/`}>{front.successor}</Link> instead.
          </p>
        )}
      </div>
      <Toc />
      <div className={styles.body}>
        <Now fixes={front.fixes} />
        <Applies applies={front.applies} />
        <div className={styles.prose}>{body}</div>
        <Neighbours entry={entry} book={book} />
        <Sources front={front} />
        <Changes front={front} />
      </div>
    </main>
  );
}
