/** Text to the letters that a fragment may hold, and back: deflate, then base64url. Nothing here throws. */

import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** A case link unpacks to a few kilobytes; what grows past this is a bomb. */
const MOST = 262_144;
const CHUNK = 1024;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export function pack(text: string): string {
  return toLetters(deflateSync(strToU8(text), { level: 9 }));
}

/** As much as can be unpacked; a cut or altered end is left out. Null when there are other letters in it. */
export function unpack(letters: string): string | null {
  const bytes = fromLetters(letters);
  if (!bytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  try {
    // In small steps, so that what stands before a fault is there when the fault is met.
    for (let at = 0; at < bytes.length && size <= MOST; at += CHUNK) stream.push(bytes.slice(at, at + CHUNK));
    stream.push(new Uint8Array(0), true);
  } catch {
    // The chunks so far are what could be read.
  }
  const all = new Uint8Array(Math.min(size, MOST));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk.subarray(0, all.length - at), at);
    at = Math.min(all.length, at + chunk.length);
  }
  return strFromU8(all);
}

function toLetters(bytes: Uint8Array): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a! << 16) | (b << 8) | c;
    const count = Math.min(3, bytes.length - at) + 1;
    for (let index = 0; index < count; index++) out += LETTERS[(bits >> (18 - 6 * index)) & 63];
  }
  return out;
}

function fromLetters(letters: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at++] = (bits >> held) & 255;
  }
  return bytes;
}
