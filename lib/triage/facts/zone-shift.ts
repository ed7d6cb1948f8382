/**
 * A CronJob that is planned for one o'clock and ran at seven by the clock that kubectl prints: the controller reads
 * the schedule in another zone. Every describe from a laptop in another zone looks like that, so it is told only
 * where the paste shows that somebody expected local time.
 */

import { clip, tableLines } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { ZONE_HOURS, zoneHours } from '../formats/zones';
import type { Line } from '../read/line';

// Schedule:                   1 0 * * *
const SCHEDULE = /^\s*Schedule:\s+(\d{1,2}) (\d{1,2}) [\d*]\S{0,20} [\d*]\S{0,20} [\d*]\S{0,20}\s*$/;
const OWN_ZONE = /^\s*Time Zone:\s+[A-Z]/;
// Last Schedule Time:         Wed, 05 Feb 2020 19:01:00 -0500
const LAST =
  /^\s*(?:Last Schedule|Start) Time:\s+[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} (\d\d):(\d\d):\d\d [+-]\d{4}\s*$/;
// Time zone: America/New_York (EST, -0500)      Sun Aug 18 11:20:07 CEST 2019      should be 00:01
const EXPECTED =
  /\bTime zone: (?!Etc|UTC|n\/a)[A-Z]|\b\d\d:\d\d:\d\d (?:[AP]M )?(?:(?!UTC|GMT)[A-Z]{3,4}|[+-]\d\d(?:\d\d)?) \d{4}\b|\b(?:expected \d|should (?:be|run|have)|supposed to|instead of|local time|time ?zone\b.{0,40}\b(?:wrong|differ|not|is|are)|hours? (?:early|late|earlier|later|off|ahead|behind))/;
const DAY = 1440;

// Mon Mar 11 18:14:09 EDT 2019      master is in CET      18:00 EDT
const CLOCK = new RegExp(
  `\\b\\d\\d:\\d\\d(?::\\d\\d)? (?:[AP]M )?(${Object.keys(ZONE_HOURS).join('|')}|[+-]\\d\\d(?:\\d\\d)?)(?=\\s|$)`,
);
// close-the-books   0 18 * * *   False        schedule: "0 18 * * *"
const DAILY = /(?:^|[\s"'])(\d{1,2}) (\d{1,2}) [*\d]\S{0,20} [*\d]\S{0,20} [*\dA-Z]\S{0,20}(?:$|[\s"'])/;
const CREATED = /\b\d{4}-\d\d-\d\dT(\d\d):(\d\d):\d\dZ/;

/** Emits how far the last run lies from the schedule by the clock of the person. */
export function emitZoneShift(parts: readonly PartView[], emit: Emit): void {
  const expected = parts.some((part) =>
    part.lines.some(({ line }) => !LAST.test(line.text) && EXPECTED.test(clip(line.text))),
  );
  if (!expected) return;
  emitUtcRuns(parts, emit);
  for (const part of parts) {
    let planned: number | undefined;
    for (const { line, text } of tableLines(part)) {
      const schedule = SCHEDULE.exec(text);
      if (schedule) planned = Number(schedule[2]) * 60 + Number(schedule[1]);
      if (OWN_ZONE.test(text)) planned = undefined;
      const last = LAST.exec(text);
      if (!last || planned === undefined) continue;
      const shift = (Number(last[1]) * 60 + Number(last[2]) - planned + DAY) % DAY;
      const signed = shift > DAY / 2 ? shift - DAY : shift;
      // Zones lie whole quarters of an hour apart; anything else is a run that was late.
      if (signed !== 0 && signed % 15 === 0) emit('cronjob.zone_shift_seconds', Math.abs(signed) * 60, line);
    }
  }
}

/** Jobs that were created on the minute of the schedule in UTC, beside a clock that shows another zone. */
function emitUtcRuns(parts: readonly PartView[], emit: Emit): void {
  let clock = 0;
  const runs: { at: string; line: Line }[] = [];
  const planned = new Set<string>();
  for (const part of parts) {
    for (const { line, text } of tableLines(part)) {
      const zone = CLOCK.exec(text)?.[1];
      if (zone) clock = zoneHours(zone);
      const daily = DAILY.exec(text);
      if (daily) planned.add(`${Number(daily[2])}:${Number(daily[1])}`);
      const created = CREATED.exec(text);
      if (created) runs.push({ at: `${Number(created[1])}:${Number(created[2])}`, line });
    }
  }
  if (clock === 0) return;
  const last = runs.filter(({ at }) => planned.has(at)).at(-1);
  if (last) emit('cronjob.zone_shift_seconds', Math.abs(clock) * 3600, last.line);
}
