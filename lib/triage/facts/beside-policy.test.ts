import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { kubectlGet } from '../formats/kubectl-get';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import type { PartView } from '../formats/format';
import { emitBesidePolicy } from './beside-policy';

function told(...parts: PartView[]): [string, FactValue][] {
  const found: [string, FactValue][] = [];
  emitBesidePolicy(parts, (fact, value) => found.push([fact, value]));
  return found;
}

const jobs = toPart(
  kubectlGet,
  'NAME   COMPLETIONS   DURATION   AGE\na-27389470   0/1   31m   31m\na-27389480   0/1   21m   21m',
);

test('Jobs that run beside each other against the policy', () => {
  expect(told(toPart(plain, 'concurrencyPolicy: Forbid'), jobs)).toEqual([['cronjob.extra_runs', 1]]);
  expect(told(toPart(plain, 'concurrencyPolicy: Allow'), jobs)).toEqual([]);
  const asked = toPart(plain, 'Forbid', "kubectl get cj a -o jsonpath='{.spec.concurrencyPolicy}'");
  expect(told(asked, jobs)).toEqual([['cronjob.extra_runs', 1]]);
});

test('a Job that a log makes twice', () => {
  const made = (clock: string) => `${clock} reason: 'SuccessfulCreate' Created job a-27389470`;
  expect(told(toPart(plain, `${made('02:00:04')}\n${made('02:00:14')}`))).toEqual([
    ['cronjob.extra_runs', 1],
  ]);
  expect(told(toPart(plain, `${made('02:00:04')}\n${made('02:00:04')}`))).toEqual([]);
});
