'use client';

import { useMemo } from 'react';
import type { Diagnosis } from '@/lib/triage/diagnosis';
import { lasting, timelineOf, type TimelineRow } from '@/lib/view/timeline';
import { Disclosure } from '../../ui/disclosure';
import { useActions } from '../context';
import styles from './time-strip.module.css';

/** When each reason was seen, where the paste has timestamps. The table says in words what the strips draw. */
export function TimeStrip({ diagnosis }: { diagnosis: Diagnosis }) {
  const timeline = useMemo(() => timelineOf(diagnosis), [diagnosis]);
  const { look } = useActions();
  if (!timeline) return null;
  const { from, to, length, rows } = timeline;
  return (
    <div className={styles.time}>
      <Disclosure summary={`Evidence over time: ${lasting(length)}`}>
        <table className={styles.table}>
          <caption className={styles.range}>
            <span>{from}</span>
            <span>{to}</span>
          </caption>
          <colgroup>
            <col />
            <col className={styles.counts} />
            <col className={styles.whens} />
          </colgroup>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Evidence</th>
              <th scope="col">Times</th>
              <th scope="col">First and last</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-rank={row.rank}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.why}
                    onClick={() => look({ source: row.source, line: row.line })}
                  >
                    {row.why}
                  </button>
                </th>
                <td className={styles.count}>{countOf(row)}</td>
                <td className={styles.when}>
                  <Strip row={row} />
                  <span className={styles.ends}>
                    {row.first === row.last ? row.first : `${row.first} to ${row.last}`}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </div>
  );
}

function Strip({ row: { at } }: { row: TimelineRow }) {
  const x = (share: number) => 4 + share * 192;
  return (
    <svg className={styles.strip} viewBox="0 0 200 12" preserveAspectRatio="none" aria-hidden>
      <line className={styles.axis} x1="4" x2="196" y1="6" y2="6" />
      <line className={styles.reach} x1={x(at[0] ?? 0)} x2={x(at.at(-1) ?? 0)} y1="6" y2="6" />
      {at.map((share) => (
        <line key={share} className={styles.moment} x1={x(share)} x2={x(share)} y1="1" y2="11" />
      ))}
    </svg>
  );
}

function countOf({ count, atLeast }: TimelineRow): string {
  return `${atLeast ? 'at least ' : ''}${count.toLocaleString('en')} ${count === 1 ? 'time' : 'times'}`;
}
