/** How often the ingress controller reloads NGINX, in whatever log it says so. */

import { clip } from '../formats/columns';
import { AGE, parseAge } from '../formats/duration';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';
import type { Time } from '../time';

/** One reload each; a log that prints several of them is counted by the kind it has most of. */
const KINDS: readonly RegExp[] = [
  // I0203 21:35:31.523111       6 controller.go:163] "Backend successfully reloaded"
  /ackend successfully reloaded/,
  // I20230517 06:02:11.118224 1 manager.go:301] Reloading nginx with configVersion: 812
  /Reloading nginx with configVersion|nginx reloaded, configVersion/,
  // 2023/05/17 06:02:11 [notice] 21#21: signal 1 (SIGHUP) received from 12, reconfiguring
  /signal 1 \(SIGHUP\) received/,
  // I0906 05:51:10.268610      11 controller.go:469] backend reload required
  /ackend reload required|change in configuration detected\. Reloading/,
  // I0912 07:10:44.700012       7 nginx.go:211] "File change detected. Reloading NGINX" path="/etc/ingress-controller/auth/shop.passwd"
  /\bchanged?(?: detected)?\. Reloading NGINX/,
];
/** A command that counts reloads, and what it prints for one minute: `      3 I0912 07:10` or `   4 2024-05-13T07:11`. */
const COUNTING = /reload.{0,200}\buniq -c\b/i;
const A_MINUTE =
  /^\s*(\d{1,5}) (?:[IWE]\d{4} |\d{4}[-/]\d\d[-/]\d\d[T ]|[A-Z][a-z]{2} {1,2}\d{1,2} )?\d\d:\d\d\s*$/;
/** A controller that starts reloads twice: fewer are no habit unless they lie a minute apart. */
const FEW = 3;

interface Reloads {
  count: number;
  first: Time;
  last: Time;
  line: Line;
}

// 12s (x34 over 25m)  Normal  RELOAD  pod/ingress-nginx-controller-x  NGINX reload triggered due to a change in configuration
const EVENT = new RegExp(
  String.raw`(?:^|\s)(${AGE})\s.{0,300}(?:NGINX reload triggered|was added or updated\s*$)|\b(?:RELOAD|AddedOrUpdated)\s+(${AGE})\s|^\s*(${AGE})\s+Normal\s+(?:RELOAD|AddedOrUpdated)\s`,
);

/** Emits reloads a minute by the ages and counts of events, which every replica sends of its own. */
function emitEvents(parts: readonly PartView[], emit: Emit): void {
  const replicas = new Map<string, { count: number; oldest: number; youngest: number; line: Line }>();
  for (const part of parts) {
    for (const { line } of part.lines) {
      const text = clip(line.text);
      if (!/RELOAD|AddedOrUpdated/.test(text)) continue;
      const found = EVENT.exec(text);
      const age = parseAge(found?.[1] ?? found?.[2] ?? found?.[3] ?? '');
      if (age?.last === undefined) continue;
      const pod = /\bpod\/(\S+)/.exec(text)?.[1] ?? '';
      const known = replicas.get(pod);
      replicas.set(pod, {
        count: (known?.count ?? 0) + age.count,
        oldest: Math.max(known?.oldest ?? 0, age.first ?? age.last),
        youngest: Math.min(known?.youngest ?? Infinity, age.last),
        line,
      });
    }
  }
  for (const { count, oldest, youngest, line } of replicas.values()) {
    const span = oldest - youngest;
    if (count > FEW && span > 0)
      emit('nginx.reloads_per_minute', Math.round(((count - 1) * 600) / span) / 10, line);
  }
}

/** Emits the mean of the minutes that `uniq -c` counted. */
function emitCounted(parts: readonly PartView[], emit: Emit): void {
  let counting = false;
  const minutes: { count: number; line: Line }[] = [];
  for (const part of parts) {
    counting ||= COUNTING.test(clip(part.command ?? ''));
    for (const { line } of part.lines) {
      const text = clip(line.text);
      counting ||= COUNTING.test(text);
      const count = counting ? A_MINUTE.exec(text)?.[1] : undefined;
      if (count) minutes.push({ count: Number(count), line });
    }
  }
  const sum = minutes.reduce((all, { count }) => all + count, 0);
  if (minutes.length >= FEW)
    emit('nginx.reloads_per_minute', Math.round((sum * 10) / minutes.length) / 10, minutes[0]!.line);
}

// nginx_ingress_controller_success{controller_pod="ingress-0"} 18211
const COUNTER = /ingress_controller_(?:success|nginx_reloads_total)\{([^}]{0,400})\}\s+(\d{1,12})\s*$/;
const SLEEP = /\bsleep (\d{1,5})\b/;

/** A counter that is printed again after a sleep. */
function emitCounters(parts: readonly PartView[], emit: Emit): void {
  let sleep: number | undefined;
  const firsts = new Map<string, { value: number; samples: number }>();
  for (const part of parts) {
    sleep ??= Number(SLEEP.exec(clip(part.command ?? ''))?.[1] ?? Number.NaN) || undefined;
    for (const { line } of part.lines) {
      const text = clip(line.text);
      sleep ??= Number(SLEEP.exec(text)?.[1] ?? Number.NaN) || undefined;
      const [, labels, value] = COUNTER.exec(text) ?? [];
      if (labels === undefined || sleep === undefined) continue;
      const first = firsts.get(labels) ?? { value: Number(value), samples: -1 };
      firsts.set(labels, { ...first, samples: ++first.samples });
      const grown = Number(value) - first.value;
      if (grown >= FEW)
        emit('nginx.reloads_per_minute', Math.round((grown * 600) / (sleep * first.samples)) / 10, line);
    }
  }
}

/** Emits reloads a minute between the first and the last of them. */
export function emitReloads(parts: readonly PartView[], emit: Emit): void {
  emitEvents(parts, emit);
  emitCounted(parts, emit);
  emitCounters(parts, emit);
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
  const found = kinds.reduce(
    (most, kind) => ((kind?.count ?? 1) > (most?.count ?? 1) ? kind : most),
    undefined,
  );
  const span = found ? found.last.ms - found.first.ms : 0;
  if (!found || span <= 0 || (found.count < FEW && span < 60_000)) return;
  emit('nginx.reloads_per_minute', Math.round(((found.count - 1) * 600_000) / span) / 10, found.line);
}
