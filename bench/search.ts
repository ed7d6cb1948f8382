/** `npx tsx bench/search.ts`: milliseconds a key press, on the book and on 1,000 synthetic incidents. Budget 50 ms. */

import { loadBook } from '../lib/incident/load.server';
import { documentsOf, type SearchDocument } from '../lib/search/documents';
import queries from '../lib/search/queries.json';
import { search, searchIndex } from '../lib/search/search';

const BUDGET = 50;
const book = loadBook();
const real = documentsOf(book.incidents, book.checks);

/** Real incidents over and over, with one word in five of its own: as many words as 1,000 authors would use. */
function synthetic(count: number): SearchDocument[] {
  const renamed = (text: string, number: number) =>
    text.replace(/[A-Za-z]{4,}/g, (word, at: number) =>
      (at + number) % 5 === 0 ? `${word}${(number * 7919 + at) % 97}` : word,
    );
  return Array.from({ length: count }, (_, number) => {
    const { id, ...fields } = real[number % real.length]!;
    const changed = Object.entries(fields).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((each) => renamed(each, number)) : renamed(value, number),
    ]);
    return { id: `${id}-${number}`, ...Object.fromEntries(changed) } as SearchDocument;
  });
}

function measure(name: string, documents: SearchDocument[]): number {
  const began = performance.now();
  const index = searchIndex(documents);
  const built = performance.now() - began;
  const times: number[] = [];
  for (const { query } of queries) {
    for (let letters = 1; letters <= Math.min(query.length, 60); letters += 3) {
      const start = performance.now();
      search(index, query.slice(0, letters));
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)]!.toFixed(1);
  console.log(
    `${name}: ${documents.length} incidents, ${index.words.size} words, index ${built.toFixed(0)} ms; key press median ${at(0.5)} ms, 99 % ${at(0.99)} ms, worst ${at(1)} ms`,
  );
  return Number(at(0.99));
}

measure('book', real);
const slow = measure('synthetic', synthetic(1000));
if (slow > BUDGET) {
  console.error(`99 % of the key presses must stay under ${BUDGET} ms`);
  process.exitCode = 1;
}
