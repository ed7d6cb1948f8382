/** Facts of `kubectl get` tables. */

import { groupedBy } from '../grouped-by';
import { clip } from './columns';
import { missedRuns } from './cron-interval';
import { durationSeconds } from './duration';
import type { Emit, PartView } from './format';
import { getRows } from './get-rows';
import type { GetRow } from './get-rows';
import { parseMoment, secondsSince } from './moment';
import type { FactName } from '../facts/vocabulary';

/** Rows of one table that get facts of their own; totals count all of them. */
const ROWS = 200;

/** Where the pods of one workload stand. */
export interface Placement {
  workload: string;
  node: string;
  replicas: number;
  row: GetRow;
}

/** `kubectl get rs -A | wc -l` counts ReplicaSets, and its header line. */
export function countsReplicaSets(command: string | undefined): boolean {
  return (
    command !== undefined &&
    /\bget\s+(?:rs|replicasets?(?:\.apps)?)\b[^|]*\|\s*wc\s+-l\s*$/.test(clip(command))
  );
}

/** Emits the facts of every row and of the whole table. */
export function emitGetFacts(part: PartView, emit: Emit): void {
  const rows = getRows(part);
  for (const row of rows.slice(0, ROWS)) {
    if (row.resource === 'pod') emitPod(row, emit);
    else if (row.resource === 'node') emitNode(row, emit);
    else if (row.resource === 'cronjob') emitCronJob(row, part, emit);
  }
  emitReplicaSets(rows, emit);
  const most = sameNode(rows)[0];
  if (most) emit('pods.same_node_replicas', most.replicas, most.row.line, most.workload);
}

function emitPod({ cells, line }: GetRow, emit: Emit): void {
  const name = cells.NAME ?? '';
  emit('pod.phase', cells.STATUS ?? '', line, name);
  const restarts = /^\d+/.exec(cells.RESTARTS ?? '')?.[0];
  if (restarts) emit('container.restarts', Number(restarts), line, name);
  if (/^(?:Running|Completed|Succeeded)$/.test(cells.STATUS ?? '')) return;
  // Names fill commands, so only pods that something is wrong with are named.
  emit('pod.name', name, line);
  if (cells.NAMESPACE) emit('pod.namespace', cells.NAMESPACE, line, name);
  if (cells.NODE && cells.NODE !== '<none>') emit('node.name', cells.NODE, line);
  const age = durationSeconds(cells.AGE ?? '');
  if (cells.STATUS === 'Pending' && age !== undefined) emit('pod.pending_seconds', age, line, name);
}

const RUNTIMES: Record<string, FactName> = {
  docker: 'docker.version',
  containerd: 'containerd.version',
  'cri-o': 'cri-o.version',
};

function emitNode({ cells, line }: GetRow, emit: Emit): void {
  const name = cells.NAME ?? '';
  const ready = /^(?:Not)?Ready/.exec(cells.STATUS ?? '')?.[0];
  // The table prints NotReady for False and for Unknown alike.
  if (ready) emit('node.ready', ready === 'Ready' ? 'True' : 'False', line, name);
  if (ready === 'NotReady') emit('node.name', name, line);
  if (cells.VERSION) emit('kubelet.version', cells.VERSION.replace(/^v/, ''), line, name);
  const [kernel, os] = [cells.KERNEL ?? cells['KERNEL-VERSION'], cells.OS ?? cells['OS-IMAGE']];
  if (kernel) emit('kernel.version', kernel, line, name);
  if (os) emit('os.version', os, line, name);
  const [, kind, version] =
    /^([\w-]+):\/\/(\S+)$/.exec(cells.RUNTIME ?? cells['CONTAINER-RUNTIME'] ?? '') ?? [];
  if (!kind || !Object.hasOwn(RUNTIMES, kind)) return;
  emit('runtime.name', kind, line, name);
  emit(RUNTIMES[kind] as FactName, version ?? '', line, name);
}

function emitCronJob({ cells, line }: GetRow, part: PartView, emit: Emit): void {
  const name = cells.NAME ?? '';
  const last = cells.LAST ?? cells['LAST SCHEDULE'] ?? '';
  emit('cronjob.name', name, line);
  emit('cronjob.schedule', cells.SCHEDULE ?? '', line, name);
  if (cells.TIMEZONE && cells.TIMEZONE !== '<none>') emit('cronjob.timezone', cells.TIMEZONE, line, name);
  if (cells.SUSPEND) emit('cronjob.suspend', cells.SUSPEND === 'True', line, name);
  const ago = durationSeconds(last) ?? secondsSince(parseMoment(last), part.now);
  if (ago === undefined) return;
  emit('cronjob.last_schedule_seconds', ago, line, name);
  const missed = cells.SUSPEND === 'True' ? undefined : missedRuns(cells.SCHEDULE ?? '', ago);
  if (missed !== undefined) emit('cronjob.missed_runs', missed, line, name);
}

function emitReplicaSets(rows: readonly GetRow[], emit: Emit): void {
  const sets = rows.filter((row) => row.resource === 'replicaset');
  const first = sets[0];
  if (!first) return;
  const empty = sets.filter(isEmpty);
  emit('replicasets.total', sets.length, first.line);
  emit('replicasets.empty', empty.length, empty[0]?.line ?? first.line);
  const owners = groupedBy(
    empty,
    ({ cells }) => `${cells.NAMESPACE ?? ''}/${(cells.NAME ?? '').replace(/-[a-z0-9]+$/, '')}`,
  );
  const most = [...owners.values()].sort((a, b) => b.length - a.length)[0];
  if (most) emit('replicasets.of_one', most.length, most[0]!.line);
}

/** Desired, current and ready are all 0. */
export function isEmpty({ cells }: GetRow): boolean {
  return [cells.DESIRED, cells.CURRENT, cells.READY ?? '0'].every((cell) => cell === '0');
}

/** Workloads of two and more live pods that all stand on one node, the largest first. */
export function sameNode(rows: readonly GetRow[]): Placement[] {
  const workloads = new Map<string, GetRow[]>();
  for (const row of rows) {
    const { NODE, NAME, NAMESPACE, STATUS } = row.cells;
    if (
      row.resource !== 'pod' ||
      !NODE ||
      NODE === '<none>' ||
      /^(?:Completed|Succeeded|Evicted|Failed|Error)$/.test(STATUS ?? '')
    )
      continue;
    const workload = workloadOf(NAME ?? '');
    if (workload === undefined) continue;
    const key = NAMESPACE ? `${NAMESPACE}/${workload}` : workload;
    workloads.set(key, [...(workloads.get(key) ?? []), row]);
  }
  const placed: Placement[] = [];
  for (const [workload, pods] of workloads) {
    const first = pods[0];
    const node = first?.cells.NODE;
    if (!first || !node || pods.length < 2 || pods.some((pod) => pod.cells.NODE !== node)) continue;
    placed.push({ workload, node, replicas: pods.length, row: first });
  }
  return placed.sort((a, b) => b.replicas - a.replicas || (a.workload < b.workload ? -1 : 1));
}

/**
 * The name without its hashes: `web-6b7c4f9d5-k2x4m`, `web-1888685420-abcde`, `kube-proxy-x2k4z`, `mongo-0` (a
 * StatefulSet). Hashes are made of consonants and digits (apimachinery's rand package). Undefined for a bare pod.
 */
export function workloadOf(pod: string): string | undefined {
  const safe = 'bcdfghjklmnpqrstvwxz2456789';
  const deployment = new RegExp(`^(.+)-(?:[${safe}]{6,10}|\\d{8,10})-[a-z0-9]{5}$`).exec(pod);
  if (deployment) return deployment[1];
  const other = new RegExp(`^(.+)-(?:[${safe}]{5}|\\d{1,3})$`).exec(pod);
  return other?.[1];
}
