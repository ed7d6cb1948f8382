/**
 * A CronJob writes the planned time into the name of each Job: `poll-1588665600` in seconds, `purge-27146763` in
 * minutes since 1970. Beside the time of creation that shows late runs; beside the schedule, extra and missing ones.
 */

import { clip } from '../formats/columns';
import { cronInterval } from '../formats/cron-interval';
import type { Emit, PartView } from '../formats/format';
import { parseMoment, RFC1123 } from '../formats/moment';
import type { Line } from '../read/line';

// poll-1588665600      purge-27146763      dep-bot-1582588860-5c9ht
const NAME = /(?:^|[\s/"'])([a-z0-9][a-z0-9.-]{0,200})-(\d{10}|\d{8})(-[a-z0-9]{5})?(?=$|[\s"',:])/;
/** In every such name; looked for first. */
const NUMBERED = /-\d{8}/;
const ISO = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/;
const START = new RegExp(`^\\s*(?:Start Time|Created|Created At):\\s+(${RFC1123})`);
const DONE = /\s(?:Completed?|1\/1)\s/;
const CRON = String.raw`[\d*][\d*/,-]{0,30}(?: [\d*][\d*/,A-Za-z-]{0,30}){4}`;
const SCHEDULE = new RegExp(
  `(?:^\\s*[Ss]chedule:\\s+|^\\S+\\s+|"|')(${CRON}|@every \\d{1,4}[hm]|@[a-z]{5,8})(?=$|["'\\s])`,
);
/** Five fields of which one is open, or `@every`: looked for first. A schedule without a star runs once a year. */
const tellsSchedule = (text: string): boolean =>
  text.includes('@') || (text.includes('*') && FIELDS.test(text));
const FIELDS = / [\d*]\S{0,30} [\d*]\S{0,30} [\d*]\S{0,30} [\d*]/;
const DAY = 86_400;
/** Names read, and rows told. */
const MOST = 200;

interface Run {
  job: string;
  /** Planned time, seconds since 1970. */
  planned: number;
  /** Ten for seconds, eight for minutes. */
  digits: number;
  pod: boolean;
  done: boolean;
  line: Line;
}

/** Whether the line may name a Job, a schedule or a start; no other line tells anything here. */
export function tellsJobTimes(line: string): boolean {
  const text = clip(line);
  return NUMBERED.test(text) || tellsSchedule(text) || START.test(text);
}

/** Emits how late Jobs began, and how many runs are too many or missing among them. */
export function emitJobTimes(parts: readonly PartView[], emit: Emit): void {
  // Without a Job there is nothing to tell.
  if (!parts.some((part) => part.lines.some(({ line }) => runOf(clip(line.text), line)))) return;
  const runs: Run[] = [];
  const schedules = new Set<string>();
  for (const part of parts) {
    let named: Run | undefined;
    for (const { line } of part.lines) {
      const text = clip(line.text);
      const schedule = tellsSchedule(text) ? SCHEDULE.exec(text)?.[1] : undefined;
      if (schedule) schedules.add(schedule);
      const run = runs.length < MOST ? runOf(text, line) : undefined;
      if (run) runs.push((named = run));
      emitDelay(text, run, named, emit);
    }
  }
  for (const [job, own] of byJob(runs)) twice(job, own, emit);
  const [schedule] = schedules;
  if (schedule === undefined || schedules.size > 1) return;
  const interval = every(schedule) ?? cronInterval(schedule);
  if (interval !== undefined) emitGaps(runs, interval, emit);
}

function runOf(text: string, line: Line): Run | undefined {
  const found = NUMBERED.test(text) ? NAME.exec(text) : null;
  if (!found) return undefined;
  const number = Number(found[2]);
  const planned = found[2]!.length === 10 ? number : number * 60;
  // Eight digits are a date as well: 20240513 would be 2008, and no minute of a CronJob that names minutes.
  if (planned < 1_400_000_000 || planned > 4_000_000_000) return undefined;
  return {
    job: found[1]!,
    planned,
    digits: found[2]!.length,
    pod: found[3] !== undefined,
    done: DONE.test(`${text} `),
    line,
  };
}

function emitDelay(text: string, run: Run | undefined, named: Run | undefined, emit: Emit): void {
  if (!run && !named) return;
  const start = START.exec(text)?.[1];
  const of = start === undefined ? run : named;
  if (!of || of.pod) return;
  const moment = parseMoment(start ?? ISO.exec(text)?.[0] ?? '');
  if (!moment) return;
  const delay = Math.round(moment.ms / 1000) - of.planned;
  if (delay >= 0 && delay < DAY) emit('job.start_delay_seconds', delay, of.line, of.job);
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

function byJob(runs: readonly Run[]): Map<string, Run[]> {
  const jobs = new Map<string, Run[]>();
  for (const run of runs) jobs.set(run.job, [...(jobs.get(run.job) ?? []), run]);
  return jobs;
}

/** One planned time in seconds and in minutes: two controllers of different ages each made a Job for it. */
function twice(job: string, own: readonly Run[], emit: Emit): void {
  const numbers = new Map<number, Set<number>>();
  for (const { planned, digits } of own)
    numbers.set(planned, (numbers.get(planned) ?? new Set()).add(digits));
  const doubled = [...numbers].filter(([, digits]) => digits.size > 1).map(([planned]) => planned);
  const first = own.find(({ planned }) => doubled.includes(planned));
  if (first) emit('cronjob.extra_runs', doubled.length, first.line, job);
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
