import { expect, test } from 'vitest';
import type { Diagnosis, Evidence } from '@/lib/triage/diagnosis';
import { lineStarts } from '@/lib/worker/lines';
import { marksOf, marksWithin, type Mark } from './marks';
import { MAX_LINE, piecesOf } from './pieces';
import { quoteOf } from './quote-text';
import { rowsOf, segmentsOf } from './segments';
import { visible } from './visible';

const NONE = new Set<number>();

test('without evidence nothing is folded', () => {
  expect(segmentsOf(0, 200_000, [], NONE)).toEqual([{ type: 'lines', source: 0, from: 1, to: 200_000 }]);
});

test('lines far from evidence are folded, three lines of context stay, small gaps stay open', () => {
  expect(segmentsOf(0, 100, [20, 30], NONE)).toEqual([
    { type: 'fold', source: 0, from: 1, to: 16 },
    { type: 'lines', source: 0, from: 17, to: 33 },
    { type: 'fold', source: 0, from: 34, to: 100 },
  ]);
  expect(segmentsOf(0, 100, [20], new Set([1]))[0]).toEqual({ type: 'lines', source: 0, from: 1, to: 23 });
});

test('rows are found by index and by line', () => {
  const rows = rowsOf(segmentsOf(0, 100, [20], NONE));
  expect(rows.count).toBe(9);
  expect(rows.row(0)).toMatchObject({ type: 'fold', to: 16 });
  expect(rows.row(4)).toEqual({ type: 'line', source: 0, line: 20 });
  expect(rows.indexOf(0, 20)).toBe(4);
  expect(rows.indexOf(0, 99)).toBe(8);
  expect(rows.indexOf(1, 1)).toBe(-1);
});

function evidence(line: number, spans: [number, number][], why: string): Evidence {
  return {
    signature: why,
    why,
    line,
    source: 0,
    spans: spans.map(([start, end]) => ({ source: 0, start, end })),
  } as Evidence;
}

test('what two findings share belongs to the better one, and each reason stands once', () => {
  const text = 'abcdef\nghi';
  const diagnosis = {
    findings: [
      { incident: 'x', title: 'X', for: [evidence(1, [[2, 4]], 'one')], against: [] },
      {
        incident: 'y',
        title: 'Y',
        for: [evidence(1, [[0, 6]], 'two'), evidence(1, [[2, 4]], 'one')],
        against: [],
      },
    ],
  } as unknown as Diagnosis;
  const [part] = marksOf(diagnosis, [lineStarts(text)]);
  expect(part?.marks).toEqual([
    { start: 0, end: 2, rank: 1 },
    { start: 2, end: 4, rank: 0 },
    { start: 4, end: 6, rank: 1 },
  ]);
  expect(part?.reasons.get(1)?.map((reason) => reason.evidence.why)).toEqual(['one', 'two']);
  expect(part?.lines).toEqual([1]);
});

test('marks of a line are found among many', () => {
  const marks: Mark[] = Array.from({ length: 100 }, (_, index) => ({
    start: index * 10,
    end: index * 10 + 5,
    rank: 0,
  }));
  expect(marksWithin(marks, 503, 521).map((mark) => mark.start)).toEqual([500, 510, 520]);
});

test('a line of megabytes is shown around its marks, and says what is left out', () => {
  const text = `${'a'.repeat(1_000_000)}HIT${'b'.repeat(1_000_000)}`;
  const pieces = piecesOf(text, 0, text.length, [{ start: 1_000_000, end: 1_000_003, rank: 0 }]);
  expect(pieces.map((piece) => piece.type)).toEqual(['text', 'gap', 'text', 'mark', 'text', 'gap']);
  const shown = pieces.reduce((sum, piece) => sum + (piece.type === 'gap' ? 0 : piece.text.length), 0);
  const left = pieces.reduce((sum, piece) => sum + (piece.type === 'gap' ? piece.characters : 0), 0);
  expect(shown).toBeLessThan(MAX_LINE);
  expect(shown + left).toBe(text.length);
});

test('control and direction characters become visible, one for one', () => {
  const hostile = '\u001b[31mred\u202egnirts\u0000\r';
  expect(visible(hostile)).toBe('\u241b[31mred\ufffdgnirts\u2400 ');
  expect(visible(hostile)).toHaveLength(hostile.length);
});

test('a quote shows what matched, on one line, however the terminal wrapped it', () => {
  const path = `/sys/fs/cgroup/memory/kubepods/burstable/${'0123456789abcdef'.repeat(4)}:`;
  const text = `${'before '.repeat(20)}\n\nconfiguration caused “mkdir\n\n${path}\n\nno space left on device”\nafter`;
  const at = (word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];
  const found = evidence(1, [at('mkdir'), at(path), at('no space left on device')], 'why');
  const quote = quoteOf(found, [{ source: text }], [lineStarts(text)]);
  expect(quote).toEqual({
    line: 3,
    text: 'configuration caused “mkdir /sys/fs/cgroup/memory/kubepo…56789abcdef: no space left on device”',
  });
  expect(quoteOf(evidence(0, [], 'absent'), [{ source: text }], [lineStarts(text)])).toBeNull();
});
