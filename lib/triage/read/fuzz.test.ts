import fc from 'fast-check';
import { expect } from 'vitest';
import { fuzz } from '../../fuzz/cases';
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

fuzz(
  'every place that was read lies in the original; a line without a map stands there as it is',
  800,
  fc.tuple(anyText, fc.nat(), fc.nat()),
  ([text, a, b]) => {
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
  },
);
