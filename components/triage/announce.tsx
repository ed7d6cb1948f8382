'use client';

import { useTriage } from './context';

/** Tells a screen reader what came out, whenever the ranking changes. */
export function Announce() {
  const diagnosis = useTriage((state) => state.result?.diagnosis);
  const first = diagnosis?.findings[0];
  const sentence = !diagnosis
    ? ''
    : diagnosis.verdict === 'none' || !first
      ? 'Not in the book. What was recognised is shown.'
      : `${diagnosis.verdict === 'match' ? '' : 'Not certain. '}First: ${first.title}, ${first.band}.`;
  return (
    <p className="visually-hidden" role="status">
      {sentence}
    </p>
  );
}
