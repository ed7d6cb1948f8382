import fc from 'fast-check';
import { expect, it } from 'vitest';
import { templateOf } from './template';

/** The plain way, as three replacements one after the other. */
function reference(text: string): string {
  return text
    .slice(0, 200)
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '#')
    .replace(/\b(?=[0-9a-f-]*\d)[0-9a-f]{8,64}\b/g, '#')
    .replace(/\d+/g, '#')
    .trim();
}

const UUID = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const piece = fc.oneof(
  fc.constantFrom(
    UUID,
    `${UUID}`.slice(1),
    'deadbeef',
    'deadbeef-',
    '-',
    '_',
    ' ',
    'é',
    'g',
    'A',
    '\n',
    '#',
    '0x',
  ),
  fc.stringMatching(/^[0-9a-f]{1,20}$/),
  fc.stringMatching(/^[0-9a-f]{60,70}$/),
  fc.stringMatching(/^[0-9]{1,12}$/),
);

it('is what three replacements make', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(templateOf(text)).toBe(reference(text));
    }),
    { numRuns: 20_000 },
  );
});

it('makes one of two printings', () => {
  const line = (id: string, n: number) =>
    `I0513 10:00:00.1  2143 a.go:1] container ${id} pod=${UUID} exited with ${n}`;
  expect(templateOf(line('10f0451e1345', 137))).toBe(templateOf(line('aaf0451e1345', 1)));
});
