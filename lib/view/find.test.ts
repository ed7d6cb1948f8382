import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAll, findsWithin, firstAtOrAfter, MOST_FINDS, SLICE } from './find';
import { MAX_LINE, piecesOf, type Piece } from './pieces';

function all(text: string, query: string, exact = false): number[] {
  const found: number[] = [];
  for (const _ of findAll(text, query, { exact }, found));
  return found;
}

test('what is searched for is text, never a pattern', () => {
  expect(all('a.c abc [x]* a.c', 'a.c')).toEqual([0, 13]);
  expect(all('a.c abc [x]*', '[x]*')).toEqual([8]);
  expect(all('E0320 e0320', 'e0320')).toEqual([0, 6]);
  expect(all('E0320 e0320', 'e0320', true)).toEqual([6]);
  expect(all('abc', '')).toEqual([]);
  expect(all('abc', 'abcd')).toEqual([]);
});

test('a place on the border of two slices is found, once', () => {
  for (const shift of [-6, -5, -3, -1, 0, 1]) {
    const text = `${'.'.repeat(SLICE + shift)}needle${'.'.repeat(SLICE)}needle`;
    expect(all(text, 'needle')).toEqual([SLICE + shift, 2 * SLICE + shift + 6]);
  }
});

test('the search gives way after each slice', () => {
  const found: number[] = [];
  const steps = findAll('x'.repeat(3 * SLICE), 'y', { exact: true }, found);
  let turns = 0;
  while (!steps.next().done) turns++;
  expect(turns).toBe(3);
});

test('it finds what a slow search finds', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '\n'), maxLength: 60 });
  const query = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(text, query, (hay, needle) => {
      const slow: number[] = [];
      for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) slow.push(at);
      expect(all(hay, needle, true)).toEqual(slow);
    }),
  );
});

test('a search with too many places ends, and says so', () => {
  const found: number[] = [];
  const steps = findAll('a'.repeat(MOST_FINDS + 10), 'a', { exact: true }, found);
  let last = steps.next();
  while (!last.done) last = steps.next();
  expect([last.value, found.length]).toEqual([true, MOST_FINDS]);
});

test('places of a line are found among many, also when they begin above it', () => {
  const finds = { starts: [0, 10, 20, 30], length: 5, now: 20 };
  expect(findsWithin(finds, 12, 21).map(({ start }) => start)).toEqual([10, 20]);
  expect(findsWithin(finds, 15, 20)).toEqual([]);
  expect([firstAtOrAfter(finds.starts, 11), firstAtOrAfter(finds.starts, 31)]).toEqual([2, 4]);
});

const shape = (pieces: Piece[]) =>
  pieces.map((piece) =>
    piece.type === 'gap'
      ? `…${piece.end - piece.start}`
      : `${piece.text}/${piece.rank ?? ''}${piece.found ?? ''}`,
  );

test('a line is cut where evidence and finds begin and end', () => {
  const pieces = piecesOf('abcdefgh', [0, 8], [{ start: 1, end: 4, rank: 2 }], {
    starts: [3, 6],
    length: 2,
    now: 6,
  });
  expect(shape(pieces)).toEqual(['a/', 'bc/2', 'd/2yes', 'e/yes', 'f/', 'gh/now']);
});

test('a line of megabytes is shown around its marks, says what is left out, and shows more when asked', () => {
  const text = `${'a'.repeat(1_000_000)}HIT${'b'.repeat(1_000_000)}`;
  const marks = [{ start: 1_000_000, end: 1_000_003, rank: 0 }];
  const pieces = piecesOf(text, [0, text.length], marks);
  expect(pieces.map((piece) => piece.type)).toEqual(['text', 'gap', 'text', 'text', 'text', 'gap']);
  const shown = pieces.reduce((sum, piece) => sum + (piece.type === 'gap' ? 0 : piece.text.length), 0);
  const left = pieces.reduce((sum, piece) => sum + (piece.type === 'gap' ? piece.end - piece.start : 0), 0);
  expect(shown).toBeLessThan(MAX_LINE);
  expect(shown + left).toBe(text.length);
  const more = piecesOf(text, [0, text.length], marks, undefined, [[300, 800]]);
  expect(more[0]).toEqual({ type: 'text', text: 'a'.repeat(800) });
});

test('in a long line half a million finds cost no more than those in sight', () => {
  const text = 'ab'.repeat(500_000);
  const starts = Array.from({ length: 500_000 }, (_, at) => at * 2);
  const pieces = piecesOf(text, [0, text.length], [], { starts, length: 1, now: 600_000 });
  expect(pieces.length).toBeLessThan(2000);
  expect(pieces.some((piece) => piece.type === 'text' && piece.found === 'now')).toBe(true);
});
