/** One sentence about a `kubectl get` table. */

import type { PartView } from './format';
import { isEmpty, sameNode } from './get-facts';
import { getRows } from './get-rows';
import type { GetRow, Resource } from './get-rows';

/** `2 of 12 pods are not running: 1 Pending, 1 CrashLoopBackOff`. */
export function sayGet(part: PartView): string | undefined {
  const rows = getRows(part);
  const resource = rows[0]?.resource;
  if (!resource) return undefined;
  return SAY[resource]?.(rows.filter((row) => row.resource === resource));
}

const SAY: Partial<Record<Resource, (rows: GetRow[]) => string>> = {
  pod: sayPods,
  node(rows) {
    const bad = rows.filter((row) => !/^Ready/.test(row.cells.STATUS ?? ''));
    if (bad.length === 0) return count(rows, 'node', 'Ready');
    return `${bad.length} of ${rows.length} nodes ${bad.length === 1 ? 'is' : 'are'} NotReady: ${names(bad)}`;
  },
  replicaset: (rows) => `${rows.filter(isEmpty).length} of ${rows.length} ReplicaSets are empty`,
  deployment(rows) {
    const short = rows.filter((row) => new Set((row.cells.READY ?? '').split('/')).size > 1);
    return short.length === 0
      ? count(rows, 'deployment', 'ready')
      : `${short.length} of ${rows.length} deployments not fully ready: ${names(short)}`;
  },
  cronjob(rows) {
    const { NAME, SCHEDULE, SUSPEND, LAST } = rows[0]?.cells ?? {};
    if (rows.length > 1) return `${rows.length} CronJobs`;
    return `CronJob ${NAME} (${SCHEDULE}) last ran ${LAST === '<none>' ? 'never' : `${LAST} ago`}${SUSPEND === 'True' ? ', suspended' : ''}`;
  },
};

function sayPods(rows: GetRow[]): string {
  const bad = rows.filter(({ cells }) => {
    const [ready, all] = (cells.READY ?? '').split('/');
    const done = /^(?:Completed|Succeeded)$/.test(cells.STATUS ?? '');
    return !done && (cells.STATUS !== 'Running' || (ready !== undefined && ready !== all));
  });
  const together = sameNode(rows)[0];
  const crowd = together ? `; all ${together.replicas} of ${together.workload} are on ${together.node}` : '';
  if (bad.length === 0) return `${count(rows, 'pod', 'running')}${crowd}`;
  if (rows.length === 1) return `Pod ${names(bad)} is ${bad[0]?.cells.STATUS}, ${bad[0]?.cells.READY} ready`;
  const reasons = new Map<string, number>();
  for (const { cells } of bad) {
    const reason = cells.STATUS === 'Running' ? 'Running but not ready' : (cells.STATUS ?? '');
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const list = [...reasons]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([reason, times]) => `${times} ${reason}`);
  return `${bad.length} of ${rows.length} pods are not running: ${list.slice(0, 4).join(', ')}${crowd}`;
}

function count(rows: GetRow[], what: string, how: string): string {
  return rows.length === 1
    ? `The ${what} ${names(rows)} is ${how}`
    : `All ${rows.length} ${what}s are ${how}`;
}

function names(rows: GetRow[]): string {
  const first = rows.slice(0, 3).map((row) => row.cells.NAME);
  return first.join(', ') + (rows.length > 3 ? ', …' : '');
}
