/**
 * A sorted list of words as one string: in front of each a letter that says how many characters it shares with the
 * word before (`A` none). Sorted words repeat their beginnings, and the pack travels to every reader.
 */

const A = 65;
const MOST = 25;

/** `words` are sorted and hold `a` to `z` and `_` only. */
export function foldWords(words: readonly string[]): string {
  return words.map((word, at) => fold(word, words[at - 1] ?? '')).join('');
}

export function unfoldWords(folded: string): string[] {
  const words: string[] = [];
  for (const [, shared = 'A', rest = ''] of folded.matchAll(/([A-Z])([a-z_]*)/g))
    words.push((words.at(-1) ?? '').slice(0, shared.charCodeAt(0) - A) + rest);
  return words;
}

function fold(word: string, before: string): string {
  let shared = 0;
  while (shared < MOST && shared < word.length && word[shared] === before[shared]) shared++;
  return String.fromCharCode(A + shared) + word.slice(shared);
}
