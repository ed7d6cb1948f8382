import { Disclosure } from '../ui/disclosure';
import { Panel } from '../ui/panel';
import type { Result } from './store';
import styles from './advice.module.css';

/** A session with two thousand stacks has as many that end early: the first few are shown, the others fold. */
const SHOWN = 8;
const FOLDED = 200;

/** Everything that was cut, repaired or given up, in sentences. Nothing is cut silently. */
export function Limits({ result }: { result: Result }) {
  const limits = [...result.of.parts.flatMap((part) => part.limits), ...result.diagnosis.limits];
  const cut = result.diagnosis.parts.flatMap((part) => (part.truncated ? [part.truncated] : []));
  const all = [...new Set([...limits, ...cut])];
  if (all.length === 0) return null;
  const what = result.of.parts.length > 0 ? 'this paste' : 'these answers';
  const folded = all.slice(SHOWN, SHOWN + FOLDED);
  const rest = all.length - SHOWN - folded.length;
  return (
    <Panel title={`What to know about ${what}`}>
      <List sentences={all.slice(0, SHOWN)} />
      {folded.length > 0 && (
        <Disclosure summary={`${(all.length - SHOWN).toLocaleString('en')} more of these`}>
          <List
            sentences={rest > 0 ? [...folded, `And ${rest.toLocaleString('en')} more like them.`] : folded}
          />
        </Disclosure>
      )}
    </Panel>
  );
}

function List({ sentences }: { sentences: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {sentences.map((sentence) => (
        <li key={sentence} className={styles.small}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}
