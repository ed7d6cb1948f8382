/**
 * How many ReplicaSets and Deployments the cluster stores, from whatever counted them: kubectl, etcdctl, the API
 * server's metrics, the answers that etcd logs as slow. Beside each other the two say how much history is kept.
 */

import { bareCount, clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

type Kind = 'replicasets' | 'deployments';

interface Counted {
  kind: Kind;
  count: number;
}

const KIND = String.raw`(replicasets|deployments)(?:\.apps|\.extensions)?`;
const COUNT = String.raw`(\d{1,9}(?:\.\d{1,9})?(?:e\+?\d{1,2})?)`;

/** Lines that say what was counted and how many there are. */
const SHAPES: readonly { pattern: RegExp; kind: number; count: number }[] = [
  // apiserver_storage_objects{resource="replicasets.apps"} 21988      {resource="replicasets.apps"}   48116
  {
    pattern: new RegExp(`\\bresource="?${KIND}"?[^}]{0,200}\\}(?:[ \\t=>:]{1,200})${COUNT}(?:\\s|$)`),
    kind: 1,
    count: 2,
  },
  // 48211 apiserver_storage_objects{resource="replicasets.apps"}
  {
    pattern: new RegExp(`^\\s*${COUNT}\\s+\\w{5,60}\\{[^}]{0,200}\\bresource="${KIND}"`),
    kind: 2,
    count: 1,
  },
  // {"metric":{"resource":"replicasets.apps"},"value":[1713171163.5,"48116"]}
  {
    pattern: new RegExp(`"resource":\\s?"${KIND}"[^[]{0,400}"value":\\s?\\[[\\d.]{1,20},\\s?"${COUNT}"\\]`),
    kind: 1,
    count: 2,
  },
  // replicasets 21874      | replicasets.apps | 21874 |      /registry/replicasets: 21874
  {
    pattern: new RegExp(`^[\\s|"']{0,20}(?:/registry/)?${KIND}/?["']?[\\s:=|,]{1,80}"?${COUNT}"?[\\s|,]*$`),
    kind: 1,
    count: 2,
  },
  // 38841 replicasets      14203 /registry/replicasets
  {
    pattern: new RegExp(`^\\s*${COUNT}\\s+(?:/?registry/)?${KIND}/?\\s*$`),
    kind: 2,
    count: 1,
  },
  // request:"header:<…> range:<key:\"/registry/replicasets/\" …>" response:"range_response_count:21874 size:98231833"
  {
    pattern: new RegExp(`/registry/${KIND}/.{0,600}\\brange_response_count:${COUNT}\\b`),
    kind: 1,
    count: 2,
  },
];

// kubectl get rs -A --no-headers | wc -l       etcdctl get /registry/replicasets --prefix --keys-only | grep -c .
const GET: Record<Kind, RegExp> = {
  replicasets:
    /\bget\s+(?:rs|replicasets?(?:\.apps)?)\b|\/registry\/replicasets|apps\/v1\/replicasets|\bcount\(kube_replicaset_/,
  deployments:
    /\bget\s+(?:deploy|deployments?(?:\.apps)?)\b|\/registry\/deployments|apps\/v1\/deployments|\bcount\(kube_deployment_/,
};
const COUNTS = /\bwc\s+-l\b|\bgrep\b[^|]*\s-\w*c|--count-only|remainingItemCount|\blength\b|\bcount\(/;
/** A filter for zeros leaves the empty ones: awk '$3==0 && $4==0' */
const EMPTY = /\bawk\b[^|]*\$\d\s?==\s?["']?0|\bgrep\b[^|]*\b0\s{0,3}[+*]?\s*0\b/;
// kubectl rollout history deploy/preview-api | wc -l: two lines stand above the revisions, and one below.
const HISTORY = /\brollout\s+history\b[^|]*\|\s*wc\s+-l\b/;
/** What a command that filters or asks for one namespace counts is not what the cluster stores. */
const FILTERED =
  /\s(?:-n|--namespace|-l|--selector|--field-selector)[\s=]|\bawk\b|\bgrep\b(?!\s+["']?Count\b|\s+-\w*[cv]\w*\s+(?:registry|\.|''|'\^\$'|\^\$|\/registry)|\s+replicasets)/;
// One label or one name chosen: what is counted belongs to one workload.
const OF_ONE = /\s(?:-l|--selector)[\s=]|\bgrep\s+(?:-\w+\s+){0,3}["']?\^?[a-z][a-z0-9-]{2,60}["']?(?:\s|$)/;
// "Count" : 21874      {}   21834
const COUNT_FIELD = /^\s*(?:"Count"\s?:|\{\}\s{1,80}(?:=>)?)\s?(\d{1,9})\s*(?:@\[|$)/;
// replicaset.apps/web-5644d7b6d9      replicaset.extensions "web-1888685420" deleted
const NAMED =
  /^\s*replicasets?(?:\.apps|\.extensions)?[/ ]"?([a-z0-9][a-z0-9.-]{0,200})-[a-z0-9]{6,10}"?(?: deleted)?\s*$/;

/** Emits the totals, their ratio, and counts that belong to one workload. */
export function emitCountedObjects(parts: readonly PartView[], emit: Emit): void {
  emitNamed(parts, emit);
  const latest: Partial<Record<Kind, number>> = {};
  const found = (counted: Counted, line: Line): void => {
    latest[counted.kind] = counted.count;
    if (counted.kind === 'replicasets') emit('replicasets.stored', counted.count, line);
    const { replicasets, deployments } = latest;
    if (replicasets !== undefined && deployments !== undefined && deployments > 0)
      emit('replicasets.per_deployment', Math.round((replicasets / deployments) * 10) / 10, line);
  };
  for (const part of parts) {
    let command = part.command;
    for (const { line } of part.lines) {
      const text = clip(line.text);
      const counted = saidBy(text);
      if (counted) found(counted, line);
      if ((COUNTS.test(text) && kindOf(text)) || HISTORY.test(text)) command = text;
      const count = bareCount(text) ?? countField(text);
      if (count !== undefined && HISTORY.test(clip(command ?? '')))
        emit('replicasets.of_one', count - 3, line);
      const kind = command === undefined || count === undefined ? undefined : kindOf(clip(command));
      if (command === undefined || count === undefined || !kind || !COUNTS.test(clip(command))) continue;
      const asked = clip(command);
      if (kind === 'replicasets' && EMPTY.test(asked)) emit('replicasets.empty', count, line);
      else if (!FILTERED.test(asked)) found({ kind, count: stored(asked, count) }, line);
      else if (kind === 'replicasets' && OF_ONE.test(asked)) emit('replicasets.of_one', count, line);
    }
  }
}

/** Names without a table, and the revisions of one Deployment, each of which is a ReplicaSet. */
function emitNamed(parts: readonly PartView[], emit: Emit): void {
  const owners = new Map<string, { count: number; line: Line }>();
  let history: string | undefined;
  for (const part of parts) {
    for (const { line } of part.lines) {
      const text = clip(line.text);
      if (/^\s*REVISION\s+CHANGE-CAUSE\s*$/.test(text)) {
        history = `history ${line.from}`;
        continue;
      }
      if (history && !/^\s*\d{1,6}(?:\s|$)/.test(text)) history = undefined;
      const owner = history ?? NAMED.exec(text)?.[1];
      if (owner === undefined) continue;
      const known = owners.get(owner);
      owners.set(owner, { count: (known?.count ?? 0) + 1, line: known?.line ?? line });
    }
  }
  const most = [...owners.values()].sort((a, b) => b.count - a.count)[0];
  if (most && most.count > 1) emit('replicasets.of_one', most.count, most.line);
}

function saidBy(text: string): Counted | undefined {
  if (!text.includes('replicasets') && !text.includes('deployments')) return undefined;
  for (const { pattern, kind, count } of SHAPES) {
    const found = pattern.exec(text);
    if (found) return { kind: found[kind] as Kind, count: Number(found[count]) };
  }
  return undefined;
}

function kindOf(command: string): Kind | undefined {
  return (['replicasets', 'deployments'] as const).find((kind) => GET[kind].test(command));
}

function countField(text: string): number | undefined {
  const found = COUNT_FIELD.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** kubectl prints a header, and etcdctl an empty line behind every key: `wc -l` counts them. */
function stored(command: string, lines: number): number {
  if (!/\bwc\s+-l\b/.test(command)) return lines;
  if (/--keys-only/.test(command)) return /\bgrep\b/.test(command) ? lines : Math.round(lines / 2);
  return /--no-headers|\btail\s+-n\s?\+2\b|\bgrep\b|--raw|-o\s?(?:name|json)/.test(command)
    ? lines
    : Math.max(0, lines - 1);
}
