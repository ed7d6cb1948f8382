import { Panel } from '../ui/panel';
import type { Result } from './store';
import styles from './advice.module.css';

/** Everything that was cut, repaired or given up, in sentences. Nothing is cut silently. */
export function Limits({ result }: { result: Result }) {
  const limits = [...result.of.parts.flatMap((part) => part.limits), ...result.diagnosis.limits];
  const cut = result.diagnosis.parts.flatMap((part) => (part.truncated ? [part.truncated] : []));
  const all = [...new Set([...limits, ...cut])];
  if (all.length === 0) return null;
  const what = result.of.parts.length > 0 ? 'this paste' : 'these answers';
  return (
    <Panel title={`What to know about ${what}`}>
      <ul className={styles.list}>
        {all.map((limit) => (
          <li key={limit} className={styles.small}>
            {limit}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
