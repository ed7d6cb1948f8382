import { Link } from '@/components/ui/link';
import type { ExportIncident } from '@/lib/export/book';
import { Annotation } from './annotation';
import styles from './alert.module.css';

/** All alerts that the book answers, each with its annotation. */
export function AlertList({ alerts }: { alerts: ReadonlyMap<string, readonly ExportIncident[]> }) {
  return (
    <ul className={styles.alerts} role="list">
      {[...alerts].map(([alert, incidents]) => (
        <li key={alert} className={styles.alert}>
          <h2>
            <Link to={`/a/${alert}/`}>{alert}</Link>
          </h2>
          <p className={styles.note}>{incidents.map(({ front }) => front.title).join(' · ')}</p>
          <Annotation alert={alert} />
        </li>
      ))}
    </ul>
  );
}
