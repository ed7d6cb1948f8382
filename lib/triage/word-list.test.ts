import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords, unfoldWords } from './word-list';

test('words that begin alike are folded', () => {
  expect(foldWords(['address', 'addresses', 'zone'])).toBe('AaddressHesAzone');
});

test('any sorted list comes back', () => {
  const word = fc.stringMatching(/^[a-z][a-z_]{2,30}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word), (words) => {
      words.sort();
      expect(unfoldWords(foldWords(words))).toEqual(words);
    }),
  );
});
