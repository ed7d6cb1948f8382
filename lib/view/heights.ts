/** How high rows will be, before any of them is drawn: so that the scroll bar tells the truth from the start. */

import { MAX_LINE } from './pieces';
import type { Rows } from './rows';

export interface Metrics {
  /** Characters on a row of the pane; 0 when lines are not wrapped. */
  columns: number;
  /** Pixels of one row of text. */
  line: number;
}

/** Height in pixels of rows `from` to `to` (exclusive), by the lengths of their lines. */
export function heightOf(
  rows: Rows,
  starts: readonly Uint32Array[],
  lengths: readonly number[],
  [from, to]: [number, number],
  { columns, line }: Metrics,
): number {
  if (columns === 0) return (to - from) * line;
  // Most stretches lie within one run of lines: then only its first row is looked up.
  const [first, last] = [rows.row(from), rows.row(to - 1)];
  const run =
    first.type === 'line' &&
    last.type === 'line' &&
    first.source === last.source &&
    last.line - first.line === to - 1 - from;
  let height = 0;
  for (let index = from; index < to; index++) {
    const row = run ? { ...first, line: first.line + index - from } : rows.row(index);
    if (row.type !== 'line') {
      height += 1.6 * line;
      continue;
    }
    const own = starts[row.source];
    const begin = own?.[row.line - 1] ?? 0;
    const end = own?.[row.line] ?? lengths[row.source] ?? begin;
    const shown = Math.min(MAX_LINE, end - begin - 1);
    height += line * Math.max(1, Math.ceil(shown / columns));
  }
  return height;
}
