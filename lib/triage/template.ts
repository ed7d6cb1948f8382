/** The shape of a line without what changes from one printing to the next. */

/** At most this much of a line makes its template. */
const LENGTH = 200;
/** Letters and digits of an id such as a container's. */
const SHORTEST = 8;
const LONGEST = 64;
/** Digits of a UUID between its hyphens. */
const UUID = [8, 4, 4, 4, 12];

const HYPHEN = 45;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
/** `0-9a-f`: ids are printed small. */
const isHex = (code: number): boolean => isDigit(code) || (code >= 97 && code <= 102);
const isWord = (code: number): boolean =>
  isHex(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;

/**
 * Two printings of one message have one template: UUIDs, ids of 8 to 64 hex digits with a decimal one among them,
 * and numbers become `#`. By hand, because three replacing expressions took a third of the time of a large paste;
 * `template.test.ts` compares with them.
 */
export function templateOf(text: string): string {
  const size = Math.min(text.length, LENGTH);
  let out = '';
  let kept = 0;
  let before = 0;
  for (let at = 0; at < size;) {
    const code = text.charCodeAt(at);
    let end = at;
    if (isHex(code)) {
      if (!isWord(before)) end = idEnd(text, at, size);
      if (end === at) while (end < size && isDigit(text.charCodeAt(end))) end++;
    }
    if (end > at) {
      out += `${text.slice(kept, at)}#`;
      kept = at = end;
      before = text.charCodeAt(end - 1);
      continue;
    }
    before = code;
    at++;
  }
  return (out + text.slice(kept, size)).trim();
}

/** End of the UUID or id that begins at `at`, where a word begins; `at` when none does. */
function idEnd(text: string, at: number, size: number): number {
  const uuid = uuidEnd(text, at, size);
  if (uuid > at) return uuid;
  const end = hexEnd(text, at, size);
  const length = end - at;
  if (length < SHORTEST || length > LONGEST || (end < size && isWord(text.charCodeAt(end)))) return at;
  return hasDigit(text, at, size) ? end : at;
}

function hexEnd(text: string, at: number, size: number): number {
  let end = at;
  while (end < size && isHex(text.charCodeAt(end))) end++;
  return end;
}

function uuidEnd(text: string, at: number, size: number): number {
  let end = at;
  for (let group = 0; group < UUID.length; group++) {
    if (group > 0 && text.charCodeAt(end++) !== HYPHEN) return at;
    const next = hexEnd(text, end, Math.min(size, end + UUID[group]!));
    if (next - end !== UUID[group]) return at;
    end = next;
  }
  return end < size && isWord(text.charCodeAt(end)) ? at : end;
}

/** A decimal digit in the id, or behind hyphens in what follows it, up to a UUID: `deadbeef` is a word, `deadbeef-1` none. */
function hasDigit(text: string, from: number, size: number): boolean {
  for (let at = from; at < size; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code))
      return at === from || text.charCodeAt(at - 1) !== HYPHEN || uuidEnd(text, at, size) === at;
    if (code !== HYPHEN && !isHex(code)) return false;
    if (at > from && text.charCodeAt(at - 1) === HYPHEN && uuidEnd(text, at, size) > at) return false;
  }
  return false;
}
