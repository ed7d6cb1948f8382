/** Which lines of a paste are shown. 200,000 lines are a handful of segments, never an array of lines. */

import type { Run } from './known';

export interface Fold {
  type: 'fold';
  source: number;
  from: number;
  to: number;
  /** Without evidence; known and harmless; or beyond what a browser can show at once. */
  kind: 'quiet' | 'harmless' | 'far';
  /** What opens with it, by its first line. Parts of one fold share it. */
  key: number;
  open: boolean;
  /** How many of its lines are known and harmless, and what these say. */
  harmless: number;
  says: string[];
}

export type Segment =
  { type: 'lines'; source: number; from: number; to: number } | { type: 'title'; source: number } | Fold;

export interface Part {
  source: number;
  lineCount: number;
  /** Lines that are worth reading. Without any, only what is harmless is folded. */
  matter: readonly number[];
  /** Lines that must be seen now, folded or not: selected, found. */
  wanted: readonly number[];
  harmless: readonly Run[];
  /** Everything is to be opened, as far as a browser can show it. */
  all: boolean;
  /** Keys of the folds that the person turned to the other way than `all` says. */
  turned: ReadonlySet<number>;
}

/** Lines of context left on either side of evidence. */
const CONTEXT = 3;
/** Folding fewer lines than this hides more than it helps. */
const MIN_FOLD = 8;
/**
 * Browsers end the height of an element at some 17 million pixels: what is beyond is opened a step at a time.
 */
export const MOST_LINES = 400_000;
const STEP = 100_000;

/** Cuts one part into shown and folded stretches; lines are 1-based, ranges inclusive. */
export function segmentsOf(part: Part): Segment[] {
  const { source, wanted, turned, all } = part;
  const segments: Segment[] = [];
  let shown = 0;
  let next = 1;
  const lines = (from: number, to: number) => {
    if (to < from) return;
    shown += to - from + 1;
    segments.push({ type: 'lines', source, from, to });
  };
  for (const fold of foldsOf(part)) {
    lines(next, fold.from - 1);
    next = fold.to + 1;
    const size = fold.to - fold.from + 1;
    const fits = all && shown + size <= MOST_LINES;
    if (turned.has(fold.key) ? !fits : fits) {
      segments.push({ ...fold, open: true });
      lines(fold.from, fold.to);
    } else segments.push(...around(fold, wanted));
  }
  lines(next, part.lineCount);
  return joinLines(segments);
}

/** The folds of a part if nothing is opened. They do not depend on what is selected, so that they stay what they are. */
function foldsOf(part: Part): Fold[] {
  const { source, lineCount, matter, harmless } = part;
  const fold = (kind: Fold['kind'], from: number, to: number): Fold => {
    const inside = harmless.filter((run) => run.from <= to && run.to >= from);
    const count = inside.reduce((sum, run) => sum + Math.min(run.to, to) - Math.max(run.from, from) + 1, 0);
    const says = [...new Set(inside.flatMap((run) => run.says))];
    return { type: 'fold', source, from, to, kind, key: from, open: false, harmless: count, says };
  };
  if (matter.length > 0) {
    const gaps = gapsBetween(
      matter.map((line) => [line - CONTEXT, line + CONTEXT]),
      lineCount,
    );
    return gaps
      .filter(([from, to]) => to - from + 1 >= MIN_FOLD)
      .flatMap(([from, to]) => steps(from, to).map(([first, last]) => fold('quiet', first, last)));
  }
  const last = Math.min(lineCount, MOST_LINES);
  return [
    ...harmless.filter(({ to }) => to <= last).map(({ from, to }) => fold('harmless', from, to)),
    ...(lineCount > last ? steps(last + 1, lineCount).map(([from, to]) => fold('far', from, to)) : []),
  ];
}

/** A closed fold with the wanted lines of it, and their context, left open. */
function around(fold: Fold, wanted: readonly number[]): Segment[] {
  const inside = wanted.filter((line) => line >= fold.from && line <= fold.to);
  if (inside.length === 0) return [fold];
  const seen = inside.map((line): [number, number] => [line - CONTEXT, line + CONTEXT]);
  const segments: Segment[] = [];
  let next = fold.from;
  for (const [from, to] of gapsBetween(seen, fold.to, fold.from)) {
    if (from > next) segments.push({ type: 'lines', source: fold.source, from: next, to: from - 1 });
    segments.push({ ...fold, from, to });
    next = to + 1;
  }
  if (next <= fold.to) segments.push({ type: 'lines', source: fold.source, from: next, to: fold.to });
  return segments;
}

/** What lies between ranges, from `first` to `last`. */
function gapsBetween(ranges: [number, number][], last: number, first = 1): [number, number][] {
  const gaps: [number, number][] = [];
  let next = first;
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    if (from > next) gaps.push([next, Math.min(last, from - 1)]);
    next = Math.max(next, to + 1);
  }
  if (next <= last) gaps.push([next, last]);
  return gaps;
}

function steps(from: number, to: number): [number, number][] {
  const ranges: [number, number][] = [];
  for (let at = from; at <= to; at += STEP) ranges.push([at, Math.min(to, at + STEP - 1)]);
  return ranges;
}

function joinLines(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.type === 'lines' && segment.type === 'lines') last.to = segment.to;
    else joined.push({ ...segment });
  }
  return joined;
}
