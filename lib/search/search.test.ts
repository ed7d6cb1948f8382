import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadBook } from '../incident/load.server';
import { documentsOf } from './documents';
import { looksLikeLog } from './looks-like-log';
import { keyPresses, keyPressTime, synthetic } from './measure';
import queries from './queries.json';
import { MOST_BEGINNINGS, MOST_CANDIDATES } from './vocabulary';
import { LONGEST_QUERY, MOST_WORDS, search, searchIndex } from './search';

const book = loadBook();
const documents = documentsOf(book.incidents, book.checks);
const index = searchIndex(documents);
const known = queries.filter(({ wanted }) => documents.some(({ id }) => id === wanted));

test('the list is long enough, and most of it is verbatim with its source', () => {
  expect(queries.length).toBeGreaterThanOrEqual(60);
  expect(queries.filter((query) => 'source' in query).length).toBeGreaterThanOrEqual(40);
  expect(known).toEqual(queries);
});

test('at least 95 % of the queries find their page among the first three', () => {
  const missed = known.filter(
    ({ query, wanted }) => !search(index, query, 3).results.some(({ id }) => id === wanted),
  );
  const share = 1 - missed.length / known.length;
  expect(share, JSON.stringify(missed.map(({ query }) => query))).toBeGreaterThanOrEqual(0.95);
});

test('the name of an alert finds an incident that names it, first', () => {
  for (const alert of new Set(documents.flatMap(({ alerts }) => alerts))) {
    const first = documents.find(({ id }) => id === search(index, alert).results[0]?.id);
    expect(first?.alerts).toContain(alert);
  }
});

test('every title finds its own page first', () => {
  for (const { id, title } of documents) expect(search(index, title).results[0]?.id).toBe(id);
});

test('100 KB are a query: cut, and said', () => {
  const { results, notes } = search(index, `conntrack insert_failed ${'x'.repeat(100_000)}`);
  expect(results[0]?.id).toBe('conntrack-snat-insert-failed');
  expect(notes[0]).toContain(String(LONGEST_QUERY));
});

test('of a query of many words the rarest are asked, and that is said', () => {
  const words = Array.from(
    { length: 60 },
    (_, at) => `word${String.fromCharCode(97 + (at % 26))}${'q'.repeat(at % 7)}`,
  ).join(' ');
  expect(search(index, words).notes[0]).toContain(`the ${MOST_WORDS} rarest`);
});

test('letters of expressions are letters', () => {
  for (const query of ['.*', '[+(', '^$', '\\', '(?:', "'=!^|", ''])
    expect(search(index, query).results).toEqual([]);
  expect(search(index, '^conntrack$ |!"').results[0]?.id).toBe('conntrack-snat-insert-failed');
});

test('any text is a query, and the same one gives the same answer', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      (query) => void expect(search(index, query)).toEqual(search(index, query)),
    ),
    { seed: 6, numRuns: 50 },
  );
});

test('a key press on 1,000 incidents is answered in under 50 ms', () => {
  const large = searchIndex(synthetic(documents, 1000));
  const typed = known.filter((_, at) => at % 6 === 0).flatMap(({ query }) => keyPresses(query));
  expect(typed.length).toBeGreaterThan(300);
  for (const text of typed) expect(keyPressTime(large, text), text).toBeLessThan(50);
});

test('what nobody wrote is not found', () => {
  for (const query of ['qqqqxxxx', 'zzzz yyyy']) expect(search(index, query).results).toEqual([]);
});

test('words that the book has are never matched fuzzily, and fuzzy matching sees few words', () => {
  let asked = 0;
  const like = (word: string) => (asked++, index.vocabulary.like(word));
  const counting = { ...index, vocabulary: { ...index.vocabulary, like } };
  for (const { query } of known) search(counting, query);
  expect(asked).toBeLessThan(known.length * 3);
  expect(index.vocabulary.candidates('conntrak').length).toBeLessThanOrEqual(MOST_CANDIDATES);
  expect(index.vocabulary.beginningWith('co').length).toBeLessThanOrEqual(MOST_BEGINNINGS);
});

test('a pasted log is noticed, a query is not', () => {
  for (const text of [
    'E0320 04:59:09.572336 15702 remote_runtime.go:92] x',
    'Mar 26 18:36:59 n kernel: x',
    '[<ffffffffa0072807>] do_wait',
    'a\nb\nc',
    'time="2021" level=info',
    '[5193605.506728] Task in /kubepods',
  ])
    expect(looksLikeLog(text)).toBe(true);
  for (const { query } of queries.filter(({ query }) => !/\+0x/.test(query)))
    expect(looksLikeLog(query)).toBe(false);
});
