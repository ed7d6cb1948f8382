/**
 * Blocks of a large file whose damage hides literals from the automaton on many lines: colours, quote marks,
 * entities, NULs, odd spaces. They are cleaned byte by byte before they are scanned; every LF stays, so lines keep
 * their numbers. Word wrap takes the slow path: the block is repaired as a paste would be.
 */

import { isBlankLine, lineEnd, lineStart } from './large-bytes';
import { read } from './read/read';

/** So many places in one sample are no accident; fewer are admitted line by line. */
const MANY = 8;
const SAMPLE = 24 * 1024;
const ENTITIES: readonly [string, number][] = [
  ['&lt;', 60],
  ['&gt;', 62],
  ['&amp;', 38],
  ['&quot;', 34],
  ['&apos;', 39],
  ['&#39;', 39],
  ['&nbsp;', 32],
];

/** Whether `bytes[from, to)` needs cleaning, judged by its beginning, middle and end. */
export function isDirty(bytes: Uint8Array, from: number, to: number): boolean {
  return [from, (from + to - SAMPLE) >> 1, to - SAMPLE].some((at) => {
    const start = Math.max(from, at);
    const end = Math.min(to, start + SAMPLE);
    return isStrange(bytes, start, end) || isQuoted(bytes, lineStart(bytes, start), end);
  });
}

function isStrange(bytes: Uint8Array, from: number, to: number): boolean {
  let strange = 0;
  for (let at = from; at < to && strange < MANY; at++) {
    const byte = bytes[at]!;
    if (byte === 27 || byte === 0 || (byte === 0xa0 && bytes[at - 1] === 0xc2)) strange++;
    else if (byte === 38 && entityAt(bytes, at)) strange++;
  }
  return strange >= MANY;
}

function isQuoted(bytes: Uint8Array, start: number, to: number): boolean {
  let quoted = 0;
  let seen = 0;
  for (let at = start; at < to && seen < 40; seen++) {
    if (bytes[at] === 62) quoted++;
    at = lineEnd(bytes, at, to);
  }
  return seen >= 10 && quoted * 2 > seen;
}

function entityAt(bytes: Uint8Array, at: number): readonly [string, number] | undefined {
  return ENTITIES.find(([name]) => {
    for (let i = 1; i < name.length; i++) if (bytes[at + i] !== name.charCodeAt(i)) return false;
    return true;
  });
}

/** A cleaned copy of `bytes[from, to)`. */
export function clean(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const out = new Uint8Array(to - from);
  let size = 0;
  let begins = true;
  for (let at = from; at < to;) {
    const byte = bytes[at]!;
    if (begins) {
      begins = false;
      while (bytes[at] === 62) at += bytes[at + 1] === 32 ? 2 : 1;
      continue;
    }
    if (byte === 27) at = behindEscape(bytes, at, to);
    else if (byte === 0) at++;
    else if (byte === 0xc2 && bytes[at + 1] === 0xa0) {
      out[size++] = 32;
      at += 2;
    } else if (byte === 0xe2 && bytes[at + 1] === 0x80 && bytes[at + 2]! >= 0x8b && bytes[at + 2]! <= 0x8f)
      at += 3;
    else {
      const entity = byte === 38 ? entityAt(bytes, at) : undefined;
      out[size++] = entity ? entity[1] : byte;
      at += entity ? entity[0].length : 1;
      if (byte === 10) begins = true;
    }
  }
  return out.subarray(0, size);
}

/** ECMA-48: `ESC [ … letter`; anything else is two characters. Never over a line end. */
function behindEscape(bytes: Uint8Array, at: number, to: number): number {
  if (bytes[at + 1] !== 91) return Math.min(to, bytes[at + 1] === 10 ? at + 1 : at + 2);
  let end = at + 2;
  while (end < to && bytes[end]! >= 32 && bytes[end]! < 64) end++;
  return end < to && bytes[end]! >= 64 ? end + 1 : end;
}

/** Whether the middle of `bytes[from, to)` is broken between words. */
export function isWrapped(bytes: Uint8Array, from: number, to: number, words: ReadonlySet<string>): boolean {
  const start = lineStart(bytes, Math.max(from, ((from + to) >> 1) - SAMPLE / 2));
  const end = lineEnd(bytes, Math.min(to - 1, start + SAMPLE), to);
  if (longest(bytes, start, end) > 240) return false;
  const { repairs, lineCount } = read(0, new TextDecoder().decode(bytes.subarray(start, end)), words);
  const joined = repairs.find(({ id }) => id === 'soft-wrap')?.count ?? 0;
  return lineCount >= 20 && joined * 8 > lineCount;
}

function longest(bytes: Uint8Array, from: number, to: number): number {
  let most = 0;
  for (let at = from; at < to;) {
    const end = lineEnd(bytes, at, to);
    most = Math.max(most, end - at);
    at = end;
  }
  return most;
}

/** The slow path: repairs a block as a paste. A line that was put together leaves blank ones, so numbers stay. */
export function unwrap(bytes: Uint8Array, from: number, to: number, words: ReadonlySet<string>): Uint8Array {
  const doc = read(0, new TextDecoder().decode(bytes.subarray(from, to)), words);
  const out: string[] = [];
  let number = 1;
  for (const line of doc.lines) {
    for (; number < line.from; number++) out.push('\n');
    if (line.from < number - 1) continue;
    // What `read` took off as an envelope is part of the line for the second reading.
    const whole =
      line.envelope && line.start > 0
        ? doc.original.slice(envelopeStart(doc.original, line.start), line.start)
        : '';
    out.push(`${whole}${line.text.replace(/\n/g, ' ')}\n`);
    number = Math.max(number, line.from) + 1;
  }
  const text = new TextEncoder().encode(out.join(''));
  return isBlankLine(text, 0, text.length) ? new Uint8Array(0) : text;
}

function envelopeStart(original: string, start: number): number {
  return original.lastIndexOf('\n', start - 1) + 1;
}
