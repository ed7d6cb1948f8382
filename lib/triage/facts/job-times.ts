/**
 * The planned time in the name of a CronJob's Job shows late runs beside the time of creation, and extra and missing
 * ones beside the schedule.
 */

import { clip } from '../formats/columns';
import { cronInterval } from '../formats/cron-interval';
import type { Emit, PartView } from '../formats/format';
import { parseMoment, RFC1123 } from '../formats/moment';
import { klogTime, onYear } from '../formats/times';
import { groupedBy } from '../grouped-by';
import { isNumbered, runOf, type Run } from './job-name';

const ISO = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/;
const START = new RegExp(`^\\s*(?:Start Time|Created|Created At):\\s+(${RFC1123})`);
/** Of an object in YAML or JSON, which prints it before the name. */
const MADE = /\bcreationTimestamp["']?: {0,4}["']?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)/;
const NAMED = /^[\s-]*["']?name["']?: /;
// I0914 00:12:17.552131       1 cronjob_controllerv2.go:645] "Created Job" job="bi/rollup-27718560" cronjob="bi/rollup"
/** Then a second pod is a retry. */
const RETRIED = /BackoffLimitExceeded|backoff limit|BackOff\b/;
// Created pod: sync-users-1602880200-xgkmh
const POD_OF_JOB = /\bCreated pod: (\S{1,253})/;
const CREATED = /"Created Job" |Created Job \S+ for |\bCreated job /;
const CRON = String.raw`[\d*][\d*/,-]{0,30}(?: [\d*][\d*/,A-Za-z-]{0,30}){4}`;
const SCHEDULE = new RegExp(
  `(?:^\\s*[Ss]chedule:\\s+|^(?:\\S+\\s+)?|"|')(${CRON}|@every \\d{1,4}[hm]|@[a-z]{5,8})(?=$|["'\\s])`,
);
/** Five fields of which one is open, or `@every`: looked for first. A schedule without a star runs once a year. */
const tellsSchedule = (text: string): boolean =>
  text.includes('@') || (text.includes('*') && FIELDS.test(text));
const FIELDS = / [\d*]\S{0,30} [\d*]\S{0,30} [\d*]\S{0,30} [\d*]/;
const DAY = 86_400;
/** Zones lie whole quarters of an hour apart. */
const QUARTER = 900;
/** None lies farther from UTC than fourteen hours. */
const ZONES = 14 * 3_600;
/** Names read, and rows told. */
const MOST = 200;

/** Whether the line may name a Job, a schedule or a start; no other line tells anything here. */
export function tellsJobTimes(line: string): boolean {
  const text = clip(line);
  return isNumbered(text) || tellsSchedule(text) || START.test(text) || MADE.test(text) || RETRIED.test(text);
}

/** Emits how late Jobs began, and how many runs are too many or missing among them. */
export function emitJobTimes(parts: readonly PartView[], emit: Emit): void {
  // Without a Job there is nothing to tell.
  if (!parts.some((part) => part.lines.some(({ line }) => runOf(clip(line.text), line)))) return;
  const runs: Run[] = [];
  const schedules = new Set<string>();
  for (const part of parts) {
    let named: Run | undefined;
    let made: string | undefined;
    for (const { line } of part.lines) {
      const text = clip(line.text);
      made = MADE.exec(text)?.[1] ?? made;
      const schedule = tellsSchedule(text) ? SCHEDULE.exec(text)?.[1] : undefined;
      if (schedule) schedules.add(schedule);
      const run = runs.length < MOST ? runOf(text, line) : undefined;
      if (run) runs.push((named = run));
      const pod = POD_OF_JOB.exec(text)?.[1];
      const second = pod === undefined ? undefined : runOf(` ${pod} `, line);
      if (second) runs.push(second);
      emitDelay(text, run, named, emit);
      if (run && made !== undefined && NAMED.test(text)) {
        sayDelay(run, parseMoment(made)?.ms, emit);
        made = undefined;
      }
    }
  }
  for (const [job, own] of byJob(runs)) twice(job, own, emit);
  if (!parts.some((part) => part.lines.some(({ line }) => RETRIED.test(clip(line.text)))))
    emitSecondPods(runs, emit);
  const [schedule] = schedules;
  if (schedule === undefined || schedules.size > 1) return;
  const interval = every(schedule) ?? cronInterval(schedule);
  if (interval !== undefined) emitGaps(runs, interval, emit);
}

function emitDelay(text: string, run: Run | undefined, named: Run | undefined, emit: Emit): void {
  if (!run && !named) return;
  const start = START.exec(text)?.[1];
  const of = start === undefined ? run : named;
  if (!of || of.pod !== undefined) return;
  const created = start ?? ISO.exec(text)?.[0];
  if (created !== undefined) sayDelay(of, parseMoment(created)?.ms, emit);
  else if (CREATED.test(text)) sayDelay(of, loggedAt(text, of.planned), emit);
}

/** klog prints neither year nor zone: of the distance to the planned time only what no zone explains is left. */
function loggedAt(text: string, planned: number): number | undefined {
  const at = klogTime(text);
  if (!at) return undefined;
  const day = new Date(planned * 1000);
  const due = onYear(day.getUTCMonth(), day.getUTCDate(), (planned % DAY) * 1000);
  const late = Math.floor((at.ms - due) / 1000);
  return Math.abs(late) > ZONES ? undefined : (planned + (((late % QUARTER) + QUARTER) % QUARTER)) * 1000;
}

function sayDelay({ job, planned, pod, line }: Run, ms: number | undefined, emit: Emit): void {
  const delay = Math.round((ms ?? Number.NaN) / 1000) - planned;
  if (pod === undefined && delay >= 0 && delay < DAY) emit('job.start_delay_seconds', delay, line, job);
}

/** Times of Jobs that ended well; failed ones are kept longer, and leave gaps that mean nothing. */
function emitGaps(runs: readonly Run[], interval: number, emit: Emit): void {
  for (const [job, own] of byJob(runs)) {
    extra(job, own, interval, emit);
    const done = sorted(own.filter((run) => run.done));
    const missing = done
      .slice(1)
      .reduce((sum, run, at) => sum + Math.round((run.planned - done[at]!.planned) / interval) - 1, 0);
    if (done.length >= 3 && missing > 0 && missing < 100)
      emit('cronjob.skipped_runs', missing, done.at(-1)!.line, job);
  }
}

const byJob = (runs: readonly Run[]): Map<string, Run[]> => groupedBy(runs, ({ job }) => job);

/** One planned time in seconds and in minutes: two controllers of different ages each made a Job for it. */
function twice(job: string, own: readonly Run[], emit: Emit): void {
  const numbers = new Map<number, Set<number>>();
  for (const { planned, digits } of own)
    numbers.set(planned, (numbers.get(planned) ?? new Set()).add(digits));
  const doubled = [...numbers].filter(([, digits]) => digits.size > 1).map(([planned]) => planned);
  const first = own.find(({ planned }) => doubled.includes(planned));
  if (first) emit('cronjob.extra_runs', doubled.length, first.line, job);
}

/** Two pods of one Job. Where one of them failed, the other is a retry. */
function emitSecondPods(runs: readonly Run[], emit: Emit): void {
  const pods = new Map<string, Map<string, Run>>();
  for (const run of runs) {
    if (run.pod === undefined) continue;
    const key = `${run.job} ${run.planned}`;
    pods.set(key, (pods.get(key) ?? new Map()).set(run.pod, run));
  }
  const doubled = [...pods.values()].map((own) => [...own.values()]).filter((own) => own.length > 1);
  const whole = doubled.filter((own) => !own.some(({ failed }) => failed));
  if (whole[0]) emit('cronjob.second_pods', whole.length, whole[0][1]!.line, whole[0][0]!.job);
}

function extra(job: string, own: readonly Run[], interval: number, emit: Emit): void {
  const times = sorted(own);
  const close = times.slice(1).filter((run, at) => run.planned - times[at]!.planned < interval / 2);
  if (close[0]) emit('cronjob.extra_runs', close.length, close[0].line, job);
}

function sorted(runs: readonly Run[]): Run[] {
  const times = new Map(runs.map((run) => [run.planned, run]));
  return [...times.values()].sort((a, b) => a.planned - b.planned);
}

/** `@every 6h` in seconds. */
function every(schedule: string): number | undefined {
  const found = /^@every (\d{1,4})([hm])$/.exec(schedule);
  return found ? Number(found[1]) * (found[2] === 'h' ? 3600 : 60) : undefined;
}
