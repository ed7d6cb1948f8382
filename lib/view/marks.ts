/** Which places of the paste are evidence, for which finding, and the reason beside each. */

import type { Diagnosis, Evidence } from '../triage/diagnosis';
import { lineAt } from './lines';

export interface Mark {
  start: number;
  end: number;
  /** Rank of the finding it belongs to, from 0. */
  rank: number;
}

export interface Reason {
  /** `incident/signature`: the same reason in the sum of its finding. */
  key: string;
  rank: number;
  title: string;
  evidence: Evidence;
  against: boolean;
}

export interface PartMarks {
  /** Sorted by start, not overlapping: the better finding keeps what two share. */
  marks: Mark[];
  /** Line → reasons that begin there. */
  reasons: Map<number, Reason[]>;
  /** Lines that hold evidence, sorted, and the rank of the best finding on each. */
  lines: number[];
  ranks: Map<number, number>;
}

/** Findings beyond these are not drawn into the paste: it would be all marks. */
export const MAX_RANKS = 4;

export const reasonKey = (incident: string, evidence: Pick<Evidence, 'signature'>): string =>
  `${incident}/${evidence.signature}`;

export function marksOf(diagnosis: Diagnosis, starts: readonly Uint32Array[]): PartMarks[] {
  const parts: PartMarks[] = starts.map(() => ({
    marks: [],
    reasons: new Map(),
    lines: [],
    ranks: new Map(),
  }));
  diagnosis.findings.slice(0, MAX_RANKS).forEach((finding, rank) => {
    const all = [
      ...finding.for.map((each) => [each, false] as const),
      ...finding.against.map((each) => [each, true] as const),
    ];
    for (const [evidence, against] of all) {
      // Answers and absences stand nowhere in the paste; their source is not a part.
      const home = parts[evidence.source];
      if (!home || evidence.spans.length === 0) continue;
      for (const span of evidence.spans) {
        if (span.end > span.start) parts[span.source]?.marks.push({ start: span.start, end: span.end, rank });
      }
      // A logical line may begin above its match (a wrapped log line): the reason stands at the match.
      const line = lineAt(starts[evidence.source] as Uint32Array, evidence.spans[0]?.start ?? 0) + 1;
      const reasons = home.reasons.get(line) ?? [];
      // One signature may serve two incidents; the paste says its reason once.
      if (reasons.some((reason) => reason.evidence.why === evidence.why)) continue;
      reasons.push({
        key: reasonKey(finding.incident, evidence),
        rank,
        title: finding.title,
        evidence,
        against,
      });
      home.reasons.set(line, reasons);
    }
  });
  parts.forEach((part, source) => {
    part.marks = withoutOverlap(part.marks);
    part.ranks = ranksOf(part, starts[source] as Uint32Array);
    part.lines = [...part.ranks.keys()].sort((a, b) => a - b);
  });
  return parts;
}

/** Places that touch [from, to), by binary search: a paste may hold hundreds of marks and a million finds. */
export function placesWithin<P extends { start: number; end: number }>(
  places: readonly P[],
  from: number,
  to: number,
): P[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as P).end <= from) low = middle + 1;
    else high = middle;
  }
  const within: P[] = [];
  for (let at = low; at < places.length && (places[at] as P).start < to; at++) within.push(places[at] as P);
  return within;
}

/** A sweep over all edges: every stretch belongs to the best finding that covers it. */
function withoutOverlap(marks: Mark[]): Mark[] {
  const edges = marks.flatMap(({ start, end, rank }) => [
    { at: start, rank, by: 1 },
    { at: end, rank, by: -1 },
  ]);
  edges.sort((a, b) => a.at - b.at);
  const covering = new Array<number>(MAX_RANKS).fill(0);
  const kept: Mark[] = [];
  let from = 0;
  for (const { at, rank, by } of edges) {
    const best = covering.findIndex((count) => count > 0);
    if (best >= 0 && at > from) {
      const last = kept.at(-1);
      if (last && last.end === from && last.rank === best) last.end = at;
      else kept.push({ start: from, end: at, rank: best });
    }
    covering[rank] = (covering[rank] as number) + by;
    from = at;
  }
  return kept;
}

function ranksOf(part: PartMarks, starts: Uint32Array): Map<number, number> {
  const ranks = new Map<number, number>();
  const put = (line: number, rank: number) => ranks.set(line, Math.min(rank, ranks.get(line) ?? rank));
  for (const [line, reasons] of part.reasons) for (const { rank } of reasons) put(line, rank);
  for (const mark of part.marks) {
    const last = lineAt(starts, mark.end - 1);
    for (let line = lineAt(starts, mark.start); line <= last; line++) put(line + 1, mark.rank);
  }
  return ranks;
}
