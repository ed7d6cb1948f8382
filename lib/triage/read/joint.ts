/** What stands between two pieces of a line: nothing, or the blank that the wrap ate. */

export type Glue = '' | ' ';

/** `usual` is what the kind of wrap does; the vocabulary of the book overrules it where it knows better. */
export function glueFor(a: string, b: string, usual: Glue, words: ReadonlySet<string>): Glue {
  if (/\s$/.test(a) || /^\s/.test(b)) return '';
  if (usual === '') return '';
  return isCutWord(a, b, words) || isCutPath(a, b) ? '' : ' ';
}

/** `sa` and `ndbox`: the whole is a word of the book and the halves are not. */
export function isCutWord(a: string, b: string, words: ReadonlySet<string>): boolean {
  const left = /[A-Za-z]+$/.exec(a.slice(-40))?.[0].toLowerCase();
  const right = /^[A-Za-z]+/.exec(b.slice(0, 40))?.[0].toLowerCase();
  if (left === undefined || right === undefined || !words.has(left + right)) return false;
  return !(isWord(left, words) && isWord(right, words));
}

/** A book made from pastes may hold halves of words; of the short ones only real words count. */
const SHORT = new Set('a an as at be by do go if in is it no of on or so to up us we'.split(' '));

function isWord(part: string, words: ReadonlySet<string>): boolean {
  return part.length < 3 ? SHORT.has(part) : words.has(part);
}

/** `Internal error` and `occurred:`: both halves are words of the book and the whole is none. */
export function areTwoWords(a: string, b: string, words: ReadonlySet<string>): boolean {
  const left = /(?:^|[\s"'(])([A-Za-z]{2,})[,;:.]?$/.exec(a.slice(-40))?.[1]?.toLowerCase();
  const right = /^["'(]?([A-Za-z]{2,})(?=$|[\s,;:."')])/.exec(b.slice(0, 40))?.[1]?.toLowerCase();
  if (left === undefined || right === undefined) return false;
  return words.has(left) && words.has(right) && !words.has(left + right);
}

/** `…/kubepods/` and `burstable/…`, `kube-` and `proxy`, `msg="` and `Container`: browsers also break there. */
function isCutPath(a: string, b: string): boolean {
  return /(?:\S\/|\w-|[=(]["']?)$/.test(a) && /^\w/.test(b);
}

const OPENING: Record<string, string> = { ')': '(', ']': '[', '}': '{', '"': '"' };

/** A bracket or quote that is open at the end of `a` and closes in `b`. */
export function reachesOver(a: string, b: string): boolean {
  const closing = /^[^()[\]{}"]{0,400}([)\]}"])/.exec(b)?.[1];
  if (closing === undefined) return false;
  const opening = OPENING[closing]!;
  let open = 0;
  for (const char of a.slice(-1000)) {
    if (opening === '"') open ^= char === '"' ? 1 : 0;
    else if (char === opening) open++;
    else if (char === closing && open > 0) open--;
  }
  return open > 0;
}
