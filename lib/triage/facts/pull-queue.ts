/**
 * Pulls that stand behind one another: several images announced at once and none there yet, or pulls that took
 * minutes and then end in a row. One slow pull alone shows neither.
 */

import { largest } from '../extremes';
import { eventRows, pulledIn } from '../formats/event-facts';
import { openPulls } from '../formats/open-pulls';
import type { PlacedEvent } from '../formats/event-rows';
import type { Emit, PartView } from '../formats/format';

/** Seconds that a pull must be open, or have taken, to count. */
const LONG = 180;
/** Seconds, or the share of the longest pull, within which the ends lie close together. */
const CLOSE = 60;
const CLOSE_SHARE = 0.15;

// time="…" level=info msg="PullImage \"nginx:1.25\"" · msg="PullImage \"nginx:1.25\" returns image reference \"sha256:bb\""
const RUNTIME = /\bPullImage \\?"([^"\\]{1,300})\\?"( returns image reference)?/;
/** Milliseconds after one pull within which the next begins, when it has waited for it. */
const AT_ONCE = 2_000;

/** In the log of a runtime: pulls that begin in the moment in which a long one ends, while no other runs. */
function emitBackToBack(parts: readonly PartView[], emit: Emit): void {
  const open = new Map<string, number>();
  let freed: number | undefined;
  let queued = 0;
  for (const { line, time } of parts.flatMap(({ lines }) => lines)) {
    const [, image, ended] = RUNTIME.exec(line.text) ?? [];
    if (image === undefined || !time) continue;
    if (ended === undefined) {
      if (open.size === 0 && freed !== undefined && time.ms - freed < AT_ONCE) {
        emit('pull.back_to_back', ++queued, line);
        freed = time.ms;
      }
      open.set(image, time.ms);
      continue;
    }
    const long = time.ms - (open.get(image) ?? time.ms) >= LONG * 1000;
    open.delete(image);
    if (open.size === 0 && (long || queued > 0)) freed = time.ms;
  }
}

/** Emits `pull.open_images` and `pull.ended_together`. Pulls that fail are no queue. */
export function emitPullQueue(parts: readonly PartView[], emit: Emit): void {
  emitBackToBack(parts, emit);
  for (const part of parts) {
    if (part.format !== 'events') continue;
    const rows = eventRows(part);
    if (rows.some(({ reason, message }) => reason === 'Failed' && /pull/i.test(message))) continue;
    emitOpen(rows, emit);
    emitEnded(rows, emit);
  }
}

function emitOpen(rows: readonly PlacedEvent[], emit: Emit): void {
  const open = openPulls(rows).filter((row) => (row.age.last ?? 0) >= LONG);
  const images = new Set(open.map(({ message }) => message));
  if (images.size > 1) emit('pull.open_images', images.size, open[0]!.line);
}

function emitEnded(rows: readonly PlacedEvent[], emit: Emit): void {
  const long = rows.flatMap((row) => {
    const seconds = pulledIn(row);
    const ended = row.age.last;
    return seconds === undefined || seconds < LONG || ended === undefined ? [] : [{ row, seconds, ended }];
  });
  const longest = largest(
    long.map(({ seconds }) => seconds),
    0,
  );
  const group = largestGroup(long, Math.max(CLOSE, CLOSE_SHARE * longest));
  const images = new Set(group.map(({ row }) => /"([^"]+)"/.exec(row.message)?.[1]));
  if (images.size > 1) emit('pull.ended_together', images.size, group[0]!.row.line);
}

/** The most that ended within `close` of one another; the first of equals. */
function largestGroup<T extends { ended: number }>(all: readonly T[], close: number): T[] {
  const ends = all.map(({ ended }) => ended).sort((a, b) => a - b);
  const sizes = new Map<number, number>();
  for (let from = 0, to = 0; to < ends.length; to++) {
    while (ends[to]! - ends[from]! > close) from++;
    sizes.set(ends[to]!, to - from + 1);
  }
  const best = all.reduce<T | undefined>(
    (most, one) => (most && sizes.get(most.ended)! >= sizes.get(one.ended)! ? most : one),
    undefined,
  );
  return best ? all.filter(({ ended }) => ended <= best.ended && best.ended - ended <= close) : [];
}
