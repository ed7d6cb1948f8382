/** From one admitted line to its neighbours. */

import { isBlankLine, isRecord, lineEnd, lineStart } from './large-bytes';

/** Lines of one block (a stack, a report, fields) in each direction. */
export const BLOCK = 40;

export interface Spread {
  /** Offsets of the lines wanted. */
  start: number;
  end: number;
  /** Lines wanted behind the end of the bytes. */
  pending: number;
}

/** The line with `around` lines on both sides, and the whole block when it stands in one. */
export function spread(bytes: Uint8Array, size: number, start: number, end: number, around: number): Spread {
  let first = start;
  for (let n = 0; first > 0 && n < around; n++) first = lineStart(bytes, first - 1);
  let last = end;
  let pending = around;
  for (; last < size && pending > 0; pending--) last = lineEnd(bytes, last, size);
  if (around < 3) return { start: first, end: last, pending };
  return { start: blockStart(bytes, size, start, first), end: blockEnd(bytes, size, end, last), pending };
}

/** Up to the record that the block belongs to, over single blank lines. */
function blockStart(bytes: Uint8Array, size: number, start: number, least: number): number {
  let first = least;
  let blanks = 0;
  for (let n = 0, at = start; at > 0 && n < BLOCK && !isRecord(bytes, at, size); n++) {
    const above = lineStart(bytes, at - 1);
    blanks = isBlankLine(bytes, above, at) ? blanks + 1 : 0;
    if (blanks > 1) break;
    at = above;
    if (blanks === 0) first = Math.min(first, above);
  }
  return first;
}

function blockEnd(bytes: Uint8Array, size: number, end: number, least: number): number {
  let last = least;
  let blanks = 0;
  for (let n = 0, at = end; at < size && n < BLOCK; n++) {
    const below = lineEnd(bytes, at, size);
    blanks = isBlankLine(bytes, at, below) ? blanks + 1 : 0;
    if (blanks > 1 || isRecord(bytes, at, below)) break;
    at = below;
    if (blanks === 0) last = Math.max(last, below);
  }
  return last;
}
