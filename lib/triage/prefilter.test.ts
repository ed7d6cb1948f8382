import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAutomaton, scanText } from './prefilter';

function hits(literals: string[], text: string): string[] {
  const found: string[] = [];
  scanText(buildAutomaton(literals), text, (literal, end) => found.push(`${literal}@${end}`));
  return found.sort();
}

/** The slow reference: every literal at every place. */
function reference(literals: string[], text: string): string[] {
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found: string[] = [];
  literals.forEach((literal, index) => {
    for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1)) {
      found.push(`${index}@${at + literal.length}`);
    }
  });
  return found.sort();
}

it('finds overlapping and nested literals in either case', () => {
  expect(hits(['he', 'she', 'hers'], 'uSHErs')).toEqual(['0@4', '1@4', '2@6']);
});

it('finds exactly what a search of each literal finds', () => {
  const word = fc.stringMatching(/^[abc ]{1,5}$/);
  const text = fc.stringMatching(/^[abcABC é\n]{0,200}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (literals, haystack) => {
      expect(hits(literals, haystack)).toEqual(reference(literals, haystack));
    }),
  );
});
