import { countLines, formatTitle } from './case-bar';
import type { Result } from './store';
import styles from './advice.module.css';

/** What each piece of the paste was taken for. */
export function ReadAs({ result }: { result: Result }) {
  const formats = result.diagnosis.parts.map(
    (part) => `${formatTitle(part.format)} (${countLines(part.lines)})`,
  );
  return formats.length > 0 ? <p className={styles.small}>It was read as: {formats.join(', ')}.</p> : null;
}
