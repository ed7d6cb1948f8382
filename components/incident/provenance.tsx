import type { IncidentSource } from '@/lib/incident/schema';
import styles from './incident-page.module.css';

/** Where the facts on the page come from. */
export function Sources({ front }: { front: IncidentSource }) {
  return (
    <section className={styles.section} id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <ul className={styles.list}>
        {front.sources.map((source) => (
          <li key={`${source.title}${source.what}`}>
            {source.url ? (
              <a href={source.url} rel="noreferrer">
                {source.title}
              </a>
            ) : (
              source.title
            )}
            {(source.by || source.date) && `, ${[source.by, source.date].filter(Boolean).join(', ')}`}
            <br />
            <span className={styles.small}>{source.what}</span>
          </li>
        ))}
      </ul>
      {front.verified.length > 0 && (
        <p className={styles.small}>
          Verified: {front.verified.map((each) => `${each.date} by ${each.by} on ${each.on}`).join('; ')}.
        </p>
      )}
    </section>
  );
}

/** Postmortems that named this incident; `faultbook trailers` finds them. */
export function Occurrences({ front }: { front: IncidentSource }) {
  const { occurrences } = front;
  if (occurrences.length === 0) return null;
  const newest = [...occurrences].sort((a, b) => (a.date < b.date ? 1 : -1));
  return (
    <section className={styles.section} id="occurrences" aria-labelledby="occurrences-title">
      <h2 id="occurrences-title">
        Seen {occurrences.length} {occurrences.length === 1 ? 'time' : 'times'}, last {newest[0]!.date}
      </h2>
      <ul className={styles.list}>
        {newest.map(({ date, url, verdict }) => (
          <li key={`${date}${url}`}>
            <a href={url} rel="noreferrer">
              <time dateTime={date}>{date}</time>
            </a>
            , {verdict}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every revision, newest first: a postmortem cites one of them. */
export function Changes({ front }: { front: IncidentSource }) {
  return (
    <section className={styles.section} id="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">Changes</h2>
      <ul className={styles.list}>
        {[...front.changes]
          .sort((a, b) => b.revision - a.revision)
          .map((change) => (
            <li key={change.revision} id={`rev-${change.revision}`}>
              Revision {change.revision}, <time dateTime={change.date}>{change.date}</time>. {change.what}
            </li>
          ))}
      </ul>
    </section>
  );
}
