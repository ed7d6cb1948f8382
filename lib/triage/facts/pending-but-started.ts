/** A pod that is Pending although its events say that its containers were started: the status lags behind. */

import { describedObjects } from '../formats/describe-object';
import type { Described } from '../formats/describe-model';
import { eventPod, eventRows, openPulls } from '../formats/event-facts';
import type { PlacedEvent } from '../formats/event-facts';
import type { Emit, PartView } from '../formats/format';
import { getRows } from '../formats/get-rows';
import type { Line } from '../read/line';

interface Pending {
  pod: string;
  line: Line;
  /** Containers to be started before the pod runs; 1 where the output does not list them. */
  containers: number;
  /** Describe output: the next event table without an object is this pod's. */
  part?: number;
}

/**
 * Emits `pod.pending_but_started`: the pod's events, or the runtime on its node, say that the containers run.
 * A pod whose init container alone has started is rightly Pending.
 */
export function emitPendingButStarted(parts: readonly PartView[], emit: Emit): void {
  const pending = parts.flatMap((part, at) => pendingOf(part, at));
  if (pending.length === 0) return;
  const tables = parts.flatMap((part, at) =>
    part.format === 'events' ? [{ rows: eventRows(part), at, pod: podBefore(parts, at) }] : [],
  );
  const running = runningContainers(parts);
  for (const one of pending) {
    const up = running.filter(({ pod }) => pod === one.pod);
    if (up.length >= one.containers) emit('pod.pending_but_started', true, up.at(-1)!.line, one.pod);
    for (const { rows, pod } of tables) {
      const own = rowsOf(rows, one, pod);
      const started = own.filter((row) => row.reason === 'Started');
      const last = started.at(-1);
      if (!last || started.length < one.containers || openPulls(own).length > 0) continue;
      emit('pod.pending_but_started', true, last.line, one.pod || undefined);
      break;
    }
  }
}

// 4fa91  91ab  6 minutes ago  Running  build  0  8812ab  build-31      … Up 6 minutes  k8s_build_build-31_ci_4fa9_0
const CRICTL = /\sRunning\s+(\S{1,63})\s+\d{1,6}\s+[0-9a-f]{5,64}\s+([a-z0-9][a-z0-9.-]{0,252})(?:\s|$)/;
const DOCKER = /\sUp (?:\d|About|Less).{0,80}\bk8s_([a-z0-9-]{1,63})_([a-z0-9.-]{1,253})_[a-z0-9-]{1,63}_/;

/** What the runtime itself says is running. An init container runs while its pod is rightly Pending. */
function runningContainers(parts: readonly PartView[]): { pod: string; line: Line }[] {
  return parts
    .flatMap(({ lines }) => lines)
    .flatMap(({ line }) => {
      const found = CRICTL.exec(line.text) ?? DOCKER.exec(line.text);
      return found && !/^init|-init$/.test(found[1]!) ? [{ pod: found[2]!, line }] : [];
    });
}

function pendingOf(part: PartView, at: number): Pending[] {
  if (part.format === 'kubectl-describe') {
    return describedObjects(part).flatMap((object) => {
      const status = object.fields.get('Status');
      if (object.kind !== 'pod' || status?.value !== 'Pending') return [];
      return [
        {
          pod: object.name?.value ?? '',
          line: status.line,
          containers: Math.max(1, object.containers.length),
          part: at,
        },
      ];
    });
  }
  if (part.format !== 'kubectl-get') return [];
  return getRows(part).flatMap(({ resource, cells, line }) =>
    resource === 'pod' && /^(?:Pending|ContainerCreating)$/.test(cells.STATUS ?? '')
      ? [{ pod: cells.NAME ?? '', line, containers: containersOf(cells.READY) }]
      : [],
  );
}

/** `0/2` → 2. */
function containersOf(ready: string | undefined): number {
  return Math.max(1, Number(/\/(\d+)/.exec(ready ?? '')?.[1] ?? 1));
}

/** The object that the describe output right before this event table is about. */
function podBefore(parts: readonly PartView[], at: number): Described | undefined {
  const before = parts[at - 1];
  return before?.format === 'kubectl-describe' ? describedObjects(before).at(-1) : undefined;
}

/** Rows about this pod: they name it, or they stand below its describe output, or their Scheduled row names it. */
function rowsOf(rows: readonly PlacedEvent[], one: Pending, before: Described | undefined): PlacedEvent[] {
  const named = rows.filter((row) => row.object !== undefined);
  if (named.length > 0) return named.filter((row) => eventPod(row).pod === one.pod && one.pod !== '');
  const tables = new Set(
    rows.filter((row) => eventPod(row).pod === one.pod && one.pod !== '').map((row) => row.table),
  );
  if (tables.size > 0) return rows.filter((row) => tables.has(row.table));
  // A describe output whose head is cut off names no pod, and the table below it is still its own.
  if (one.pod === '' && before && before.name === undefined) return [...rows];
  const scheduled = rows.some((row) => eventPod(row).pod !== undefined);
  return !scheduled && before && (before.name?.value ?? '') === one.pod ? [...rows] : [];
}
