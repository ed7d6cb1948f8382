/** vmstat: time spent waiting for I/O, and what memory is left, from the rows of its table. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

//  r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st
const HEADER = /^\s*r\s+b\s+swpd\s+free\s+(?:buff|inact)\s+(?:cache|active)\s+si\s+so\s+bi\s+bo\s/;
const ROW = /^\s*\d{1,5}(?:\s+\d{1,15}){12,17}\s*$/;

/** Emits what the last row says; I/O wait is that of the calmer of the last two. */
export function emitVmstat(parts: readonly PartView[], emit: Emit): void {
  let names: string[] | undefined;
  let rows: { cells: number[]; line: Line }[] = [];
  const flush = () => {
    if (names && rows.length >= 2) tell(names, rows, emit);
    rows = [];
  };
  for (const part of parts) {
    for (const { line } of part.lines) {
      const text = clip(line.text);
      if (HEADER.test(text)) {
        const header = text.trim().split(/\s+/);
        if (header.join() !== names?.join()) flush();
        names = header;
      } else if (names && ROW.test(text)) {
        const cells = text.trim().split(/\s+/).map(Number);
        if (cells.length === names.length) rows.push({ cells, line });
      }
    }
  }
  flush();
}

function tell(names: readonly string[], rows: readonly { cells: number[]; line: Line }[], emit: Emit): void {
  const [before, last] = rows.slice(-2);
  if (!before || !last) return;
  const cell = (name: string, row = last) => row.cells[names.indexOf(name)];
  const waits = [cell('wa', before), cell('wa')].filter((value) => value !== undefined);
  if (waits.length > 0) emit('top.iowait', Math.min(...waits), last.line);
  const [free, buffers, cache] = [cell('free'), cell('buff'), cell('cache')];
  if (free === undefined || buffers === undefined || cache === undefined) return;
  emit('memory.page_cache', (buffers + cache) * 1024, last.line);
  emit('memory.available', (free + buffers + cache) * 1024, last.line);
}
