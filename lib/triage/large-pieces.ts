/** What was admitted of a large file, and how it becomes a text with the way back to the original lines. */

import { countLines, isBlankLine } from './large-bytes';

export interface Piece {
  /** Number of its first line in the file, from 1. */
  line: number;
  bytes: Uint8Array;
}

export interface Excerpt {
  bytes: Uint8Array;
  /** For each line of the excerpt its line in the file. A blank line that only parts two pieces has that of the line before it. */
  lines: number[];
  /** For each line: whether lines of the file were left out directly before it. */
  gapBefore: boolean[];
}

const LF = 10;

/**
 * Pieces in the order of the file, no line twice, two blank lines where something was left out: one could be taken
 * for the spacing of a web page. `dense` leaves blank lines out: they stand for lines that were put together.
 */
export function excerptOf(pieces: Piece[], dense: boolean): Excerpt {
  const sorted = [...pieces].sort((a, b) => a.line - b.line || b.bytes.length - a.bytes.length);
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.bytes.length + 3, 0));
  const lines: number[] = [];
  const gapBefore: boolean[] = [];
  let size = 0;
  let last = 0;
  for (const { line: first, bytes } of sorted) {
    let number = first;
    for (let at = 0; at < bytes.length; number++) {
      const lf = bytes.indexOf(LF, at);
      const end = lf < 0 ? bytes.length : lf + 1;
      const wanted = number > last && !(dense && isBlankLine(bytes, at, end));
      if (wanted) {
        const gap = number > last + 1 && (!dense || !(at > 0));
        if (gap && last > 0) {
          for (let k = 0; k < 2; k++) {
            out[size++] = LF;
            lines.push(last);
            gapBefore.push(true);
          }
        }
        out.set(bytes.subarray(at, end), size);
        size += end - at;
        if (lf < 0) out[size++] = LF;
        lines.push(number);
        gapBefore.push(gap);
      }
      last = Math.max(last, number);
      at = end;
    }
  }
  return { bytes: out.subarray(0, size), lines, gapBefore };
}

/** Lines that a piece holds. */
export function linesIn(bytes: Uint8Array): number {
  const lfs = countLines(bytes, 0, bytes.length);
  return bytes[bytes.length - 1] === LF ? lfs : lfs + 1;
}
