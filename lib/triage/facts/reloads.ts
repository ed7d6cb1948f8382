/** How often the ingress controller reloads NGINX, in whatever log it says so. */

import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';
import type { Time } from '../time';

/** One reload each; a log that prints several of them is counted by the first kind it has. */
const KINDS: readonly RegExp[] = [
  // I0203 21:35:31.523111       6 controller.go:163] "Backend successfully reloaded"
  /ackend successfully reloaded/,
  // I20230517 06:02:11.118224 1 manager.go:301] Reloading nginx with configVersion: 812
  /Reloading nginx with configVersion|nginx reloaded, configVersion/,
  // 2023/05/17 06:02:11 [notice] 21#21: signal 1 (SIGHUP) received from 12, reconfiguring
  /signal 1 \(SIGHUP\) received/,
  // I0906 05:51:10.268610      11 controller.go:469] backend reload required
  /ackend reload required|change in configuration detected\. Reloading/,
];
/** A controller that starts reloads twice: fewer are no habit unless they lie a minute apart. */
const FEW = 3;

interface Reloads {
  count: number;
  first: Time;
  last: Time;
  line: Line;
}

/** Emits reloads a minute between the first and the last of them. */
export function emitReloads(parts: readonly PartView[], emit: Emit): void {
  const kinds = KINDS.map((): Reloads | undefined => undefined);
  for (const part of parts) {
    for (const { line, time } of part.lines) {
      const kind = time ? KINDS.findIndex((pattern) => pattern.test(line.text)) : -1;
      if (kind < 0 || !time) continue;
      const known = kinds[kind];
      if (known && known.last.scale !== time.scale) continue;
      kinds[kind] = { count: (known?.count ?? 0) + 1, first: known?.first ?? time, last: time, line };
    }
  }
  const found = kinds.find((reloads) => reloads && reloads.count >= 2);
  const span = found ? found.last.ms - found.first.ms : 0;
  if (!found || span <= 0 || (found.count < FEW && span < 60_000)) return;
  emit('nginx.reloads_per_minute', Math.round(((found.count - 1) * 600_000) / span) / 10, found.line);
}
