/** The only three ways a line is changed. Each keeps the way back to the original. */

import type { Line } from './line';

/** Keeps `text[start, end)`. A line without a map stays without one: this costs next to nothing. */
export function cut(line: Line, start: number, end = line.text.length): void {
  if (start === 0 && end === line.text.length) return;
  if (line.map) {
    line.start = line.map[Math.min(start, line.map.length - 1)] ?? line.start;
    line.map = line.map.slice(start, end);
  } else {
    line.start += start;
  }
  line.text = line.text.slice(start, end);
}

/** `text[at, at + length)` becomes `by`; every character of `by` leads back to the first replaced one. */
export interface Edit {
  at: number;
  length: number;
  by: string;
}

/** Applies edits that are in order and do not overlap. */
export function replace(line: Line, edits: readonly Edit[]): void {
  if (edits.length === 0) return;
  const { text, map, start } = line;
  let size = text.length;
  for (const edit of edits) size += edit.by.length - edit.length;
  const way = new Int32Array(size);
  let out = '';
  let read = 0;
  let write = 0;
  const keep = (end: number): void => {
    if (end > read) out += text.slice(read, end);
    if (map) for (; read < end; read++) way[write++] = map[read] ?? start;
    else for (; read < end; read++) way[write++] = start + read;
  };
  for (const edit of edits) {
    keep(edit.at);
    const origin = map ? (map[edit.at] ?? start) : start + edit.at;
    out += edit.by;
    for (let i = 0; i < edit.by.length; i++) way[write++] = origin;
    read = edit.at + edit.length;
  }
  keep(text.length);
  line.text = out;
  line.map = way;
  line.start = way[0] ?? start;
}

/** Original offset just behind the line's last character. */
function endOf(line: Line): number {
  const last = line.text.length - 1;
  if (last < 0) return line.start;
  return (line.map ? (line.map[last] ?? line.start) : line.start + last) + 1;
}

/**
 * Makes one line of several. `glues[i]` stands between piece i and i + 1 ('' or ' ') and leads back to the
 * line break. All at once, because joining one by one would be quadratic in the number of pieces.
 */
export function join(pieces: readonly Line[], glues: readonly string[]): Line {
  const first = pieces[0];
  if (!first) throw new Error('join needs at least one piece');
  if (pieces.length === 1) return first;
  let size = 0;
  for (let i = 0; i < pieces.length; i++) {
    size += pieces[i]!.text.length + (i + 1 < pieces.length ? (glues[i] ?? '').length : 0);
  }
  const map = new Int32Array(size);
  const texts: string[] = [];
  let write = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    texts.push(piece.text);
    for (let k = 0; k < piece.text.length; k++) map[write++] = piece.map ? piece.map[k]! : piece.start + k;
    const glue = i + 1 < pieces.length ? (glues[i] ?? '') : '';
    texts.push(glue);
    for (let k = 0; k < glue.length; k++) map[write++] = endOf(piece);
  }
  const last = pieces[pieces.length - 1]!;
  return {
    ...first,
    to: last.to,
    text: texts.join(''),
    start: map[0] ?? first.start,
    map,
    envelope: pieces.find((piece) => piece.envelope)?.envelope,
  };
}
