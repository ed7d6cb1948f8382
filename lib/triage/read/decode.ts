/** Bytes to text. Says what it replaced; never throws. */

export interface Decoded {
  text: string;
  limits: string[];
  kind: 'text' | 'binary';
}

const SAMPLE = 64 * 1024;
/** So many strange characters make no binary file, however short it is. */
const FEW = 8;

/**
 * Reads UTF-8 (with or without a byte order mark) and UTF-16 of either order, by its mark or by where the NULs
 * are. A text/binary decision is made on the first 64 KB; binary input is decoded all the same.
 */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Label(bytes);
  if (utf16) return decodeUtf16(bytes, utf16);
  const limits: string[] = [];
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('utf-8').decode(bytes);
    const count = countReplaced(text);
    limits.push(`${count} ${count === 1 ? 'place is' : 'places are'} not valid UTF-8: replaced by \uFFFD.`);
  }
  return withKind(text, limits);
}

function decodeUtf16(bytes: Uint8Array, label: 'utf-16le' | 'utf-16be'): Decoded {
  const odd = bytes.length % 2 === 1;
  const even = odd ? bytes.subarray(0, bytes.length - 1) : bytes;
  // utf-16be is not in every TextDecoder (Node without full ICU), so its bytes are swapped by hand.
  const text = new TextDecoder('utf-16le').decode(label === 'utf-16le' ? even : swapped(even));
  return withKind(text, odd ? ['The UTF-16 text ends in half a character, which was dropped.'] : []);
}

/** The kind of UTF-16 that `bytes` begin in, if they do. */
export function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const size = Math.min(bytes.length, 4096) & ~1;
  if (size < 4) return undefined;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) evenNuls++;
    if (bytes[i + 1] === 0) oddNuls++;
  }
  const half = size / 2;
  if (oddNuls > half * 0.4 && evenNuls < half * 0.05) return 'utf-16le';
  if (evenNuls > half * 0.4 && oddNuls < half * 0.05) return 'utf-16be';
  return undefined;
}

/** The bytes of UTF-16 in the other order. */
export function swapped(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    out[i] = bytes[i + 1]!;
    out[i + 1] = bytes[i]!;
  }
  return out;
}

function countReplaced(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

/** Binary when more than a tenth of the sample is controls that no log prints (ESC and NUL padding aside). */
function withKind(text: string, limits: string[]): Decoded {
  const sample = Math.min(text.length, SAMPLE);
  let strange = 0;
  for (let i = 0; i < sample; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 27)) strange++;
  }
  if (strange <= sample * 0.1 + FEW) return { text, limits, kind: 'text' };
  return {
    text,
    limits: [...limits, 'This looks like a binary file; only its readable text was read.'],
    kind: 'binary',
  };
}
