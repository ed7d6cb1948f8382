import type { IncidentSource } from '@/lib/incident/schema';
import table from './applies.module.css';
import styles from './incident-page.module.css';

/** Affected versions. A version outside these limits speaks against the incident. */
export function Applies({ applies }: { applies: IncidentSource['applies'] }) {
  if (applies.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="applies-title" id="applies">
      <h2 id="applies-title">Affected versions</h2>
      <div className={table.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Component</th>
              <th scope="col">Affected</th>
              <th scope="col">Fixed in</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {applies.map((limit) => (
              <tr key={`${limit.component} ${limit.versions}`}>
                <td>{limit.component}</td>
                <td data-what="Affected">
                  <code>{limit.versions}</code>
                </td>
                <td data-what="Fixed in">{limit.fixed ?? 'not known'}</td>
                <td>{limit.note ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
