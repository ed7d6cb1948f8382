/** The words of the book: which begin with these letters, and which could have been meant. */

import Fuse from 'fuse.js';

/** A slip of the finger leaves most pairs of letters as they were: so many words are shown to fuse.js. */
export const MOST_CANDIDATES = 120;
/** Of the words that begin with a few letters, the shortest. */
export const MOST_BEGINNINGS = 60;
const MOST_LIKE = 8;

export interface Vocabulary {
  beginningWith(letters: string): string[];
  /** Words that share pairs of letters, most of them first. */
  candidates(word: string): string[];
  /** Best first; likeness from 0 to 1. */
  like(word: string): { known: string; likeness: number }[];
}

export function vocabulary(all: Iterable<string>): Vocabulary {
  const words = [...all].sort();
  const byPair = new Map<string, number[]>();
  words.forEach((word, at) => {
    for (const pair of pairsOf(word)) {
      const known = byPair.get(pair);
      if (known) known.push(at);
      else byPair.set(pair, [at]);
    }
  });

  function candidates(word: string): string[] {
    const pairs = pairsOf(word);
    const shared = new Map<number, number>();
    for (const pair of pairs)
      for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    return [...shared]
      .filter(([at, count]) => count >= pairs.size * 0.4 && lengths(words[at]!, word) > 0.6)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MOST_CANDIDATES)
      .map(([at]) => words[at]!);
  }

  function like(word: string): { known: string; likeness: number }[] {
    const asked = word.slice(0, 32);
    // A word is short: where in it the letters stand says nothing, how many are right says all.
    const fuse = new Fuse(candidates(asked), {
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.34,
      ignoreFieldNorm: true,
    });
    return fuse
      .search(asked, { limit: MOST_LIKE })
      .map(({ item, score = 1 }) => ({ known: item, likeness: (1 - score) * lengths(item, asked) }));
  }

  function beginningWith(letters: string): string[] {
    const found: string[] = [];
    for (let at = firstNotBefore(words, letters); at < words.length && words[at]!.startsWith(letters); at++)
      if (words[at] !== letters) found.push(words[at]!);
    return found.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_BEGINNINGS);
  }

  return { beginningWith, candidates, like };
}

/** With the edges of the word, so that its first and last letter count. */
function pairsOf(word: string): Set<string> {
  const edged = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < edged.length; at++) pairs.add(edged.slice(at, at + 2));
  return pairs;
}

/** Fuse finds letters anywhere; a slip keeps the length of a word. */
const lengths = (a: string, b: string): number => Math.min(a.length, b.length) / Math.max(a.length, b.length);

function firstNotBefore(words: readonly string[], letters: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < letters) low = middle + 1;
    else high = middle;
  }
  return low;
}
