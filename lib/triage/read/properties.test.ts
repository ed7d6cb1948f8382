import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originalSpan } from './line';
import { read } from './read';

const WORDS = new Set(['sandbox', 'container', 'failed']);
const SCRAPS = [
  'E0320 04:59:09.572336 15702 x.go:92] ',
  '[<ffffffffa0072807>] do_wait+0x1d7/0x250',
  'Mar 26 18:36:59 h kernel: ',
  '> ',
  '    ',
  '\r\n',
  '\n',
  '\n\n',
  '\u001b[31m',
  '\u001b[0m',
  '“',
  '&lt;',
  '\\"',
  'msg="',
  '```',
  '\u00a0',
  '1: ',
  '2',
  '{"log":"x\\n","stream":"s"}',
  '[pod/a-1/b] ',
  'db_1  | ',
  'word '.repeat(14),
  '** replaying previous printk message **',
  '\u0000',
  '\ufeff',
  '2024-05-01T10:00:00.1Z stdout F ',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 12 })), { maxLength: 60 })
    .map((parts) => parts.join('')),
);

test('never throws; every place lies in the original; a line without a map stands there as it is', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const doc = read(0, text, WORDS);
      let previous = 0;
      for (const line of doc.lines) {
        expect(line.from).toBeGreaterThanOrEqual(previous);
        expect(line.to).toBeLessThanOrEqual(doc.lineCount);
        previous = line.from;
        if (line.map) expect(line.map).toHaveLength(line.text.length);
        else expect(text.slice(line.start, line.start + line.text.length)).toBe(line.text);
        const size = line.text.length + 1;
        const span = originalSpan(line, Math.min(a % size, b % size), Math.max(a % size, b % size));
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(text.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
      }
    }),
    { numRuns: 800 },
  );
});

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
