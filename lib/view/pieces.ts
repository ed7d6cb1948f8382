/** A line cut into plain, marked and found pieces, and a line of megabytes cut to what can be read. */

import { findsWithin, NO_FINDS, type Finds } from './find';
import { placesWithin, type Mark } from './marks';

export type Range = [start: number, end: number];

export type Piece =
  /** `rank`: evidence of this finding. `found`: what was searched for; `now` is the place the search stands at. */
  | { type: 'text'; text: string; rank?: number; found?: 'yes' | 'now' }
  /** Left out of a long line: `start` to `end` in the text. */
  | { type: 'gap'; start: number; end: number };

/** Longer lines are shown around their marks only. */
export const MAX_LINE = 3000;
const AROUND = 300;
const MAX_WINDOWS = 20;

/**
 * Pieces of `text[from, to)`; marks and finds are sorted offsets into `text`. `opened` holds what the person
 * wants to see of a long line besides.
 */
export function piecesOf(
  text: string,
  [from, to]: Range,
  marks: readonly Mark[],
  finds: Finds = NO_FINDS,
  opened: readonly Range[] = [],
): Piece[] {
  const pieces: Piece[] = [];
  let shown = from;
  for (const [start, end] of windowsOf([from, to], marks, finds, opened)) {
    if (start > shown) pieces.push({ type: 'gap', start: shown, end: start });
    pushWindow(pieces, text, [start, end], marks, finds);
    shown = end;
  }
  if (shown < to) pieces.push({ type: 'gap', start: shown, end: to });
  return pieces;
}

function windowsOf(
  [from, to]: Range,
  marks: readonly Mark[],
  { now, length }: Finds,
  opened: readonly Range[],
): Range[] {
  if (to - from <= MAX_LINE) return [[from, to]];
  const around = ({ start, end }: { start: number; end: number }): Range => [
    start - AROUND,
    Math.min(end, start + MAX_LINE) + AROUND,
  ];
  const windows: Range[] = [
    [from, from + AROUND],
    ...marks.slice(0, MAX_WINDOWS).map(around),
    ...(now === null || now < from || now >= to ? [] : [around({ start: now, end: now + length })]),
    ...opened.filter(([start, end]) => start >= from && end <= to),
  ];
  const merged: Range[] = [];
  for (const [start, end] of windows.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.min(to, Math.max(last[1], end));
    else merged.push([Math.max(from, start), Math.min(to, end)]);
  }
  return merged;
}

/** Cuts one window at every edge of a mark or a find; both are sorted, so one step forward on each is enough. */
function pushWindow(
  pieces: Piece[],
  text: string,
  [from, to]: Range,
  allMarks: readonly Mark[],
  allFinds: Finds,
): void {
  const marks = placesWithin(allMarks, from, to);
  const finds = findsWithin(allFinds, from, to);
  let [mark, find] = [0, 0];
  for (let at = from; at < to;) {
    while (marks[mark] && marks[mark]!.end <= at) mark++;
    while (finds[find] && finds[find]!.end <= at) find++;
    const [inMark, inFind] = [marks[mark], finds[find]];
    const next = Math.min(to, edgeAfter(at, inMark, to), edgeAfter(at, inFind, to));
    pieces.push({
      type: 'text',
      text: text.slice(at, next),
      ...(inMark && inMark.start <= at ? { rank: inMark.rank } : {}),
      ...(inFind && inFind.start <= at ? { found: inFind.start === allFinds.now ? 'now' : 'yes' } : {}),
    });
    at = next;
  }
}

function edgeAfter(at: number, place: { start: number; end: number } | undefined, none: number): number {
  if (!place) return none;
  return place.start > at ? place.start : place.end;
}
