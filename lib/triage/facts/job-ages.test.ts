import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { events } from '../formats/events';
import type { Format } from '../formats/format';
import { kubectlGet } from '../formats/kubectl-get';
import { toPart } from '../formats/test-lines';
import { emitJobAges } from './job-ages';

function told(format: Format, ...rows: string[]): Record<string, FactValue> {
  const found: Record<string, FactValue> = {};
  emitJobAges([toPart(format, rows.join('\n'))], (fact, value) => (found[fact] = value));
  return found;
}

const HEAD = 'NAME   COMPLETIONS   DURATION   AGE';
const row = (minute: number, age: string) => `a-${28_467_360 + minute}   1/1   9s   ${age}`;

test('the Job that is younger than its name, beside the others', () => {
  expect(told(kubectlGet, HEAD, row(0, '50m'), row(15, '20m'), row(30, '20m'))).toEqual({
    'job.start_delay_seconds': 840,
  });
  expect(told(kubectlGet, HEAD, row(0, '50m'), row(15, '35m'), row(30, '20m'))).toEqual({});
  // Hours and days say too little.
  expect(told(kubectlGet, HEAD, row(0, '2d'), row(15, '2d'))).toEqual({});
});

test('a Job that was created twice', () => {
  const created = (age: string) =>
    `Normal  SuccessfulCreate  ${age}  cronjob-controller  Created job a-28467360`;
  expect(told(events, created('9m'), created('8m'))['cronjob.extra_runs']).toBe(1);
  expect(told(events, created('8m (x2 over 9m)'))['cronjob.extra_runs']).toBe(1);
  expect(told(events, created('9m'))).toEqual({});
});
