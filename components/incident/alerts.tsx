import { Link } from '@/components/ui/link';
import styles from './incident-page.module.css';

/** The alerts that lead here. */
export function Alerts({ alerts }: { alerts: readonly string[] }) {
  if (alerts.length === 0) return null;
  return (
    <p className={styles.small}>
      Alerts that lead here:{' '}
      {alerts.map((alert, index) => (
        <span key={alert}>
          {index > 0 && ', '}
          <Link to={`/a/${alert}/`}>{alert}</Link>
        </span>
      ))}
    </p>
  );
}
