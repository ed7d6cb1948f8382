/** Lines in bytes: where they begin, how many there are, what they look like. */

const LF = 10;
const CR = 13;

/** Start of the line in which `at` stands; a LF belongs to the line that it ends. */
export function lineStart(bytes: Uint8Array, at: number): number {
  return at <= 0 ? 0 : bytes.lastIndexOf(LF, at - 1) + 1;
}

/** Offset behind the LF that ends the line in which `at` stands; the end of the bytes when none does. */
export function lineEnd(bytes: Uint8Array, at: number, end: number): number {
  const lf = bytes.indexOf(LF, at);
  return lf < 0 || lf >= end ? end : lf + 1;
}

/**
 * Counts LFs in `bytes[from, to)`, four bytes at once: subtracting from a word without the top bits borrows
 * from no neighbour (Warren, Hacker's Delight, 6-1).
 */
export function countLines(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let at = from;
  for (; at < to && (bytes.byteOffset + at) % 4 !== 0; at++) if (bytes[at] === LF) count++;
  const words = Math.floor((to - at) / 4);
  if (words > 0) {
    const view = new Int32Array(bytes.buffer, bytes.byteOffset + at, words);
    // Counts of the four places run side by side in one word, at most 255 of them.
    for (let begin = 0; begin < words; begin += 255) {
      const end = Math.min(words, begin + 255);
      let sums = 0;
      for (let i = begin; i < end; i++) {
        const differing = view[i]! ^ 0x0a0a0a0a;
        const low = (differing & 0x7f7f7f7f) + 0x7f7f7f7f;
        sums = (sums + ((~(low | differing | 0x7f7f7f7f) >>> 7) & 0x01010101)) | 0;
      }
      count += (sums & 255) + ((sums >>> 8) & 255) + ((sums >>> 16) & 255) + (sums >>> 24);
    }
    at += words * 4;
  }
  for (; at < to; at++) if (bytes[at] === LF) count++;
  return count;
}

/** Whether the text that ends at `at` is spelled so; where a line end stands in it, nobody knows. */
export function isSpelled(bytes: Uint8Array, at: number, spelling: Uint8Array): boolean {
  for (let i = spelling.length - 1, from = at - i; i >= 0; i--) {
    const byte = bytes[from + i]!;
    if (byte === LF || byte === CR) return true;
    if (byte !== spelling[i]) return false;
  }
  return true;
}

export function isBlankLine(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 32) return false;
  return true;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/**
 * Whether the line at `start` begins a record of a log other than the kernel's. What does not, and is not blank,
 * may be a row, a field or a frame, and belongs to its neighbours.
 */
export function isRecord(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start]!;
  if (isDigit(first)) {
    // 2024-05-13…      10.32.1.7 - - […
    for (let at = start + 1; at < Math.min(end, start + 5); at++) {
      if (!isDigit(bytes[at]))
        return (bytes[at] === 45 && at === start + 4) || (bytes[at] === 46 && isDigit(bytes[at + 1]));
    }
    return false;
  }
  // I0513 10:00:00     {"level"…     time="2024…
  if (isDigit(bytes[start + 1])) return isDigit(bytes[start + 4]) && bytes[start + 5] === 32;
  if (first === 123) return bytes[start + 1] === 34;
  if (first === 116) return startsWith(bytes, start, 'time=') || startsWith(bytes, start, 'ts=');
  if (first === 108) return startsWith(bytes, start, 'level=');
  // May 13 10:00:00 node-1 systemd[1]: …, but not the kernel's
  const month =
    first >= 65 &&
    first <= 90 &&
    bytes[start + 3] === 32 &&
    isDigit(bytes[start + 5]) &&
    bytes[start + 9] === 58;
  return month && !contains(bytes, start + 15, Math.min(end, start + 120), 'kernel: ');
}

function startsWith(bytes: Uint8Array, start: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}

function contains(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = from; at + text.length <= to; at++)
    if (bytes[at] === first && startsWith(bytes, at, text)) return true;
  return false;
}

/** A line without its line end, as text. What is longer than `most` bytes around `near` is cut. */
export function textOf(
  decoder: TextDecoder,
  bytes: Uint8Array,
  start: number,
  end: number,
  near = start,
  most = 4096,
): string {
  let from = start;
  let to = end;
  while (to > from && (bytes[to - 1] === LF || bytes[to - 1] === CR)) to--;
  if (to - from > most) {
    from = Math.max(start, near - most / 2);
    to = Math.min(to, near + most / 2);
  }
  return decoder.decode(bytes.subarray(from, to));
}
