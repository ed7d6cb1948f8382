/** CronJobs beside their schedules: runs missed since the last one, runs at times that no schedule names. */

import { clip } from '../formats/columns';
import { cronTimes, runsBetween, type CronTimes } from '../formats/cron-times';
import type { Emit, PartView } from '../formats/format';
import { getRows } from '../formats/get-rows';
import { durationSeconds } from '../formats/duration';
import { parseMoment, RFC1123 } from '../formats/moment';
import type { Line } from '../read/line';

// schedule: "0 21 * * tue,fri"       "schedule": "*/5 * * * *",        Schedule:   */10 * * * *
const SCHEDULE =
  /\b[Ss]chedule["']?\s{0,30}[:=]\s{0,30}["']?((?:(?:CRON_)?TZ=\S{1,60} )?(?:@[a-z]{5,8}|[\d*?][\d*?/,-]{0,40}(?: [\d*?][\da-zA-Z*?/,-]{0,60}| [a-zA-Z]{3}[a-zA-Z,-]{0,30}){4}))(?=$|["'\s])/;
// 0 2 * * * Forbid
const BARE = /^((?:[\d*][\d*/,-]{0,20} ){4}[\d*][\d*/,-]{0,20})(?: (?:Allow|Forbid|Replace)\b|\s*$)/;
// lastScheduleTime: "2019-05-02T03:00:00Z"      Last Schedule Time:  Wed, 05 Feb 2020 19:01:00 -0500
const LAST = new RegExp(
  String.raw`\b(?:lastScheduleTime["']?: {0,4}["']?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)|Last Schedule Time:\s+(${RFC1123}))`,
);
// charge-28447741      poll-1588665600
const JOB = /(?:^|[\s/"'])([a-z0-9][a-z0-9.-]{0,200})-(\d{10}|\d{8})(?=$|[\s"',:])/;
// shop   feed   */10 * * * *   2022-11-04T02:10:00Z   false
const ROW =
  /(?:^|\s)([\d*][\d*/,-]{0,40} [\d*]\S{0,40} [\d*?]\S{0,20} [\d*a-zA-Z]\S{0,20} [\d*?a-zA-Z]\S{0,20})\s.{0,80}?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ).*$/;
// I0603 10:17:58.775210       1 cronjob_controller.go:122] Found 1914 cronjobs
const ROUND = /cronjob_controller\.go:\d+\] Found \d+ (?:cron|scheduled)[jJ]obs/;
/** Zones lie whole quarters of an hour apart: another minute is no matter of zones. */
const QUARTER = 15;
/** A table of so many CronJobs that are all behind speaks of their controller. */
const MANY = 5;
const WEEK = 604_800_000;

/** Emits what the schedules and the runs of the paste say together. */
export function emitCronRuns(parts: readonly PartView[], emit: Emit): void {
  const schedules: CronTimes[] = [];
  const jobs: { job: string; minute: number; line: Line }[] = [];
  for (const part of parts) {
    let own: CronTimes | undefined;
    let last: { ms: number; line: Line } | undefined;
    const now = part.now?.scale === 'utc' ? part.now.ms : undefined;
    const missed = (): void => {
      if (!own || !last || now === undefined || now <= last.ms) return;
      emit('cronjob.missed_runs', runsBetween(own, last.ms, now), last.line);
      last = undefined;
    };
    for (const { line } of part.lines) {
      const text = clip(line.text);
      const row = text.includes('*') ? ROW.exec(text) : null;
      if (row && now !== undefined) emitRow(row, now, line, emit);
      const times = cronTimes(SCHEDULE.exec(text)?.[1] ?? BARE.exec(text)?.[1] ?? '');
      if (times) schedules.push((own = times));
      const found = LAST.exec(text);
      const moment = found ? parseMoment(found[1] ?? found[2] ?? '') : undefined;
      if (moment) last = { ms: moment.ms, line };
      // Describe output is read by its own format.
      if ((times || moment) && part.format !== 'kubectl-describe') missed();
      const job = JOB.exec(text);
      const minute = job ? Number(job[2]) / (job[2]!.length === 10 ? 60 : 1) : 0;
      if (job && Number.isInteger(minute) && minute > 23_000_000 && minute < 60_000_000)
        jobs.push({ job: job[1]!, minute, line });
    }
  }
  emitBehind(parts, emit);
  emitRounds(parts, emit);
  if (schedules.length === 0) return;
  const off = jobs.filter(({ minute }) => !schedules.some((times) => fitsMinute(times, minute % 60)));
  if (off[0]) emit('cronjob.off_schedule_runs', off.length, off[0].line, off[0].job);
}

/** A row of custom columns or of jsonpath: the schedule and the last run on one line. */
function emitRow([text, schedule, last]: RegExpExecArray, now: number, line: Line, emit: Emit): void {
  const times = cronTimes(schedule!);
  const moment = parseMoment(last!);
  if (times && moment && moment.ms < now && !/\btrue\b/i.test(text))
    emit('cronjob.missed_runs', runsBetween(times, moment.ms, now), line);
}

/** The controller before 1.21 lists everything every ten seconds, as long as it gets through in that time. */
function emitRounds(parts: readonly PartView[], emit: Emit): void {
  let last: number | undefined;
  for (const { line, time } of parts.flatMap(({ lines }) => lines)) {
    if (!time || !ROUND.test(line.text)) continue;
    const seconds = last === undefined ? 0 : Math.round((time.ms - last) / 1000);
    last = time.ms;
    if (seconds > 0) emit('cronjob.round_seconds', seconds, line);
  }
}

function fitsMinute(times: CronTimes, minute: number): boolean {
  return [...times.minutes].some((one) => (one - minute) % QUARTER === 0);
}

/** CronJobs of tables that are two runs and more behind, and not frozen; one whose Job still runs may wait for it. */
function emitBehind(parts: readonly PartView[], emit: Emit): void {
  const rows = parts
    .filter(({ format }) => format === 'kubectl-get')
    .flatMap((part) => getRows(part))
    .filter(({ resource, cells }) => resource === 'cronjob' && cells.SUSPEND === 'False');
  const behind = rows.filter(({ cells }) => {
    const times = cronTimes(cells.SCHEDULE ?? '');
    const ago = durationSeconds(cells.LAST ?? cells['LAST SCHEDULE'] ?? '');
    if (!times || ago === undefined) return false;
    const missed = (ago * 1000 * runsBetween(times, 0, WEEK)) / WEEK;
    return missed >= 2 && missed <= 100;
  });
  const idle = behind.filter(({ cells }) => cells.ACTIVE === '0');
  const told = behind.length >= MANY ? behind : idle;
  if (told[0]) emit('cronjob.behind', told.length, told[0].line);
}
