/** Evidence over time: when each reason was seen, on the clock that most of them share. */

import type { Diagnosis } from '../triage/diagnosis';
import { MAX_RANKS, reasonKey } from './marks';

export interface TimelineRow {
  key: string;
  rank: number;
  why: string;
  count: number;
  atLeast: boolean;
  /** As printed. */
  first: string;
  last: string;
  /** Where on the strip, 0 to 1, sorted; one for all moments that cannot be told apart. */
  at: number[];
  /** Its first place. */
  source: number;
  line: number;
}

export interface Timeline {
  from: string;
  to: string;
  /** Milliseconds between the two. */
  length: number;
  rows: TimelineRow[];
}

/** Steps of the strip: more cannot be seen. */
const STEPS = 500;
/** What happened within a second has no course that a person could use. */
const LEAST_MS = 1000;

/** Null when fewer than two moments can be told apart, or all lie within a second: then there is nothing to draw. */
export function timelineOf({ findings, digest }: Diagnosis): Timeline | null {
  const seen = new Set<string>();
  const timed = findings.slice(0, MAX_RANKS).flatMap((finding, rank) =>
    [...finding.for, ...finding.against].flatMap((evidence) => {
      const { times, first, last, spans, why } = evidence;
      if (!times || !first || !last || spans.length === 0 || seen.has(why)) return [];
      seen.add(why);
      return [{ key: reasonKey(finding.incident, evidence), rank, evidence, times, first, last }];
    }),
  );
  const scales = timed.map(({ times }) => times.scale);
  const count = (scale: string) => scales.filter((each) => each === scale).length;
  const scale = scales.toSorted((a, b) => count(b) - count(a))[0];
  const range = digest.times.find((each) => each.scale === scale);
  if (!range || range.to.ms - range.from.ms < LEAST_MS) return null;
  const length = range.to.ms - range.from.ms;
  const rows = timed
    .filter(({ times }) => times.scale === scale)
    .map(({ key, rank, evidence, times, first, last }): TimelineRow => {
      const steps = times.ms.map((ms) => Math.round(((ms - range.from.ms) / length) * STEPS));
      return {
        key,
        rank,
        why: evidence.why,
        count: evidence.count,
        atLeast: evidence.atLeast ?? false,
        first,
        last,
        at: [...new Set(steps)].map((step) => Math.min(1, Math.max(0, step / STEPS))),
        source: evidence.source,
        line: evidence.line,
      };
    });
  const moments = new Set(rows.flatMap(({ at }) => at));
  return moments.size < 2 ? null : { from: range.from.text, to: range.to.text, length, rows };
}

const UNITS: [ms: number, name: string][] = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1000, 'second'],
];

/** A length of time in words, in the largest unit of which there are at least two. */
export function lasting(ms: number): string {
  const [size, name] = UNITS.find(([unit]) => ms >= 2 * unit) ?? [1000, 'second'];
  const count = Math.round(ms / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
