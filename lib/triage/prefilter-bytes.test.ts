import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildAutomaton, outputsOf } from './prefilter';
import { ByteScanner } from './prefilter-bytes';

const THROUGH = [10, 13];

/** Scans `bytes` in pieces that end at `cuts`. */
function hits(literals: string[], bytes: Uint8Array, cuts: number[] = []): string[] {
  const automaton = buildAutomaton(literals, THROUGH);
  const scanner = new ByteScanner(automaton);
  const found: string[] = [];
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  let base = 0;
  for (const end of ends) {
    // Each piece has a buffer of its own: nothing outside it may be looked at.
    const piece = bytes.slice(base, end);
    const offset = base;
    scanner.scan(piece, 0, piece.length, (at, state) =>
      outputsOf(automaton, state, offset + at, (literal, last) => found.push(`${literal}@${last}`)),
    );
    base = end;
  }
  return found;
}

/** The slow reference: every literal at every place, as if there were no line ends. */
function reference(literals: string[], bytes: Uint8Array): string[] {
  const kept = [...bytes.keys()].filter((at) => !THROUGH.includes(bytes[at]!));
  const text = kept.map((at) => String.fromCharCode(bytes[at]!)).join('');
  const folded = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const found: string[] = [];
  literals.forEach((literal, index) => {
    for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1))
      found.push(`${index}@${kept[at + literal.length - 1]}`);
  });
  return found.sort();
}

const word = fc.stringMatching(/^[abc ]{1,5}$/);
const literals = fc.uniqueArray(word, { minLength: 1, maxLength: 8 });
const latin1 = (text: string) => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

it('finds exactly what a search of each literal finds, over any chunks and line ends', () => {
  const text = fc.stringMatching(/^[abcABC \r\n\xe9]{0,300}$/).map(latin1);
  fc.assert(
    fc.property(literals, text, fc.array(fc.nat(), { maxLength: 6 }), (words, bytes, cuts) => {
      const found = hits(words, bytes, cuts);
      expect([...found].sort()).toEqual(reference(words, bytes));
    }),
  );
});

it('finds the same where four lanes read side by side', () => {
  // Longer than a round of all lanes, so that literals and line ends lie across every kind of boundary.
  const text = fc.array(fc.stringMatching(/^[abc\n]{5,40}$/), { minLength: 1, maxLength: 5 }).map((pieces) =>
    latin1(
      pieces
        .join(' ')
        .repeat(70_000 / 20)
        .slice(0, 80_000),
    ),
  );
  fc.assert(
    fc.property(literals, text, fc.array(fc.nat(), { maxLength: 3 }), (words, bytes, cuts) => {
      const found = hits(words, bytes, cuts);
      const at = found.map((hit) => Number(hit.split('@')[1]));
      expect(at.every((value, index) => index === 0 || value >= at[index - 1]!)).toBe(true);
      expect([...found].sort()).toEqual(reference(words, bytes));
    }),
    { numRuns: 15 },
  );
});

it('finds a literal that a hard wrap broke, and one at each single byte', () => {
  const bytes = latin1('xx no space\r\n left on dev\n\nice yy');
  expect(hits(['no space left on device'], bytes)).toEqual([`0@${bytes.length - 4}`]);
  const every = Array.from({ length: bytes.length }, (_, at) => at);
  expect(hits(['no space left on device'], bytes, every)).toEqual([`0@${bytes.length - 4}`]);
});
