/** A pod that is Pending although its events say that its containers were started: the status lags behind. */

import { groupedBy } from '../grouped-by';
import { describedObjects } from '../formats/describe-object';
import type { Described } from '../formats/describe-model';
import { eventPod, eventRows } from '../formats/event-facts';
import { openPulls } from '../formats/open-pulls';
import type { PlacedEvent } from '../formats/event-rows';
import type { Emit, PartView } from '../formats/format';
import { getRows } from '../formats/get-rows';
import type { Line } from '../read/line';

interface Pending {
  pod: string;
  line: Line;
  /** Containers to be started before the pod runs; 1 where the output does not list them. */
  containers: number;
}

/**
 * Emits `pod.pending_but_started`: the pod's events, or the runtime on its node, say that the containers run.
 * A pod whose init container alone has started is rightly Pending.
 */
export function emitPendingButStarted(parts: readonly PartView[], emit: Emit): void {
  const pending = firstOfEach(parts.flatMap(pendingOf));
  if (pending.length === 0) return;
  const tables = parts.flatMap((part, at) =>
    part.format === 'events' ? [tableOf(eventRows(part), podBefore(parts, at))] : [],
  );
  const running = groupedBy(runningContainers(parts), ({ pod }) => pod);
  for (const one of pending) {
    const up = running.get(one.pod) ?? [];
    if (up.length >= one.containers) emit('pod.pending_but_started', true, up.at(-1)!.line, one.pod);
    for (const table of tables) {
      const own = rowsOf(table, one);
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
const K8S = String.raw`\bk8s_([a-z0-9-]{1,63})_([a-z0-9.-]{1,253})_[a-z0-9-]{1,63}_`;
const UP = String.raw`\bUp (?:\d|About|Less)`;
const DOCKER = new RegExp(`${UP}.{0,80}${K8S}`);
const NAME_FIRST = new RegExp(`${K8S}.{0,120}\\s${UP}`);
const NAMED = /^\s{2,8}["']?name["']?: ["']?([a-z0-9][a-z0-9.-]{0,252})/;
// builder-0   Pending   n4         ci/builder-0=Pending
const PHASE = /^\s*(?:[a-z0-9-]{1,63}[\s/]+)?([a-z0-9][a-z0-9.-]{0,252})[\s=:,]{1,40}Pending(?:[\s,]|$)/;

/** What the runtime itself says is running. An init container runs while its pod is rightly Pending. */
function runningContainers(parts: readonly PartView[]): { pod: string; line: Line }[] {
  return parts
    .flatMap(({ lines }) => lines)
    .flatMap(({ line }) => {
      const found = CRICTL.exec(line.text) ?? DOCKER.exec(line.text) ?? NAME_FIRST.exec(line.text);
      return found && !/^init|-init$/.test(found[1]!) ? [{ pod: found[2]!, line }] : [];
    });
}

function pendingOf(part: PartView): Pending[] {
  if (part.format === 'kubectl-describe') {
    return describedObjects(part).flatMap((object) => {
      const status = object.fields.get('Status');
      if (object.kind !== 'pod' || status?.value !== 'Pending') return [];
      return [
        {
          pod: object.name?.value ?? '',
          line: status.line,
          containers: Math.max(1, object.containers.length),
        },
      ];
    });
  }
  if (/\.status\.phase/.test(part.command ?? '')) {
    return part.lines.flatMap(({ line }) => {
      const pod = PHASE.exec(line.text)?.[1];
      return pod === undefined ? [] : [{ pod, line, containers: 1 }];
    });
  }
  if (part.format === 'manifest') {
    const phase = part.lines.find(({ line }) =>
      /^\s{0,8}["']?phase["']?: ["']?Pending\b/.test(line.text),
    )?.line;
    const pod = part.lines.map(({ line }) => NAMED.exec(line.text)?.[1]).find((name) => name !== undefined);
    return phase && pod !== undefined ? [{ pod, line: phase, containers: 1 }] : [];
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

/** An event table, looked up by pod: many pods may be Pending. */
interface Table {
  rows: PlacedEvent[];
  before: Described | undefined;
  /** Some row names its object: then only the rows of `byPod` are a pod's own. */
  named: boolean;
  byPod: Map<string | undefined, PlacedEvent[]>;
  byTable: Map<number, PlacedEvent[]>;
}

function tableOf(rows: PlacedEvent[], before: Described | undefined): Table {
  const named = rows.some(({ object }) => object !== undefined);
  const own = named ? rows.filter(({ object }) => object !== undefined) : rows;
  return {
    rows,
    before,
    named,
    byPod: groupedBy(own, (row) => eventPod(row).pod),
    byTable: groupedBy(rows, ({ table }) => table),
  };
}

/** A table that is printed again and again says it once. */
function firstOfEach(pending: readonly Pending[]): Pending[] {
  const groups = groupedBy(pending, ({ pod, containers }) => `${containers} ${pod}`);
  return [...groups.values()].map(([first]) => first!);
}

/** Rows about this pod: they name it, or they stand below its describe output, or their Scheduled row names it. */
function rowsOf({ rows, before, named, byPod, byTable }: Table, one: Pending): PlacedEvent[] {
  const own = one.pod === '' ? [] : (byPod.get(one.pod) ?? []);
  if (named) return own;
  if (own.length > 0) return [...new Set(own.map(({ table }) => table))].flatMap((at) => byTable.get(at)!);
  // A describe output whose head is cut off names no pod, and the table below it is still its own.
  if (one.pod === '' && before && before.name === undefined) return rows;
  const scheduled = byPod.size > 1 || (byPod.size === 1 && !byPod.has(undefined));
  return !scheduled && before && (before.name?.value ?? '') === one.pod ? rows : [];
}
