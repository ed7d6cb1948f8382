/** The only three ways a line is changed. Each keeps the way back to the original. */

import type { Line } from './line';

/**
 * Maps are cut from larger blocks: a buffer of its own for each of 100,000 lines costs more than all repairs
 * together.
 */
const BLOCK = 16 * 1024;
let block = new Int32Array(0);
let used = 0;

function newMap(size: number): Int32Array {
  if (size > BLOCK / 4) return new Int32Array(size);
  if (used + size > block.length) {
    block = new Int32Array(BLOCK);
    used = 0;
  }
  used += size;
  return block.subarray(used - size, used);
}

/** Keeps `text[start, end)`. A line without a map stays without one: this costs next to nothing. */
export function cut(line: Line, start: number, end = line.text.length): void {
  if (start === 0 && end === line.text.length) return;
  if (line.map) {
    line.start = line.map[Math.min(start, line.map.length - 1)] ?? line.start;
    line.map = line.map.subarray(start, end);
  } else {
    line.start += start;
  }
  line.text = line.text.slice(start, end);
}

/**
 * Replacements in order, not overlapping: `text[at, at + length)` becomes `by`. Three plain arrays, because a
 * hostile line can need millions.
 */
export interface Edits {
  at: number[];
  length: number[];
  by: string[];
}

export const noEdits = (): Edits => ({ at: [], length: [], by: [] });

/** Adds one replacement; a deletion next to a deletion makes it longer. */
export function addEdit(edits: Edits, at: number, length: number, by: string): void {
  const last = edits.at.length - 1;
  if (by === '' && last >= 0 && edits.by[last] === '' && edits.at[last]! + edits.length[last]! === at) {
    edits.length[last]! += length;
    return;
  }
  edits.at.push(at);
  edits.length.push(length);
  edits.by.push(by);
}

/** Applies edits. Every character of a replacement leads back to the first character it replaces. */
export function replace(line: Line, edits: Edits): void {
  const count = edits.at.length;
  if (count === 0) return;
  const { text, map, start } = line;
  let size = text.length;
  for (let e = 0; e < count; e++) size += edits.by[e]!.length - edits.length[e]!;
  const way = newMap(size);
  let read = 0;
  let write = 0;
  for (let e = 0; e <= count; e++) {
    const at = e < count ? edits.at[e]! : text.length;
    if (map) while (read < at) way[write++] = map[read++]!;
    else while (read < at) way[write++] = start + read++;
    if (e === count) break;
    const origin = map ? map[at]! : start + at;
    for (let k = edits.by[e]!.length; k > 0; k--) way[write++] = origin;
    read = at + edits.length[e]!;
  }
  // Few edits: pieces of the old string. Many (a hostile line): character by character into one buffer.
  line.text = count * 16 < text.length ? splice(text, edits) : respell(text, edits, size);
  line.map = way;
  line.start = way[0] ?? start;
}

function splice(text: string, edits: Edits): string {
  let out = '';
  let read = 0;
  for (let e = 0; e < edits.at.length; e++) {
    out += text.slice(read, edits.at[e]!) + edits.by[e]!;
    read = edits.at[e]! + edits.length[e]!;
  }
  return out + text.slice(read);
}

function respell(text: string, edits: Edits, size: number): string {
  const codes = new Uint16Array(size);
  let read = 0;
  let write = 0;
  for (let e = 0; e < edits.at.length; e++) {
    const by = edits.by[e]!;
    while (read < edits.at[e]!) codes[write++] = text.charCodeAt(read++);
    for (let k = 0; k < by.length; k++) codes[write++] = by.charCodeAt(k);
    read += edits.length[e]!;
  }
  while (read < text.length) codes[write++] = text.charCodeAt(read++);
  const CHUNK = 8192;
  let out = '';
  for (let at = 0; at < size; at += CHUNK) {
    out += String.fromCharCode.apply(null, codes.subarray(at, at + CHUNK) as unknown as number[]);
  }
  return out;
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
  const map = newMap(size);
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
