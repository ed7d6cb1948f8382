/** What an event table says: pulls and how long they took or wait, names, and the latest warning. */

import { durationSeconds, round, sayDuration } from './duration';
import { imageOf, isEventHeader, parseEventRow } from './event-rows';
import type { EventRow, PlacedEvent } from './event-rows';
import type { Emit, PartView } from './format';
import { openPulls } from './open-pulls';

// Successfully pulled image "x" in 2.1s (1m12s including waiting). Image size: 81 bytes.
const PULLED =
  /^Successfully pulled image "?([^"\s]+)"? in (\S+?)(?: \((\S+) including waiting\))?(?:\.(?:\s|$)|\s|$)/;
// Successfully assigned shop/frontend-6b7c4f9d5-k2x4m to wrk-1; without the namespace before 1.12.
const ASSIGNED = /^Successfully assigned (?:([a-z0-9-]+)\/)?(\S+) to (\S+)$/;

/** All rows of a part in the order printed. */
export function eventRows(part: PartView): PlacedEvent[] {
  const rows: PlacedEvent[] = [];
  let table = 0;
  for (const [at, { line }] of part.lines.entries()) {
    const row = parseEventRow(line.text);
    if (row) rows.push({ ...row, line, at, table });
    else if (isEventHeader(line.text)) table++;
  }
  return rows;
}

/** The pod that the row is about, if it or a Scheduled row of its table says. */
export function eventPod(row: EventRow): { pod?: string; namespace?: string } {
  if (row.kind === 'pod') return { pod: row.object, namespace: row.namespace };
  const assigned = row.reason === 'Scheduled' ? ASSIGNED.exec(row.message) : null;
  return assigned ? { pod: assigned[2], namespace: assigned[1] } : {};
}

/** Emits names, pull times and open pulls. */
export function emitEventFacts(part: PartView, emit: Emit): void {
  const rows = eventRows(part);
  const said = new Set<string>();
  const once: Emit = (fact, value, line, subject) => {
    const key = `${fact}\u0000${value}\u0000${subject ?? ''}`;
    if (said.has(key)) return;
    said.add(key);
    emit(fact, value, line, subject);
  };
  for (const row of rows) {
    emitNames(row, once);
    emitPull(row, once);
  }
  for (const row of openPulls(rows)) {
    if (row.age.last !== undefined) once('pull.open_seconds', row.age.last, row.line, subjectOf(row));
  }
}

function emitNames(row: PlacedEvent, emit: Emit): void {
  if (row.node) emit('node.name', row.node, row.line);
  const { pod, namespace } = eventPod(row);
  if (pod) emit('pod.name', pod, row.line);
  if (namespace) emit('pod.namespace', namespace, row.line, pod);
  if (row.kind === 'cronjob' && row.object) emit('cronjob.name', row.object, row.line);
  const assigned = ASSIGNED.exec(row.message);
  if (row.reason === 'Scheduled' && assigned?.[3]) emit('node.name', assigned[3], row.line);
  const image = imageOf(row);
  if (image && /^(?:Pulling|Pulled|Failed|BackOff)$/.test(row.reason)) emit('image.name', image, row.line);
}

function emitPull(row: PlacedEvent, emit: Emit): void {
  const pulled = row.reason === 'Pulled' ? PULLED.exec(row.message) : null;
  const own = pulled?.[2] === undefined ? undefined : durationSeconds(pulled[2]);
  if (own === undefined) return;
  emit('pull.seconds', own, row.line, subjectOf(row));
  const whole = pulled?.[3] === undefined ? undefined : durationSeconds(pulled[3]);
  if (whole === undefined) emit('pull.undivided_seconds', own, row.line, subjectOf(row));
  else emit('pull.waiting_seconds', round(Math.max(0, whole - own)), row.line, subjectOf(row));
}

/** Seconds that a Pulled row says the pull took, waiting included; undefined when it says nothing. */
export function pulledIn(row: PlacedEvent): number | undefined {
  const pulled = row.reason === 'Pulled' ? PULLED.exec(row.message) : null;
  return pulled ? durationSeconds(pulled[3] ?? pulled[2]!) : undefined;
}

/** Whether a row further down is later: at a smaller age, and where ages do not tell. */
function isLater(below: PlacedEvent, row: PlacedEvent): boolean {
  const [a, b] = [below.age.last, row.age.last];
  return a === undefined || b === undefined || a <= b;
}

function subjectOf(row: EventRow): string | undefined {
  const pod = row.kind === 'pod' ? row.object : undefined;
  if (pod) return row.container ? `${pod}/${row.container}` : pod;
  return imageOf(row);
}

/** `Latest warning FailedScheduling (x12): 0/12 nodes are available …`. */
export function sayEvents(part: PartView): string | undefined {
  const rows = eventRows(part);
  if (rows.length === 0) return undefined;
  const open = openPulls(rows).find((row) => (row.age.last ?? 0) >= 60);
  const warnings = rows.filter((row) => row.type === 'Warning');
  const worst = warnings.reduce<PlacedEvent | undefined>(
    (best, row) => (best && !isLater(row, best) ? best : row),
    undefined,
  );
  if (worst) {
    const times = worst.age.count > 1 ? ` (x${worst.age.count})` : '';
    const whom = worst.object ? ` on ${worst.object}` : '';
    return `Latest warning ${worst.reason}${times}${whom}: ${shorten(worst.message)}`;
  }
  if (open)
    return `Pulling ${imageOf(open) ?? 'an image'} since ${sayDuration(open.age.last ?? 0)}, no end seen`;
  return `${rows.length} event${rows.length === 1 ? '' : 's'}, no warning; latest ${rows.at(-1)?.reason}`;
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
