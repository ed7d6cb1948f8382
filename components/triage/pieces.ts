/** A line cut into plain and marked pieces, and a line of megabytes cut to what can be read. */

import type { Mark } from './marks';

export type Piece =
  | { type: 'text'; text: string }
  | { type: 'mark'; text: string; rank: number }
  | { type: 'gap'; characters: number };

/** Longer lines are shown around their marks only. */
export const MAX_LINE = 3000;
const AROUND = 300;

/** Pieces of `text[from, to)`; marks are offsets into `text`. */
export function piecesOf(text: string, from: number, to: number, marks: Mark[]): Piece[] {
  const windows = windowsOf(from, to, marks);
  const pieces: Piece[] = [];
  let shown = from;
  for (const [start, end] of windows) {
    if (start > shown) pieces.push({ type: 'gap', characters: start - shown });
    pushWindow(pieces, text, start, end, marks);
    shown = end;
  }
  if (shown < to) pieces.push({ type: 'gap', characters: to - shown });
  return pieces;
}

function windowsOf(from: number, to: number, marks: Mark[]): [number, number][] {
  if (to - from <= MAX_LINE) return [[from, to]];
  const windows: [number, number][] = [[from, from + AROUND]];
  for (const mark of marks.slice(0, 20)) {
    const start = Math.max(from, mark.start - AROUND);
    const end = Math.min(to, Math.min(mark.end, mark.start + MAX_LINE) + AROUND);
    const last = windows.at(-1) as [number, number];
    if (start <= last[1]) last[1] = Math.max(last[1], end);
    else windows.push([start, end]);
  }
  return windows;
}

function pushWindow(pieces: Piece[], text: string, from: number, to: number, marks: Mark[]): void {
  let at = from;
  for (const mark of marks) {
    const [start, end] = [Math.max(mark.start, at), Math.min(mark.end, to)];
    if (end <= start) continue;
    if (start > at) pieces.push({ type: 'text', text: text.slice(at, start) });
    pieces.push({ type: 'mark', text: text.slice(start, end), rank: mark.rank });
    at = end;
  }
  if (at < to) pieces.push({ type: 'text', text: text.slice(at, to) });
}
