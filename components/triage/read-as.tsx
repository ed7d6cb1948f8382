import { recognisedIn } from '@/lib/view/recognised';
import { linesOf } from './lines-of';
import type { Result } from './store';
import styles from './advice.module.css';

/** What each piece of the paste was taken for. */
export function ReadAs({ result }: { result: Result }) {
  const formats = recognisedIn(result.diagnosis.parts).map(
    ({ title, count }) => `${title} (${linesOf(count)})`,
  );
  return formats.length > 0 ? <p className={styles.small}>It was read as: {formats.join(', ')}.</p> : null;
}
