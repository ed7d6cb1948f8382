/** How often a cron schedule runs, for schedules whose runs are evenly spaced. */

const NAMED: Record<string, number> = {
  '@hourly': 3_600,
  '@daily': 86_400,
  '@midnight': 86_400,
  '@weekly': 604_800,
};

/**
 * Seconds between two runs of a five-field schedule such as `0 * * * *`, `5 3 * * *` or one with a step in
 * minutes or hours; undefined when the gaps differ or are not obvious (lists, ranges, days of the month).
 */
export function cronInterval(schedule: string): number | undefined {
  const text = schedule.trim().replace(/^(?:CRON_)?TZ=\S+\s+/, '');
  if (Object.hasOwn(NAMED, text)) return NAMED[text];
  const fields = text.split(/\s+/);
  if (fields.length !== 5) return undefined;
  const [minute = '', hour = '', day, month, weekday = ''] = fields;
  if (month !== '*' || day !== '*') return undefined;
  if (weekday !== '*')
    return isNumber(minute) && isNumber(hour) && /^(?:\d|[A-Z]{3})$/i.test(weekday) ? 604_800 : undefined;
  if (hour === '*') return isNumber(minute) ? 3_600 : steps(minute, 60, 60);
  if (!isNumber(minute)) return undefined;
  return isNumber(hour) ? 86_400 : steps(hour, 24, 3_600);
}

/** Runs that were due in the seconds since the last one; undefined when the schedule is not evenly spaced. */
export function missedRuns(schedule: string, seconds: number): number | undefined {
  const interval = cronInterval(schedule);
  return interval === undefined ? undefined : Math.floor(seconds / interval);
}

function isNumber(field: string): boolean {
  return /^\d{1,2}$/.test(field);
}

/** `*` and steps that divide the whole; the others are uneven where the hour or day turns. */
function steps(field: string, whole: number, unit: number): number | undefined {
  if (field === '*') return unit;
  const step = Number(/^(?:\*|0)\/(\d{1,2})$/.exec(field)?.[1] ?? 0);
  return step > 0 && whole % step === 0 ? step * unit : undefined;
}
