'use client';

import { useState } from 'react';
import type { Part } from '@/lib/triage/diagnosis';
import { FORMATS, isFormatId } from '@/lib/triage/formats/ids';
import { linesIn } from '@/lib/view/recognised';
import { useActions } from '../context';
import { linesOf } from '../lines-of';
import type { Result } from '../store';
import styles from './pane.module.css';

/** More than these are behind a button: an interleaved log may have dozens. */
const SHOWN = 6;
/** How many more come with each press: a session at a shell may have thousands. */
const MORE = 60;
const DECIDE = '';
/** A part of more stretches than this is overridden from its first to its last line. */
const MOST_STRETCHES = 500;

/** What each part of the paste was taken for; the person can say otherwise. */
export function PaneParts({ result }: { result: Result }) {
  const [most, setMost] = useState(SHOWN);
  const { parts } = result.diagnosis;
  if (parts.length === 0) return null;
  const shown = parts.slice(0, most);
  return (
    <ul className={styles.parts} role="list" aria-label="Read as">
      {shown.map((part) => (
        <PartChip key={`${part.source}:${part.lines[0]?.[0]}`} part={part} result={result} />
      ))}
      {parts.length > shown.length && (
        <li>
          <button type="button" className={styles.more} onClick={() => setMost(most + MORE)}>
            {parts.length - shown.length} more parts
          </button>
        </li>
      )}
    </ul>
  );
}

function PartChip({ part, result }: { part: Part; result: Result }) {
  const { look, readAs } = useActions();
  const first = part.lines[0]?.[0] ?? 1;
  const last = part.lines.at(-1)?.[1] ?? first;
  const count = linesIn(part.lines);
  const words = linesOf(count);
  const lines: [number, number][] = part.lines.length > MOST_STRETCHES ? [[first, last]] : part.lines;
  const said = result.of.parts[part.source]?.overrides?.some(({ from, to }) => from <= last && to >= first);
  const formats = isFormatId(part.format) ? FORMATS : { ...FORMATS, [part.format]: { title: part.format } };
  return (
    <li className={styles.part}>
      <select
        className={styles.format}
        aria-label={`Read lines ${first} to ${last} as`}
        value={part.format}
        onChange={({ target }) => readAs(part.source, lines, target.value === DECIDE ? null : target.value)}
      >
        {said && <option value={DECIDE}>Let Faultbook decide</option>}
        {Object.entries(formats).map(([id, { title }]) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={styles.goto}
        onClick={() => look({ source: part.source, line: first })}
      >
        {words}
        {said && ', as you said'}
        <span className="visually-hidden">
          {' '}
          of {formats[part.format as keyof typeof FORMATS].title}. Show them.
        </span>
      </button>
    </li>
  );
}
