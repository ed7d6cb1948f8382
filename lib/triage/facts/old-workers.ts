/** Workers that NGINX left behind at reloads: each reload leaves one for each current worker. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

// www-data 35893  0.0  1.4  416513 152518 ?   S    08:20   0:58 nginx: worker process is shutting down
const WORKER = /\bnginx: worker process( is shutting down)?\s*$/;
const COUNTED = /^\D{0,20}(\d{1,5}) nginx: worker/;
const CLOCK = /\s(\d\d:\d\d|[A-Z][a-z]{2} ?\d\d)\s/;

/** Emits how many generations of old workers a listing shows. */
export function emitOldWorkers(parts: readonly PartView[], emit: Emit): void {
  let first: Line | undefined;
  let old = 0;
  let current = 0;
  const starts = new Set<string>();
  for (const part of parts) {
    for (const { line } of part.lines) {
      const text = clip(line.text);
      const worker = WORKER.exec(text);
      // A line without a number is no row of a listing.
      if (!worker || !/^\D{0,40}\d/.test(text)) continue;
      // A count of uniq -c:      14 nginx: worker process is shutting down
      const count = Number(COUNTED.exec(text)?.[1] ?? 1);
      if (worker[1] === undefined) current += count;
      else {
        first ??= line;
        old += count;
        const start = CLOCK.exec(text)?.[1];
        if (start) starts.add(start);
      }
    }
  }
  if (!first) return;
  const generations = current > 0 ? old / current : Math.max(starts.size, 1);
  emit('nginx.old_generations', Math.round(generations * 10) / 10, first);
}
