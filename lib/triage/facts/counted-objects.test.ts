import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitCountedObjects } from './counted-objects';

function counted(text: string, command?: string): Record<string, FactValue> {
  const found: Record<string, FactValue> = {};
  emitCountedObjects([toPart(plain, text, command)], (fact, value) => (found[fact] = value));
  return found;
}

test.each([
  ['apiserver_storage_objects{resource="replicasets.apps"} 21988', 21_988],
  ['{resource="replicasets.apps"}                      48116', 48_116],
  ['apiserver_storage_objects{job="a",resource="replicasets.apps",zone="b"} => 4.1e+4 @[1588665600]', 41_000],
  ['{"metric":{"resource":"replicasets.apps"},"value":[1696493400.113,"52207"]}', 52_207],
  ['replicasets 21874', 21_874],
  ['| replicasets.apps | 901 |', 901],
  ['  38841 replicasets', 38_841],
  [
    'request:"header:<ID:1 > range:<key:"/registry/replicasets/" range_end:"/registry/replicasets0" > " response:"range_response_count:21874 size:9"',
    21_874,
  ],
  ['count(kube_replicaset_spec_replicas == 0)\n{}   21834', 21_834],
])('a total in %s', (text, total) => {
  expect(counted(text)).toMatchObject({ 'replicasets.stored': total });
});

test.each([
  ['kubectl get rs -A --no-headers | wc -l', '18412', 18_412],
  ['kubectl get rs --all-namespaces | wc -l', '18413', 18_412],
  ['etcdctl get /registry/replicasets --prefix --keys-only | wc -l', '200', 100],
  ['etcdctl get /registry/replicasets --prefix --count-only --write-out=fields', '"Count" : 314', 314],
  [`kubectl get --raw '/apis/apps/v1/replicasets?limit=1' | jq .metadata.remainingItemCount`, '8411', 8411],
])('what %s counted', (command, output, total) => {
  expect(counted(output, command)).toEqual({ 'replicasets.stored': total });
});

test('both kinds beside each other give the history that is kept', () => {
  expect(counted('replicasets: 17733\ndeployments: 241')).toMatchObject({
    'replicasets.per_deployment': 73.6,
  });
});

test('what a filter counts is not what the cluster stores', () => {
  expect(counted('418', 'kubectl get rs -n shop -l app=basket --no-headers | wc -l')).toEqual({
    'replicasets.of_one': 418,
  });
  expect(counted('418', `kubectl get rs -A --no-headers | awk '$3==0' | wc -l`)).toEqual({
    'replicasets.empty': 418,
  });
  expect(counted('418', 'kubectl get pods -A | wc -l')).toEqual({});
  expect(counted('we have replicasets and 900 deployments')).toEqual({});
});

test('names and revisions of one workload', () => {
  expect(
    counted('replicaset.apps/web-5644d7b6d9\nreplicaset.apps/web-655f49c95f\nreplicaset.apps/api-6988bf6d4'),
  ).toEqual({
    'replicasets.of_one': 2,
  });
  expect(
    counted('deployment.apps/web\nREVISION  CHANGE-CAUSE\n1   <none>\n2   <none>\n4   <none>\n\nend'),
  ).toEqual({
    'replicasets.of_one': 3,
  });
});
