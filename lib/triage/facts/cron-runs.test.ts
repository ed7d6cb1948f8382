import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { klog } from '../formats/klog';
import { kubectlGet } from '../formats/kubectl-get';
import { manifest } from '../formats/manifest';
import { plain } from '../formats/plain';
import { isoTime } from '../formats/times';
import { toPart } from '../formats/test-lines';
import type { PartView } from '../formats/format';
import { emitCronRuns } from './cron-runs';

function told(...parts: PartView[]): Record<string, FactValue> {
  const found: Record<string, FactValue> = {};
  emitCronRuns(parts, (fact, value) => (found[fact] = value));
  return found;
}

test('runs missed since the status of a manifest', () => {
  const text = `spec:\n  schedule: '*/20 6-22 * * *'\nstatus:\n  lastScheduleTime: "2020-03-02T11:00:00Z"`;
  const now = isoTime('2020-03-04T11:00:00Z');
  expect(told(toPart(manifest, text, undefined, now))).toEqual({ 'cronjob.missed_runs': 102 });
  expect(told(toPart(manifest, text))).toEqual({});
});

test('a run at a minute that no schedule names', () => {
  const jobs = 'charge-28443660   1/1\ncharge-28447741   1/1';
  expect(told(toPart(plain, `schedule: "0 21 * * tue,fri"\n${jobs}`))).toEqual({
    'cronjob.off_schedule_runs': 1,
  });
  // Another hour, or a quarter of one, may be a matter of zones.
  expect(told(toPart(plain, `schedule: "30 8 * * *"\n${jobs.replace('7741', '7725')}`))).toEqual({});
  expect(told(toPart(plain, jobs))).toEqual({});
});

test('CronJobs that are behind together, or one that nothing holds up', () => {
  const row = (active: number, last: string) =>
    `a${active}   */5 * * * *   False   ${active}   ${last}   40d`;
  const table = (...rows: string[]) =>
    told(
      toPart(kubectlGet, ['NAME   SCHEDULE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE', ...rows].join('\n')),
    );
  expect(table(row(0, '31m'), row(0, '2m'))).toEqual({ 'cronjob.behind': 1 });
  expect(table(row(1, '31m'), row(0, '2m'))).toEqual({});
  expect(table(...Array.from({ length: 6 }, () => row(1, '31m')))).toEqual({ 'cronjob.behind': 6 });
  expect(table(row(0, '2d'))).toEqual({});
});

test('schedule and last run on one line of columns', () => {
  const row = 'shop   feed   */10 * * * *   2022-11-04T02:10:00Z   false';
  const now = isoTime('2022-11-05T02:10:00Z');
  expect(told(toPart(plain, row, undefined, now))).toEqual({ 'cronjob.missed_runs': 144 });
  expect(told(toPart(plain, row.replace('false', 'true'), undefined, now))).toEqual({});
});

test('a round of the old controller that took minutes', () => {
  const round = (clock: string) =>
    `I0603 ${clock}.775210       1 cronjob_controller.go:122] Found 1914 cronjobs`;
  expect(told(toPart(klog, `${round('10:17:58')}\n${round('10:23:41')}`))).toEqual({
    'cronjob.round_seconds': 343,
  });
});
