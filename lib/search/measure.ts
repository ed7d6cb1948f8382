/** A book as large as nobody has written yet, and what somebody types into its search box. */

import type { SearchDocument } from './documents';
import { search, type SearchIndex } from './search';

/** On a busy machine somebody else's turn falls into a key press; the best of a few is its own time. */
export const TRIES = 3;

/** Milliseconds until the answer is there. */
export function keyPressTime(index: SearchIndex, typed: string): number {
  const times = Array.from({ length: TRIES }, () => {
    const before = performance.now();
    search(index, typed);
    return performance.now() - before;
  });
  return Math.min(...times);
}

/** `count` documents that share words as those of the book do, and have some of their own. */
export function synthetic(documents: readonly SearchDocument[], count: number): SearchDocument[] {
  return Array.from({ length: count }, (_, at) => {
    const { [at % documents.length]: base, [(at * 7 + 3) % documents.length]: other } = documents;
    return {
      ...base!,
      id: `synthetic-${at}`,
      title: `${base!.title} ${own(at)}`,
      symptoms: `${base!.symptoms} ${other!.symptoms} ${own(at * 3)}`,
      reasons: other!.reasons,
      examples: [...base!.examples, `${own(at * 5)}: failed with ${own(at * 11)}`],
    };
  });
}

/** A word that only a few documents have, in letters, since numbers are left out of the index. */
function own(seed: number): string {
  const syllables = ['ka', 'ro', 'mi', 'te', 'su', 'lo', 'pe', 'na', 'vi', 'du'];
  return [...String(seed * 7919)].map((digit) => syllables[Number(digit)]).join('');
}

/** The query as it grows, letter by letter; of a long one the beginning and the end. */
export function keyPresses(query: string): string[] {
  const lengths = Array.from({ length: query.length }, (_, at) => at + 1);
  return lengths.filter((at) => at <= 40 || at === query.length).map((at) => query.slice(0, at));
}
