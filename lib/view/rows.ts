/** Rows of the pane by index, without making them all. */

import type { Segment } from './folds';

export type Row = { type: 'line'; source: number; line: number } | Exclude<Segment, { type: 'lines' }>;

export interface Rows {
  count: number;
  row(index: number): Row;
  /** The row of a line, or of the fold that hides it; -1 when there is none. */
  indexOf(source: number, line: number): number;
  /** The next row of a line, `by` 1 or -1 from `index`, past folds and titles; null at the end. */
  step(index: number, by: 1 | -1): Extract<Row, { type: 'line' }> | null;
}

export function rowsOf(segments: readonly Segment[]): Rows {
  const starts: number[] = [];
  let count = 0;
  for (const segment of segments) {
    starts.push(count);
    count += segment.type === 'lines' ? segment.to - segment.from + 1 : 1;
  }
  const row = (index: number): Row => {
    const at = lastNotAbove(starts, index);
    const segment = segments[at] as Segment;
    if (segment.type !== 'lines') return segment;
    return { type: 'line', source: segment.source, line: segment.from + index - (starts[at] as number) };
  };
  return {
    count,
    row,
    indexOf(source, line) {
      const at = segments.findIndex(
        (segment) =>
          segment.type !== 'title' &&
          segment.source === source &&
          segment.from <= line &&
          line <= segment.to &&
          !(segment.type === 'fold' && segment.open),
      );
      const segment = segments[at];
      if (!segment || segment.type === 'title') return -1;
      return (starts[at] as number) + (segment.type === 'lines' ? line - segment.from : 0);
    },
    step(index, by) {
      for (let at = index + by; at >= 0 && at < count; at += by) {
        const next = row(at);
        if (next.type === 'line') return next;
      }
      return null;
    },
  };
}

function lastNotAbove(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
