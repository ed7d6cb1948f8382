/** ReplicaSets counted by namespace or by owner, and history limits listed by a command: rows below what was asked. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

// kubectl get rs -A --no-headers | awk '{print $1}' | sort | uniq -c      count by (namespace) (kube_replicaset_created)
const GROUPED =
  /\bget\s+(?:rs|replicasets?(?:\.apps)?)\b.*\buniq\s+-c\b|\bcount\s?by\s?\(\w+\)\s?\(\s?kube_replicaset_/;
/** What is counted belongs to one workload each. */
const BY_OWNER = /ownerReferences|metadata\.name\b|\$2\b|by\s?\((?:owner_name|deployment)\)/;
//    9121 review-apps      {namespace="review"} 9812
const ROW =
  /^\s*(?:(\d{1,8})\s+[a-z0-9][\w./-]{0,200}|(?:kube_replicaset_\w+)?\{[^}]{1,300}\}\s+(\d{1,8}))\s*$/;
// kubectl get deploy -A -o jsonpath='{range .items[*]}{.metadata.name} {.spec.revisionHistoryLimit}{"\n"}{end}'
const LIMITS = /\bget\s+(?:deploy|deployments?)\b.*revisionHistoryLimit/;
// shop/cart 1000
const LIMIT = /^\s*[a-z0-9][\w./-]{0,200}(?:\s+[a-z0-9][\w.-]{0,200})?[\s:=,]{1,40}(\d{1,10})\s*$/;

/** Emits the sum over namespaces, the most of one owner, and limits. */
export function emitCountedGroups(parts: readonly PartView[], emit: Emit): void {
  let asked = '';
  let rows: { count: number; line: Line }[] = [];
  const tell = (): void => {
    const most = rows.reduce((best, row) => (row.count > best.count ? row : best), rows[0]!);
    const sum = rows.reduce((all, { count }) => all + count, 0);
    if (BY_OWNER.test(asked)) emit('replicasets.of_one', most.count, most.line);
    else emit('replicasets.stored', sum, most.line);
    rows = [];
  };
  for (const part of parts) {
    if (part.command !== undefined) asked = clip(part.command);
    for (const { line } of part.lines) {
      const text = clip(line.text);
      if (GROUPED.test(text) || LIMITS.test(text)) asked = text;
      const row = GROUPED.test(asked) ? ROW.exec(text) : null;
      if (row) rows.push({ count: Number(row[1] ?? row[2]), line });
      else if (rows.length > 0) tell();
      const limit = LIMITS.test(asked) ? LIMIT.exec(text)?.[1] : undefined;
      if (limit !== undefined) emit('deployment.revision_history_limit', Number(limit), line);
    }
  }
  if (rows.length > 0) tell();
}
