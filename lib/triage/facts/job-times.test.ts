import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitJobTimes } from './job-times';
import { emitVmstat } from './vmstat';
import { emitZombieRows } from './zombie-rows';
import { emitZoneShift } from './zone-shift';

function told(read: typeof emitJobTimes, text: string, command?: string): [string, FactValue, string?][] {
  const found: [string, FactValue, string?][] = [];
  read([toPart(plain, text, command)], (fact, value, _line, subject) =>
    found.push(subject === undefined ? [fact, value] : [fact, value, subject]),
  );
  return found;
}

test('a Job that was created later than its name says', () => {
  const rows =
    'NAME              CREATED\npoll-1588665600   2020-05-05T08:06:21Z\nsum-27146760   2021-08-12T22:00:02Z';
  expect(told(emitJobTimes, rows)).toEqual([
    ['job.start_delay_seconds', 381, 'poll'],
    ['job.start_delay_seconds', 2, 'sum'],
  ]);
  const described = 'Name:   poll-1588665600\nStart Time:   Tue, 05 May 2020 10:06:21 +0200';
  expect(told(emitJobTimes, described)).toEqual([['job.start_delay_seconds', 381, 'poll']]);
});

test('a pod of a Job, a date and a build number are no Jobs', () => {
  expect(told(emitJobTimes, 'poll-1588665600-abc12   2020-05-05T08:06:21Z')).toEqual([]);
  expect(told(emitJobTimes, 'backup-20240513   2024-05-13T08:06:21Z')).toEqual([]);
});

test('missing and extra runs, against the schedule', () => {
  const done = (name: string) => `${name}   1/1   41s   2d`;
  const skipped = ['Schedule:  1 0 * * *', 'a-26370720', 'a-26373600', 'a-26375040'];
  expect(told(emitJobTimes, skipped.map((row, at) => (at === 0 ? row : done(row))).join('\n'))).toEqual([
    ['cronjob.skipped_runs', 1, 'a'],
  ]);
  const twice = 'schedule "@every 6h"\npurge-27146400\npurge-27146763\npurge-27146764';
  expect(told(emitJobTimes, twice)).toEqual([['cronjob.extra_runs', 1, 'purge']]);
  expect(told(emitJobTimes, 'Schedule:  1 0 * * *\na-26372160\na-26373600')).toEqual([]);
});

const CRON = 'Schedule:    1 0 * * *\nLast Schedule Time:   Wed, 05 Feb 2020 19:01:00 -0500';

test('a run whole hours from its schedule, where local time was expected', () => {
  expect(told(emitZoneShift, `Time zone: America/New_York (EST, -0500)\n${CRON}`)).toEqual([
    ['cronjob.zone_shift_seconds', 18_000],
  ]);
  expect(told(emitZoneShift, CRON)).toEqual([]);
  expect(told(emitZoneShift, `should be 00:01\nTime Zone:   Europe/Rome\n${CRON}`)).toEqual([
    ['cronjob.zone_shift_seconds', 18_000],
  ]);
  expect(
    told(emitZoneShift, `should be 00:01\n${CRON.replace('\n', '\nTime Zone:   Europe/Rome\n')}`),
  ).toEqual([]);
  expect(told(emitZoneShift, `should be 00:01\n${CRON.replace('19:01', '00:01')}`)).toEqual([]);
});

test('vmstat', () => {
  const head = ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st';
  const rows = ' 4 61  0  96004  0  50188  0  0 248820  0 9911 15870  2 27  0 71  0';
  expect(told(emitVmstat, `${head}\n${rows}\n${rows.replace('71', '55')}`)).toEqual([
    ['top.iowait', 55],
    ['memory.page_cache', 50_188 * 1024],
    ['memory.available', 146_192 * 1024],
  ]);
  expect(told(emitVmstat, `${head}\n${rows}`)).toEqual([]);
});

test('zombies behind a pipe', () => {
  const counted = "ps -eo ppid,stat,comm | awk '$2 ~ /^Z/ {print $1,$3}' | sort | uniq -c";
  expect(told(emitZombieRows, '  18544 41877 git\n      2 1203 sh', counted)).toEqual([
    ['ps.zombies', 18_544, '41877 git'],
    ['ps.zombies', 2, '1203 sh'],
  ]);
  expect(told(emitZombieRows, '  212 S\n   31 Z', 'ps -eo stat | sort | uniq -c')).toEqual([
    ['ps.zombies', 31, 'Z'],
  ]);
  const rows = 'Z      9921 send\nZ      9921 send\nZs     1 sh';
  expect(told(emitZombieRows, rows, "ps -eo stat,ppid,comm | grep '^Z' | head")).toEqual([
    ['ps.zombies', 3],
    ['ps.zombie_siblings', 2],
  ]);
  expect(told(emitZombieRows, rows, 'ps -eo stat,ppid,comm')).toEqual([]);
});

test('an object in YAML, and a line of the controller in any zone', () => {
  const job = 'metadata:\n  creationTimestamp: "2024-11-20T13:33:07Z"\n  name: datafeed-28868460\n';
  expect(told(emitJobTimes, job)).toEqual([['job.start_delay_seconds', 1987, 'datafeed']]);
  const log = (clock: string) =>
    `I0216 ${clock}.214331       1 x.go:645] "Created Job" job="crm/mail-28467420"`;
  expect(told(emitJobTimes, log('05:12:00'))).toEqual([['job.start_delay_seconds', 720, 'mail']]);
  expect(told(emitJobTimes, log('05:00:00'))).toEqual([['job.start_delay_seconds', 0, 'mail']]);
});

test('two pods of one run, of which none failed', () => {
  const pod = (end: string, status: string) => `a-28467360-${end}   0/1     ${status}   0     3h`;
  const second = (text: string) => told(emitJobTimes, text).filter(([fact]) => fact.endsWith('second_pods'));
  expect(second([pod('2kqpx', 'Completed'), pod('9xw7c', 'Completed')].join('\n'))).toHaveLength(1);
  expect(second([pod('2kqpx', 'Error'), pod('9xw7c', 'Completed')].join('\n'))).toEqual([]);
  const log = (end: string) => `Name:"a-28467360", reason: 'SuccessfulCreate' Created pod: a-28467360-${end}`;
  expect(second([log('2kqpx'), log('9xw7c')].join('\n'))).toHaveLength(1);
  expect(second([log('2kqpx'), log('2kqpx')].join('\n'))).toEqual([]);
});

test('zones by their number, and one daily schedule among several', () => {
  const table = '11 3 * * *\n0 0 * * *\nThu Dec  2 11:29:44 +03 2021\n2021-12-02T03:11:00Z';
  expect(told(emitZoneShift, table)).toEqual([['cronjob.zone_shift_seconds', 10_800]]);
});
