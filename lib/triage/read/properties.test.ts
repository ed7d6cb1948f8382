import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from './read';

const WORDS = new Set(['sandbox', 'container', 'failed']);
const plainLine = fc.array(
  fc.constantFrom(
    'kubelet',
    'failed',
    'to',
    'start',
    'sand',
    'box',
    '"x"',
    '>',
    '|',
    '[',
    ']',
    ':',
    '=',
    '(',
    ')',
    '  ',
  ),
  { maxLength: 40 },
);
const plainText = fc
  .array(
    plainLine.map((words) => words.join(' ')),
    { maxLength: 30 },
  )
  .map((lines) => lines.join('\n'));

test('no letter is lost and none changes its place', () => {
  const letters = (text: string): string => text.replace(/[^a-z]/g, '');
  fc.assert(
    fc.property(plainText, (text) => {
      const doc = read(0, text, WORDS);
      fc.pre(doc.lines.every((line) => !line.envelope));
      expect(letters(doc.lines.map((line) => line.text).join(''))).toBe(letters(text));
    }),
    { numRuns: 500 },
  );
});

test('what was repaired once stays as it is', () => {
  const once = read(0, '> \u001b[31mE0320 04:59:09.5\u001b[0m “x”\r\n> b &lt;c&gt;\r\n', WORDS)
    .lines.map((line) => line.text)
    .join('\n');
  const twice = read(0, once, WORDS);
  expect(twice.repairs).toEqual([]);
  expect(twice.lines.map((line) => line.text).join('\n')).toBe(once);
});
