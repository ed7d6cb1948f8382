/**
 * Search over incidents. fuse.js does the fuzzy work; it is weak on long phrases, so it is asked word by word over
 * the *vocabulary* of the book, and what it finds is summed by rarity. Pure: ties break by id.
 */

import type { SearchDocument } from './documents';
import { vocabulary, type Vocabulary } from './vocabulary';
import { wordsOf } from './words';

/** Weight of a field: where a word stands says how much it says. */
export const FIELDS: readonly { name: keyof SearchDocument; weight: number }[] = [
  { name: 'alerts', weight: 5 },
  { name: 'title', weight: 4 },
  { name: 'id', weight: 3 },
  { name: 'summary', weight: 2.5 },
  { name: 'examples', weight: 2 },
  { name: 'symptoms', weight: 1.5 },
  { name: 'components', weight: 1.2 },
  { name: 'reasons', weight: 1.2 },
  { name: 'checks', weight: 0.6 },
  { name: 'area', weight: 0.5 },
];

/** More letters than this are no query; the first are enough to find the page. */
export const LONGEST_QUERY = 2000;
/** Of a long query the rarest words are asked. */
export const MOST_WORDS = 24;
/** Below this share of the best, an answer is noise. Found with queries.json. */
const SHARE_OF_BEST = 0.12;

/** What a pair adds, beside its words. Found with queries.json. */
const PAIR = 0.35;

/** Document → weight of the best field that holds the word, a little more for each further one. */
type Places = [document: number, weight: number][];

export interface SearchIndex {
  documents: readonly SearchDocument[];
  words: ReadonlyMap<string, Places>;
  vocabulary: Vocabulary;
}

export interface SearchResult {
  id: string;
  title: string;
  summary: string;
  score: number;
  /** Words of the query that it answers. */
  matched: string[];
}

export interface SearchAnswer {
  results: SearchResult[];
  /** Sentences: that the query was cut, that words were left out. */
  notes: string[];
}

export function searchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const weights = new Map<string, Map<number, number>>();
  documents.forEach((document, at) => {
    for (const { name, weight } of FIELDS) {
      const said = wordsOf([document[name]].flat().join('\n'));
      for (const word of new Set([...said, ...pairsOf(said)])) {
        const places = weights.get(word) ?? new Map<number, number>();
        const before = places.get(at) ?? 0;
        places.set(at, before === 0 ? weight : before + weight * 0.35);
        weights.set(word, places);
      }
    }
  });
  const words = new Map([...weights].map(([word, places]): [string, Places] => [word, [...places]]));
  const single = [...words.keys()].filter((word) => !word.includes(' '));
  return { documents, words, vocabulary: vocabulary(single) };
}

/** Words that stand side by side say more than the same two apart: “out of memory”. */
function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

export function search(index: SearchIndex, query: string, limit = 20): SearchAnswer {
  const { words, notes } = asked(index, query);
  const scores = new Map<number, { score: number; matched: string[] }>();
  words.forEach((word, at) => {
    for (const [document, gain] of gainsOf(index, word, at === words.length - 1)) {
      const so = scores.get(document) ?? { score: 0, matched: [] };
      so.score += gain;
      so.matched.push(word);
      scores.set(document, so);
    }
  });
  for (const pair of pairsOf(words)) {
    for (const [document, gain] of knownGains(index, pair)) {
      const so = scores.get(document);
      if (so) so.score += gain * PAIR;
    }
  }
  const results = [...scores]
    // Two words that meet in one document say more than one word that weighs as much.
    .map(([document, { score, matched }]) => ({
      document: index.documents[document]!,
      matched,
      score: score * Math.sqrt(matched.length / Math.max(1, words.length)),
    }))
    .sort((a, b) => b.score - a.score || (a.document.id < b.document.id ? -1 : 1));
  const best = results[0]?.score ?? 0;
  return {
    results: results
      .filter(({ score }) => score >= best * SHARE_OF_BEST)
      .slice(0, limit)
      .map(({ document: { id, title, summary }, score, matched }) => ({
        id,
        title,
        summary,
        score: Math.round(score * 1000) / 1000,
        matched,
      })),
    notes,
  };
}

/** The words that are asked, in the order of the query. */
function asked(
  { words: known, documents }: SearchIndex,
  query: string,
): { words: string[]; notes: string[] } {
  const notes: string[] = [];
  if (query.length > LONGEST_QUERY)
    notes.push(`Only the first ${LONGEST_QUERY} characters were searched for.`);
  const all = [...new Set(wordsOf(query.slice(0, LONGEST_QUERY)))];
  if (all.length <= MOST_WORDS) return { words: all, notes };
  notes.push(`Of ${all.length} words, the ${MOST_WORDS} rarest were searched for.`);
  // A word that no page has is a name or a slip; the known ones come first, rarest first.
  const rarity = (word: string) => known.get(word)?.length ?? documents.length + 1;
  const kept = new Set(
    [...all].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1)).slice(0, MOST_WORDS),
  );
  return { words: all.filter((word) => kept.has(word)), notes };
}

/** What a word, or a pair, of the book adds to each document that has it: the rarer, the more. */
function knownGains({ words, documents }: SearchIndex, known: string): [number, number][] {
  const places = words.get(known) ?? [];
  const rarity = Math.log(1 + documents.length / places.length);
  return places.map(([document, weight]) => [document, rarity * weight]);
}

/** Document → what this word adds. A word of the book counts as it is; only others are matched fuzzily. */
function gainsOf(index: SearchIndex, word: string, isLast: boolean): Map<number, number> {
  const gains = new Map<number, number>();
  const add = (known: string, likeness: number) => {
    for (const [document, whole] of knownGains(index, known)) {
      const gain = likeness * whole;
      if (gain > (gains.get(document) ?? 0)) gains.set(document, gain);
    }
  };
  add(word, 1);
  // The last word may still be in the making.
  if (isLast && word.length >= 2)
    for (const known of index.vocabulary.beginningWith(word))
      add(known, 0.6 * (word.length / known.length) + 0.2);
  if (gains.size > 0 || word.length < 3) return gains;
  for (const { known, likeness } of index.vocabulary.like(word)) add(known, 0.75 * likeness);
  return gains;
}
