import type { ReactNode } from 'react';
import { Badge, Badges } from '@/components/ui/badge';
import { Link } from '@/components/ui/link';
import { revisionOf } from '@/lib/export/book';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';
import { Alerts } from './alerts';
import { Applies } from './applies';
import { AreaNav } from './area-nav';
import { CiteButton } from './cite-button';
import { CopyAnchors } from './copy-anchors';
import { Changes, Occurrences, Sources } from './provenance';
import { Neighbours } from './neighbours';
import { Now } from './now';
import { RevNote } from './rev-note';
import { Standing } from './standing';
import { Toc } from './toc';
import { TrySamples } from './try/try-samples';
import { AREA_WORDS, FREQUENCY_WORDS, SEVERITY_WORDS, STATUS_WORDS } from './words';
import styles from './incident-page.module.css';

interface Props {
  entry: IncidentEntry;
  book: Book;
  body: ReactNode;
  /** Of the book; a citation names it. */
  release: string;
  /** The day of the book, ISO. */
  today: string;
}

/** One incident, whole: what to do now, then why, then where it comes from. */
export function IncidentPage({ entry, book, body, release, today }: Props) {
  const { id, front } = entry;
  const revision = revisionOf(entry);
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <p className={styles.crumb}>
          <Link to="/incidents/">Incidents</Link> / <code>{id}</code>
        </p>
        <h1>{front.title}</h1>
        <p className={styles.summary}>{front.summary}</p>
        <Standing entry={entry} book={book} today={today} />
        <RevNote changes={front.changes} />
      </div>
      <Toc />
      <div className={styles.body}>
        <Now fixes={front.fixes} />
        <div className={styles.tools}>
          <Badges label="Area, severity, frequency, status">
            <Badge>{AREA_WORDS[front.area]}</Badge>
            <Badge>{SEVERITY_WORDS[front.severity]}</Badge>
            <Badge>{FREQUENCY_WORDS[front.frequency]}</Badge>
            <Badge tone={front.status === 'stable' ? 'plain' : 'danger'}>{STATUS_WORDS[front.status]}</Badge>
          </Badges>
          <CiteButton cited={{ id, title: front.title, revision }} release={release} />
          <Alerts alerts={front.alerts} />
        </div>
        <Applies applies={front.applies} />
        <div className={styles.prose}>{body}</div>
        <TrySamples incident={id} samples={entry.samples.map(({ name, kind }) => ({ name, kind }))} />
        <Neighbours entry={entry} book={book} />
        <Sources front={front} />
        <Occurrences front={front} />
        <Changes front={front} />
        <AreaNav entry={entry} book={book} />
      </div>
      <CopyAnchors path={`/incidents/${id}/`} revision={revision} />
    </main>
  );
}
