/** What an answer did to the ranking, in words. Pure. */

import type { Diagnosis } from '@/lib/triage/diagnosis';

/** Places beyond these are not counted: nobody reads that far. */
const LOOKED_AT = 5;

/** "Now first: X, before 3rd." Null when there was no ranking before, or the first finding is the same. */
export function movedTo(before: Diagnosis | null, now: Diagnosis): string | null {
  const [first] = now.findings;
  if (!before || !first) return null;
  const was = before.findings.findIndex((finding) => finding.incident === first.incident);
  if (was === 0) return bandMove(before, now);
  if (was < 0)
    return before.findings.length > 0 ? `Now first: ${first.title}. It was not in the list before.` : null;
  return `Now first: ${first.title}. It was ${ordinal(was + 1)} before.`;
}

function bandMove(before: Diagnosis, now: Diagnosis): string | null {
  const [was, is] = [before.findings[0]!, now.findings[0]!];
  const change = Math.round((is.probability - was.probability) * 100);
  if (is.band !== was.band) return `Still first: ${is.title}. It was ${was.band}, and is ${is.band} now.`;
  if (Math.abs(change) < 3) return `Still first: ${is.title}, about as sure as before.`;
  return `Still first: ${is.title}, ${change > 0 ? 'surer' : 'less sure'} than before.`;
}

/** How far a finding rose or fell; 0 when it stayed, or was not there. */
export function rise(before: Diagnosis | null, now: Diagnosis, incident: string): number {
  const at = (diagnosis: Diagnosis) => diagnosis.findings.findIndex((each) => each.incident === incident);
  if (!before) return 0;
  const [was, is] = [at(before), at(now)];
  return was < 0 || is < 0 || (was >= LOOKED_AT && is >= LOOKED_AT) ? 0 : was - is;
}

function ordinal(place: number): string {
  if (place > LOOKED_AT) return 'further down';
  return ['', 'first', 'second', 'third', 'fourth', 'fifth'][place] as string;
}
