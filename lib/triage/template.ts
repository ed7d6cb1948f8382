/** The shape of a line without what changes from one printing to the next. */

/** At most this much of a line makes its template. */
const LENGTH = 200;
/** Letters and digits of an id such as a container's. */
const SHORTEST = 8;
const LONGEST = 64;
/** Digits of a UUID between its hyphens. */
const UUID = [8, 4, 4, 4, 12];

const HYPHEN = 45;
const HASH = 35;

const DIGIT = 1;
/** `0-9a-f`: ids are printed small. */
const HEX = 2;
const WORD = 4;
/** What each byte is; all bytes of what is not ASCII are nothing of these. */
const KIND = new Uint8Array(256);
for (const char of '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_') {
  KIND[char.charCodeAt(0)] = WORD | (/[0-9a-f]/.test(char) ? HEX : 0) | (/[0-9]/.test(char) ? DIGIT : 0);
}

const is = (kind: number, byte: number): boolean => (KIND[byte]! & kind) !== 0;

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
/** UTF-8 takes up to three bytes for a unit. */
const INPUT = new Uint8Array(LENGTH * 3);
const OUTPUT = new Uint8Array(LENGTH * 3);

/**
 * Two printings of one message have one template: UUIDs, ids of 8 to 64 hex digits with a decimal one among them,
 * and numbers become `#`. On bytes and by hand, because three replacing expressions took a third of the time of a
 * large paste; `template.test.ts` compares with them.
 */
export function templateOf(text: string): string {
  const size = ENCODER.encodeInto(text.length > LENGTH ? text.slice(0, LENGTH) : text, INPUT).written;
  let write = 0;
  let before = 0;
  for (let at = 0; at < size;) {
    const byte = INPUT[at]!;
    let end = at;
    if (is(HEX, byte)) {
      if (!is(WORD, before)) end = idEnd(INPUT, at, size);
      if (end === at) while (end < size && is(DIGIT, INPUT[end]!)) end++;
    }
    if (end > at) {
      OUTPUT[write++] = HASH;
      before = INPUT[end - 1]!;
      at = end;
    } else {
      OUTPUT[write++] = before = byte;
      at++;
    }
  }
  return DECODER.decode(OUTPUT.subarray(0, write)).trim();
}

/** End of the UUID or id that begins at `at`, where a word begins; `at` when none does. */
function idEnd(bytes: Uint8Array, at: number, size: number): number {
  const uuid = uuidEnd(bytes, at, size);
  if (uuid > at) return uuid;
  const end = hexEnd(bytes, at, size);
  const length = end - at;
  if (length < SHORTEST || length > LONGEST || (end < size && is(WORD, bytes[end]!))) return at;
  return hasDigit(bytes, at, size) ? end : at;
}

function hexEnd(bytes: Uint8Array, at: number, size: number): number {
  let end = at;
  while (end < size && is(HEX, bytes[end]!)) end++;
  return end;
}

function uuidEnd(bytes: Uint8Array, at: number, size: number): number {
  let end = at;
  for (let group = 0; group < UUID.length; group++) {
    if (group > 0 && bytes[end++] !== HYPHEN) return at;
    const next = hexEnd(bytes, end, Math.min(size, end + UUID[group]!));
    if (next - end !== UUID[group]) return at;
    end = next;
  }
  return end < size && is(WORD, bytes[end]!) ? at : end;
}

/** A decimal digit in the id, or behind hyphens in what follows it, up to a UUID: `deadbeef` is a word, `deadbeef-1` none. */
function hasDigit(bytes: Uint8Array, from: number, size: number): boolean {
  for (let at = from; at < size; at++) {
    const code = bytes[at]!;
    if (is(DIGIT, code)) return at === from || bytes[at - 1]! !== HYPHEN || uuidEnd(bytes, at, size) === at;
    if (code !== HYPHEN && !is(HEX, code)) return false;
    if (at > from && bytes[at - 1]! === HYPHEN && uuidEnd(bytes, at, size) > at) return false;
  }
  return false;
}
