'use client';

import { Link } from '../ui/link';
import { Band } from './band';
import { useTriage } from './context';
import { Limits } from './limits';
import { Moved } from './moved';
import { rise } from './moves';
import { NextCheckCard } from './next-check';
import type { Result } from './store';
import { Trail } from './trail';
import styles from './advice.module.css';

const SHOWN = 5;

/** Nothing was pasted and nothing is likely yet: the question comes first, and what leads so far. */
export function Narrowing({ result }: { result: Result }) {
  const { diagnosis } = result;
  const before = useTriage((state) => state.before);
  return (
    <div className={styles.advice}>
      <div className={styles.card}>
        <h1 className={styles.title}>Narrow it down</h1>
        <p className={styles.small}>
          One check at a time, the one that tells most for its minutes. A paste always tells more: press “Add
          output” whenever there is one.
        </p>
      </div>
      <Moved />
      <NextCheckCard next={diagnosis.next} />
      <section className={styles.card} aria-label="What leads so far">
        <h2 className={styles.heading}>What leads so far</h2>
        <ol className={styles.findings}>
          {diagnosis.findings.slice(0, SHOWN).map((finding) => (
            <li key={finding.incident} className={styles.finding}>
              <Link to={`/incidents/${finding.incident}/`} target="_blank" data-finding="">
                {finding.title}
              </Link>
              <span className={styles.row}>
                <Band band={finding.band} probability={finding.probability} />
                <Rise by={rise(before, diagnosis, finding.incident)} />
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Trail />
      <Limits result={result} />
    </div>
  );
}

/** How far a finding moved with the last step. */
export function Rise({ by }: { by: number }) {
  if (by === 0) return null;
  return (
    <span className={styles.rise}>
      <span aria-hidden>{by > 0 ? '▲' : '▼'}</span> {by > 0 ? 'up' : 'down'} {Math.abs(by)}
    </span>
  );
}
