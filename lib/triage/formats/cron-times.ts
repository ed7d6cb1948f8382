/** Which minutes a cron schedule names, in UTC. Five fields with lists, ranges, steps and names; `@daily` and the like. */

const NAMED: Record<string, string> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const MINUTE = 60_000;
/** Runs counted at most; who asks only wants to know whether there are more than a hundred. */
const MOST_RUNS = 10_000;
/** Minutes looked at; a schedule that runs seldom is counted over years. */
const MOST_HOURS = 24 * 800;

export interface CronTimes {
  minutes: ReadonlySet<number>;
  hours: ReadonlySet<number>;
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  /** Day of month and day of week are alternatives when both are restricted: that is how cron reads them. */
  eitherDay: boolean;
}

/** The times of a schedule; undefined when it cannot be read. A zone in front of it is left out. */
export function cronTimes(schedule: string): CronTimes | undefined {
  const bare = schedule.trim().replace(/^(?:CRON_)?TZ=\S+\s+/, '');
  const fields = (Object.hasOwn(NAMED, bare) ? NAMED[bare]! : bare).toLowerCase().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  const minutes = field(minute, 0, 59);
  const hours = field(hour, 0, 23);
  const days = field(day, 1, 31);
  const months = field(month, 1, 12, MONTHS, 1);
  const weekdays = field(weekday, 0, 7, DAYS, 0);
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  if (weekdays.has(7)) weekdays.add(0);
  const open = (text: string) => /^[*?]/.test(text);
  return { minutes, hours, days, months, weekdays, eitherDay: !open(day) && !open(weekday) };
}

/** Runs after `from` and up to `to`, both in milliseconds since 1970; at most MOST_RUNS. */
export function runsBetween(times: CronTimes, from: number, to: number): number {
  let count = 0;
  let hour = Math.floor(from / 3_600_000) * 3_600_000;
  for (let looked = 0; hour <= to && looked < MOST_HOURS && count < MOST_RUNS; looked++, hour += 3_600_000) {
    if (!inHour(times, new Date(hour))) continue;
    for (const minute of times.minutes) {
      const at = hour + minute * MINUTE;
      if (at > from && at <= to) count++;
    }
  }
  return count;
}

function inHour(times: CronTimes, at: Date): boolean {
  const day = times.days.has(at.getUTCDate());
  const weekday = times.weekdays.has(at.getUTCDay());
  return (
    times.hours.has(at.getUTCHours()) &&
    times.months.has(at.getUTCMonth() + 1) &&
    (times.eitherDay ? day || weekday : day && weekday)
  );
}

function field(
  text: string,
  least: number,
  most: number,
  names: readonly string[] = [],
  first = 0,
): Set<number> | undefined {
  const found = new Set<number>();
  const number = (word: string): number => {
    const at = names.indexOf(word.slice(0, 3));
    return at >= 0 ? at + first : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  for (const item of text.split(',')) {
    const shape = /^(\*|\?|[a-z0-9]{1,9})(?:-([a-z0-9]{1,9}))?(?:\/(\d{1,2}))?$/.exec(item);
    if (!shape) return undefined;
    const all = shape[1] === '*' || shape[1] === '?';
    const from = all ? least : number(shape[1]!);
    const to = shape[2] ? number(shape[2]) : all || shape[3] ? most : from;
    const step = Number(shape[3] ?? 1);
    if (!(from >= least && to <= most && from <= to && step > 0)) return undefined;
    for (let value = from; value <= to; value += step) found.add(value);
  }
  return found;
}
