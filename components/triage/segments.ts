/** Which lines of a paste are shown. 200,000 lines are a handful of segments, never an array of lines. */

export type Segment =
  | { type: 'lines'; source: number; from: number; to: number }
  | { type: 'fold'; source: number; from: number; to: number }
  | { type: 'title'; source: number };

/** Lines of context left on either side of evidence. */
const CONTEXT = 3;
/** Folding fewer lines than this hides more than it helps. */
const MIN_FOLD = 8;

/**
 * Cuts one part into shown and folded ranges (1-based, inclusive) around the
 * lines that matter. Without any, nothing is folded. `opened` holds the first
 * lines of folds that the person opened.
 */
export function segmentsOf(
  source: number,
  lineCount: number,
  matter: number[],
  opened: ReadonlySet<number>,
): Segment[] {
  if (matter.length === 0) return [{ type: 'lines', source, from: 1, to: lineCount }];
  const shown = mergeRanges(
    matter.map((line) => [Math.max(1, line - CONTEXT), Math.min(lineCount, line + CONTEXT)]),
  );
  const segments: Segment[] = [];
  let next = 1;
  const gap = (to: number) => {
    if (to < next) return;
    const fold = to - next + 1 >= MIN_FOLD && !opened.has(next);
    segments.push({ type: fold ? 'fold' : 'lines', source, from: next, to });
  };
  for (const [from, to] of shown) {
    gap(from - 1);
    segments.push({ type: 'lines', source, from, to });
    next = to + 1;
  }
  gap(lineCount);
  return joinLines(segments);
}

export type Row = { type: 'line'; source: number; line: number } | Exclude<Segment, { type: 'lines' }>;

/** Rows of segments by index, without making them all. */
export function rowsOf(segments: Segment[]): {
  count: number;
  row(index: number): Row;
  indexOf(source: number, line: number): number;
} {
  const starts: number[] = [];
  let count = 0;
  for (const segment of segments) {
    starts.push(count);
    count += segment.type === 'lines' ? segment.to - segment.from + 1 : 1;
  }
  return {
    count,
    row(index) {
      const at = lastNotAbove(starts, index);
      const segment = segments[at] as Segment;
      if (segment.type !== 'lines') return segment;
      return { type: 'line', source: segment.source, line: segment.from + index - (starts[at] as number) };
    },
    indexOf(source, line) {
      const at = segments.findIndex(
        (segment) =>
          segment.type !== 'title' && segment.source === source && segment.from <= line && line <= segment.to,
      );
      const segment = segments[at];
      if (!segment || segment.type === 'title') return -1;
      return (starts[at] as number) + (segment.type === 'lines' ? line - segment.from : 0);
    },
  };
}

function mergeRanges(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
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

function lastNotAbove(starts: number[], index: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}
