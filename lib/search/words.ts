/** Queries and documents become words in the same way. */

/**
 * Names of functions, units and options stay whole, and are found by their pieces too. Chinese stands beside them
 * without a blank.
 */
const WORD =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[_.:/-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
/** Chinese has no blanks: two letters at a time. */
const HAN = /\p{Script=Han}/u;

/** Addresses, ids, times and counters: they tell two logs apart, never two incidents. */
const VARIABLE = /^(?:0x)?[0-9a-f]{6,}$|^\d+(?:[.:_/-]\d+)+\w{0,2}$|^\d{4,}$|^[0-9a-f]{8}-[0-9a-f-]{4,}$/;

const STOP = new Set(
  'a an and are as at be been but by can cannot do does for from had has have how i if in into is it its my no not of on or our so some than that the their then there this to was we were when which while why with you'.split(
    ' ',
  ),
);

export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [raw] of text.toLowerCase().matchAll(WORD)) {
    if (HAN.test(raw)) {
      for (let at = 0; at + 1 < raw.length; at++) words.push(raw.slice(at, at + 2));
      continue;
    }
    if (VARIABLE.test(raw)) continue;
    const pieces = raw.split(/[_.:/-]/).filter((piece) => piece !== '' && !VARIABLE.test(piece));
    if (pieces.length > 1) words.push(raw);
    words.push(...pieces.filter((piece) => !STOP.has(piece)).map(stem));
  }
  return words;
}

/** Enough of English for pods and pod, hanging and hang, stuck and stuck. */
function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  return (
    word
      // kswapd0 and kswapd, node7 and node
      .replace(/(?<=[a-z]{4})\d$/, '')
      .replace(/(?:ies)$/, 'y')
      .replace(/(?:ing|ed|es|s|ly)$/, '')
      .replace(/(.)\1$/, '$1')
  );
}
