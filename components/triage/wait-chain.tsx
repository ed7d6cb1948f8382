'use client';

import { useMemo } from 'react';
import type { Wait } from '@/lib/triage/diagnosis';
import { chainOf, type Row } from '@/lib/waits/chain';
import { railsOf, type Rail } from '@/lib/waits/rails';
import { Panel } from '../ui/panel';
import { useActions, useTriage } from './context';
import styles from './wait-chain.module.css';

/** The height of a row, as the stylesheet has it, and the width of a lane, in pixels. */
const ROW = 64;
const LANE = 16;
/** Arrows enter a row above its middle and leave it below. */
const APART = 8;

/** Who waits for whom, drawn from pasted stacks. Every row says in words what the arrows show. */
export function WaitChain() {
  const waits = useTriage((state) => state.result?.diagnosis.waits);
  const chain = useMemo(() => chainOf(waits ?? []), [waits]);
  if (!chain) return null;
  const { rails, lanes } = railsOf(chain.arrows);
  return (
    <Panel framed title="Who waits for whom">
      <div className={styles.chain}>
        <Rails rails={rails} lanes={lanes} rows={chain.rows.length} />
        <ol role="list" className={styles.rows}>
          {chain.rows.map((row, index) => (
            <li key={index} className={styles.row} data-type={row.type}>
              <RowView row={row} />
            </li>
          ))}
        </ol>
      </div>
      {rails.some((rail) => !rail.sure) && (
        <p className={styles.note}>A dashed arrow is likely, and not read from a stack.</p>
      )}
    </Panel>
  );
}

function RowView({ row }: { row: Row }) {
  const { look } = useActions();
  if (row.type === 'unseen') return <p className={styles.detail}>{row.words}</p>;
  if (row.type === 'thing')
    return (
      <>
        <strong>{capital(row.words)}</strong>
        <span className={styles.detail}>
          {row.waiting === 1 ? '1 task waits' : `${row.waiting} tasks wait`} for it
          {row.behind.length > 0 && `; it may itself wait for ${[...new Set(row.behind)].join(' or ')}`}
        </span>
      </>
    );
  const { wait } = row;
  return (
    <button
      type="button"
      className={styles.task}
      onClick={() => look({ source: wait.source, line: wait.line })}
    >
      <strong>{nameOf(wait)}</strong>
      <span className={styles.detail}>
        waits for {wait.words}: <code>{wait.frame}</code>
      </span>
      <span className="visually-hidden">. Show it in the paste.</span>
    </button>
  );
}

function Rails({ rails, lanes, rows }: { rails: Rail[]; lanes: number; rows: number }) {
  const width = lanes * LANE + LANE;
  const height = rows * ROW;
  return (
    <svg
      className={styles.rails}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
    >
      {rails.map((rail, index) => (
        <RailView key={index} rail={rail} width={width} />
      ))}
    </svg>
  );
}

function RailView({ rail: { lane, from, to, sure }, width }: { rail: Rail; width: number }) {
  const x = width - LANE - lane * LANE;
  const leaves = from.map((row) => row * ROW + ROW / 2 + APART);
  const enters = to.map((row) => row * ROW + ROW / 2 - APART);
  const ends = [...leaves, ...enters];
  const path = [
    `M${x} ${Math.min(...ends)}V${Math.max(...ends)}`,
    ...leaves.map((y) => `M${width} ${y}H${x}`),
    ...enters.map((y) => `M${x} ${y}H${width - 1}`),
  ].join('');
  return (
    <>
      <path d={path} className={styles.rail} strokeDasharray={sure ? undefined : '3 4'} />
      {enters.map((y) => (
        <path
          key={y}
          d={`M${width - 6} ${y - 4}L${width - 1} ${y}L${width - 6} ${y + 4}`}
          className={styles.rail}
        />
      ))}
    </>
  );
}

function nameOf({ task, pids, count }: Wait): string {
  const ids = pids.length === 0 ? '' : `pid ${pids.join(', ')}${count > pids.length ? ' …' : ''}`;
  const name = task && ids ? `${task} (${ids})` : task || ids || 'A task';
  return count > 1 ? `${name}, ${count} stacks` : name;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
