/** When each line was printed, and the latest moment of the paste. */

import { formatOf } from './formats/index';
import { envelopeTime } from './formats/times';
import type { ParsedLine } from './parsed';
import type { Time } from './time';

const DAY = 86_400_000;
/** A log that prints no year and falls back by most of one has gone past New Year. */
const TURN = 200 * DAY;
const YEAR = 366 * DAY;

/** Sets `time` on the lines. Lines of one source share the count of New Years passed. */
export function stamp(lines: ParsedLine[]): void {
  let source = -1;
  let years = 0;
  let last: number | undefined;
  for (const parsed of lines) {
    if (parsed.line.source !== source) {
      source = parsed.line.source;
      years = 0;
      last = undefined;
    }
    const time = timeOf(parsed);
    if (!time) continue;
    parsed.time = time;
    if (time.scale !== 'year') continue;
    if (last !== undefined && last - time.ms > TURN) years++;
    last = time.ms;
    time.ms += years * YEAR;
  }
}

function timeOf({ format, line }: ParsedLine): Time | undefined {
  try {
    const own = formatOf(format).time;
    return own ? own(line.text, line) : envelopeTime(line);
  } catch {
    return undefined;
  }
}

/** The latest moment per scale, in the order utc, year, boot, age. */
export const latest = (lines: readonly ParsedLine[]): Time[] =>
  outermost(lines, (time, known) => time.ms > known.ms);

/** The earliest moment per scale, in the same order. */
export const earliest = (lines: readonly ParsedLine[]): Time[] =>
  outermost(lines, (time, known) => time.ms < known.ms);

function outermost(lines: readonly ParsedLine[], beats: (time: Time, known: Time) => boolean): Time[] {
  const best: Partial<Record<Time['scale'], Time>> = {};
  for (const { time } of lines) {
    if (!time) continue;
    const known = best[time.scale];
    if (!known || beats(time, known)) best[time.scale] = time;
  }
  return (['utc', 'year', 'boot', 'age'] as const).flatMap((scale) => best[scale] ?? []);
}
