import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitCountedGroups } from './counted-groups';

function told(command: string, ...rows: string[]): [string, FactValue][] {
  const found: [string, FactValue][] = [];
  emitCountedGroups([toPart(plain, rows.join('\n'), command)], (fact, value) => found.push([fact, value]));
  return found;
}

test('namespaces are summed, of owners the first counts', () => {
  const rows = ['   9121 review', '     44 shop'];
  expect(told("kubectl get rs -A --no-headers | awk '{print $1}' | sort | uniq -c", ...rows)).toEqual([
    ['replicasets.stored', 9165],
  ]);
  expect(told('kubectl get rs -o jsonpath={..ownerReferences[0].name} | sort | uniq -c', ...rows)).toEqual([
    ['replicasets.of_one', 9121],
  ]);
  expect(told('kubectl get pods | sort | uniq -c', ...rows)).toEqual([]);
});

test('a query of kube-state-metrics, and limits beside names', () => {
  const query = 'count by (namespace) (kube_replicaset_created)\n{namespace="a"} 9812\n{namespace="b"} 4109';
  expect(told('', query)).toEqual([['replicasets.stored', 13_921]]);
  expect(told('kubectl get deploy -A -o jsonpath={..revisionHistoryLimit}', 'shop/cart 1000')).toEqual([
    ['deployment.revision_history_limit', 1000],
  ]);
});
