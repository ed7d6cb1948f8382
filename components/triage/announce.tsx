'use client';

import type { Diagnosis, Finding } from '@/lib/triage/diagnosis';
import { useTriage } from './context';
import { movedTo } from './moves';

/** Tells a screen reader what came out, whenever the ranking changes. */
export function Announce() {
  const diagnosis = useTriage((state) => state.result?.diagnosis);
  const before = useTriage((state) => state.before);
  const solved = useTriage((state) => state.page.solved !== undefined);
  const first = diagnosis?.findings[0];
  const sentence = solved
    ? 'The case is closed. Its summary is shown.'
    : sentenceOf(before, diagnosis, first);
  return (
    <p className="visually-hidden" role="status">
      {sentence}
    </p>
  );
}

function sentenceOf(
  before: Diagnosis | null,
  diagnosis: Diagnosis | undefined,
  first: Finding | undefined,
): string {
  if (!diagnosis) return '';
  const moved = movedTo(before, diagnosis);
  if (moved) return moved;
  if (diagnosis.verdict === 'none' || !first)
    return diagnosis.parts.length > 0
      ? 'Not in the book. What was recognised is shown.'
      : `Nothing is likely yet.${diagnosis.next ? ` Next question: ${diagnosis.next.ask}` : ''}`;
  return `${diagnosis.verdict === 'match' ? '' : 'Not certain. '}First: ${first.title}, ${first.band}.`;
}
