'use client';

import type { KnownNote } from '@/lib/view/known';
import type { Reason } from '@/lib/view/marks';
import { useActions } from '../context';
import { goToReason } from './to-reason';
import styles from './notes.module.css';

/** Why a line counts. It leads to its place in "What to do", and lights it up there while it has the pointer. */
export function ReasonNote({ reason: { key, rank, title, evidence, against } }: { reason: Reason }) {
  const { point } = useActions();
  const times =
    evidence.count > 1
      ? ` ${evidence.atLeast ? 'At least ' : ''}${evidence.count.toLocaleString('en')} times.`
      : '';
  return (
    <button
      type="button"
      className={styles.reason}
      data-rank={rank}
      onClick={() => goToReason(key)}
      onPointerEnter={() => point(key)}
      onPointerLeave={() => point(null)}
      onFocus={() => point(key)}
      onBlur={() => point(null)}
    >
      <strong>{against ? 'against' : evidence.weight}</strong> {evidence.why}
      {times}
      {/* The first finding stands at the top in words; only what belongs to another needs its name. */}
      {rank > 0 && <span className={styles.of}> {title}</span>}
      <span className="visually-hidden"> Show where it counts.</span>
    </button>
  );
}

const KINDS: Record<KnownNote['kind'], string> = {
  harmless: 'harmless',
  symptom: 'symptom',
  pointer: 'look elsewhere',
};

/** A line that is no evidence and is understood all the same. */
export function KnownLine({ note }: { note: KnownNote }) {
  return (
    <p className={styles.known}>
      <strong>{KINDS[note.kind]}</strong> {note.says}
      {note.count > 1 && ` ${note.count.toLocaleString('en')} times.`}
    </p>
  );
}
