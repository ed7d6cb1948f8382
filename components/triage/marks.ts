/** Which places of the paste are evidence, for which finding, and the reason beside each. */

import type { Diagnosis, Evidence } from '@/lib/triage/diagnosis';

export interface Mark {
  start: number;
  end: number;
  /** Rank of the finding it belongs to, from 0. */
  rank: number;
}

export interface Reason {
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
  /** Lines that hold evidence, sorted. */
  lines: number[];
}

/** Findings beyond these are not drawn into the paste: it would be all marks. */
const MAX_RANKS = 3;

export function marksOf(diagnosis: Diagnosis, starts: Uint32Array[]): PartMarks[] {
  const parts: PartMarks[] = starts.map(() => ({ marks: [], reasons: new Map(), lines: [] }));
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
        key: `${finding.incident}/${evidence.signature}`,
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
    part.lines = linesOf(part, starts[source] as Uint32Array);
  });
  return parts;
}

/** Index of the line (from 0) that holds an offset. */
export function lineAt(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Marks that touch [from, to), by binary search: a paste may hold hundreds. */
export function marksWithin(marks: Mark[], from: number, to: number): Mark[] {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle] as Mark).end <= from) low = middle + 1;
    else high = middle;
  }
  const within: Mark[] = [];
  for (let at = low; at < marks.length && (marks[at] as Mark).start < to; at++)
    within.push(marks[at] as Mark);
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

function linesOf(part: PartMarks, starts: Uint32Array): number[] {
  const lines = new Set<number>(part.reasons.keys());
  for (const mark of part.marks) {
    const last = lineAt(starts, mark.end - 1);
    for (let line = lineAt(starts, mark.start); line <= last; line++) lines.add(line + 1);
  }
  return [...lines].sort((a, b) => a - b);
}
