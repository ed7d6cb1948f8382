'use client';

import type { PaneModel } from '@/lib/view/model';
import { useActions } from '../context';
import styles from './pane.module.css';

/** Which colour and number is which incident; leads to its first line. */
export function Legend({ model: { diagnosis, stops } }: { model: PaneModel }) {
  const { look } = useActions();
  const entries = diagnosis.findings.flatMap(({ title, incident }, rank) => {
    const own = stops.filter((stop) => stop.rank === rank);
    return own[0] ? [{ rank, title, incident, first: own[0], places: own.length }] : [];
  });
  if (entries.length === 0) return null;
  return (
    <ul className={styles.legend} role="list" aria-label="Colours of the evidence">
      {entries.map(({ rank, title, incident, first, places }) => (
        <li key={incident}>
          <button
            type="button"
            className={styles.entry}
            data-rank={rank}
            title={title}
            onClick={() => look({ source: first.source, line: first.line })}
          >
            <span className={styles.swatch}>{rank + 1}</span>
            <span className={styles.name}>{title}</span>
            <span className={styles.places}>
              {places}
              <span className="visually-hidden"> {places === 1 ? 'place' : 'places'}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
