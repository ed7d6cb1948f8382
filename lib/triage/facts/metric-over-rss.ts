/** The memory that `kubectl top` shows beside what the processes of the same container use by `ps`. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

// cart-0   9m   1394Mi
const TOP = /^\s*[\w{}.-]{1,253}\s+(?:\w{1,60}\s+)?\d{1,7}m\s+(\d{1,7})(Mi|Gi)\s*$/;
/** Rows of a listing inside one container; a node has more. */
const MOST = 60;

/** Emits the figure over the sum of RSS, where one pod and one listing with PID 1 are shown. */
export function emitMetricOverRss(parts: readonly PartView[], emit: Emit): void {
  const tops: { kib: number; line: Line }[] = [];
  let header: string[] | undefined;
  let rows = 0;
  let rss = 0;
  let first = false;
  for (const part of parts) {
    for (const { line } of part.lines) {
      const text = clip(line.text);
      const top = TOP.exec(text);
      if (top) tops.push({ kib: Number(top[1]) * (top[2] === 'Gi' ? 1 << 20 : 1024), line });
      const cells = text.trim().split(/\s+/);
      if (cells.includes('PID') && cells.includes('RSS')) header = cells;
      else if (header && cells.length >= header.length - 1) {
        const value = Number(cells[header.indexOf('RSS')]);
        if (!Number.isInteger(value)) continue;
        rows++;
        rss += value;
        first ||= cells[header.indexOf('PID')] === '1';
      }
    }
  }
  const [top] = tops;
  if (!top || tops.length > 1 || !first || rows > MOST || rss <= 0) return;
  emit('memory.metric_over_rss', Math.round((top.kib / rss) * 100) / 100, top.line);
}
