/** How often the ingress controller reloads nginx. */

import type { Emit, PartView } from './format';

/**
 * I0203 21:35:31.523111       6 controller.go:163] "Backend successfully reloaded"
 * I0606 10:01:02.000000       7 controller.go:191] Backend successfully reloaded.
 */
const RELOADED = 'ackend successfully reloaded';

/** Reloads a minute between the first and the last of them; two reloads at least, or there is no rate. */
export function reloads(part: PartView, emit: Emit): void {
  let first: number | undefined;
  let last = 0;
  let count = 0;
  let at;
  for (const { line, time } of part.lines) {
    if (!time || !line.text.includes(RELOADED)) continue;
    first ??= time.ms;
    last = time.ms;
    at = line;
    count++;
  }
  if (first === undefined || !at || count < 2 || last <= first) return;
  emit('nginx.reloads_per_minute', Math.round(((count - 1) * 600_000) / (last - first)) / 10, at);
}
