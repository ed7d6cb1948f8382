/**
 * Ages of Jobs against the times in their names. All rows of a table are of one moment, and none was made before its
 * time: the row that says the latest moment is the most punctual, and what another row lacks to it is its delay.
 */

import { largest } from '../extremes';
import { clip } from '../formats/columns';
import { durationSeconds } from '../formats/duration';
import { eventRows } from '../formats/event-facts';
import type { Emit, PartView } from '../formats/format';
import { getRows } from '../formats/get-rows';
import { runOf, type Run } from './job-name';

const CREATED = /^Created job (\S+)$/;
const DAY = 86_400;

interface Made extends Run {
  /** Seconds since it was made, cut off to `grain`. */
  age: number;
  grain: number;
}

/** Emits how late the latest Job of each table began, and Jobs that were made more than once. */
export function emitJobAges(parts: readonly PartView[], emit: Emit): void {
  for (const part of parts) {
    if (part.format === 'kubectl-get') emitLatest(listed(part), emit);
    else if (part.format === 'events') emitLatest(told(part, emit), emit);
  }
}

function listed(part: PartView): Made[] {
  const rows = getRows(part).flatMap(({ cells, line }) =>
    made(runOf(` ${cells.NAME ?? ''} `, line), cells.AGE ?? ''),
  );
  // A pod that was made again is younger than its Job: the oldest one counts.
  const oldest = new Map<string, Made>();
  for (const row of rows) {
    const key = `${row.job} ${row.planned}`;
    if ((oldest.get(key)?.age ?? -1) < row.age) oldest.set(key, row);
  }
  return [...oldest.values()];
}

function told(part: PartView, emit: Emit): Made[] {
  const again = new Map<string, number>();
  return eventRows(part).flatMap((row) => {
    const name = CREATED.exec(row.message)?.[1];
    const run = name === undefined ? undefined : runOf(` ${clip(name)} `, row.line);
    if (!run || row.age.last === undefined) return [];
    const times = (again.get(name!) ?? 0) + row.age.count;
    again.set(name!, times);
    if (times > 1) emit('cronjob.extra_runs', times - 1, row.line, run.job);
    return made(run, row.ageText.split(' ')[0]!);
  });
}

function made(run: Run | undefined, age: string): Made[] {
  const seconds = durationSeconds(age);
  const grain = durationSeconds(`1${/[smhdy]$/.exec(age)?.[0] ?? ''}`);
  return run && seconds !== undefined && grain !== undefined ? [{ ...run, age: seconds, grain }] : [];
}

function emitLatest(rows: readonly Made[], emit: Emit): void {
  const now = largest(rows.map(({ planned, age }) => planned + age));
  const delay = (row: Made) => now - row.planned - row.age - row.grain;
  const latest = [...rows].sort((a, b) => delay(b) - delay(a))[0];
  if (latest && delay(latest) > 0 && delay(latest) < DAY)
    emit('job.start_delay_seconds', delay(latest), latest.line, latest.job);
}
