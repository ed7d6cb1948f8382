import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_LINES, segmentsOf, type Part, type Segment } from './folds';
import { runsOf } from './known';
import { rowsOf } from './rows';

const part = (more: Partial<Part> = {}): Part => ({
  source: 0,
  lineCount: 100,
  matter: [],
  wanted: [],
  harmless: [],
  turned: new Set(),
  all: false,
  ...more,
});

/** `1-3 [4-9] 10-20`: folds in brackets, opened ones with a star. */
const drawn = (segments: Segment[]) =>
  segments
    .map((each) => {
      if (each.type === 'title') return 'title';
      const range = `${each.from}-${each.to}`;
      return each.type === 'lines' ? range : `[${range}]${each.open ? '*' : ''}`;
    })
    .join(' ');

test('without evidence nothing is folded', () => {
  expect(drawn(segmentsOf(part({ lineCount: 200_000 })))).toBe('1-200000');
});

test('lines far from evidence are folded, three lines of context stay, small gaps stay open', () => {
  expect(drawn(segmentsOf(part({ matter: [20, 30] })))).toBe('[1-16] 17-33 [34-100]');
  expect(drawn(segmentsOf(part({ matter: [30, 20] })))).toBe('[1-16] 17-33 [34-100]');
});

test('a fold opens in place and keeps its row, so that it can be closed again', () => {
  expect(drawn(segmentsOf(part({ matter: [20], turned: new Set([1]) })))).toBe('[1-16]* 1-23 [24-100]');
  expect(drawn(segmentsOf(part({ matter: [20], all: true })))).toBe('[1-16]* 1-23 [24-100]* 24-100');
  expect(drawn(segmentsOf(part({ matter: [20], all: true, turned: new Set([24]) })))).toBe(
    '[1-16]* 1-23 [24-100]',
  );
});

test('a wanted line opens a window in its fold, and the fold stays one: it opens as a whole', () => {
  const wanted = segmentsOf(part({ matter: [20], wanted: [60] }));
  expect(drawn(wanted)).toBe('[1-16] 17-23 [24-56] 57-63 [64-100]');
  const keys = wanted.flatMap((each) => (each.type === 'fold' ? [each.key] : []));
  expect(keys).toEqual([1, 24, 24]);
  expect(drawn(segmentsOf(part({ matter: [20], wanted: [60], turned: new Set([24]) })))).toBe(
    '[1-16] 17-23 [24-100]* 24-100',
  );
  expect(drawn(segmentsOf(part({ matter: [20], wanted: [21, 2] })))).toBe('1-5 [6-16] 17-23 [24-100]');
});

test('harmless lines are folded with what they say; among lines without evidence they are counted', () => {
  const note = (says: string) => ({ id: says, kind: 'harmless' as const, says, count: 1 });
  const harmless = new Map([1, 40, 41, 42, 43].map((line) => [line, note(line === 43 ? 'b' : 'a')]));
  const runs = runsOf({ notes: new Map(), harmless }, 4);
  expect(runs).toEqual([{ from: 40, to: 43, says: ['a', 'b'] }]);
  expect(drawn(segmentsOf(part({ harmless: runs })))).toBe('1-39 [40-43] 44-100');
  const folds = segmentsOf(part({ harmless: runs, matter: [10] })).filter((each) => each.type === 'fold');
  expect(folds.map(({ from, harmless: count, says }) => [from, count, says])).toEqual([[14, 4, ['a', 'b']]]);
});

test('what a browser cannot show at once opens a step at a time', () => {
  const lineCount = MOST_LINES + 150_000;
  const far = segmentsOf(part({ lineCount }));
  expect(drawn(far)).toBe('1-400000 [400001-500000] [500001-550000]');
  const rows = rowsOf(segmentsOf(part({ lineCount: 5_000_000, matter: [10], all: true })));
  expect(rows.count).toBeLessThan(MOST_LINES + 100);
});

test('every line is shown or folded exactly once, whatever matters and is opened', () => {
  const lines = fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 8 });
  fc.assert(
    fc.property(lines, lines, lines, fc.boolean(), (matter, wanted, turned, all) => {
      const segments = segmentsOf(part({ lineCount: 300, matter, wanted, turned: new Set(turned), all }));
      const covered = segments.flatMap((each) =>
        each.type === 'title' || (each.type === 'fold' && each.open)
          ? []
          : Array.from({ length: each.to - each.from + 1 }, (_, at) => each.from + at),
      );
      expect(covered).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
      const rows = rowsOf(segments);
      for (const line of [...matter, ...wanted])
        expect(rows.row(rows.indexOf(0, line))).toEqual({ type: 'line', source: 0, line });
    }),
    { numRuns: 60 },
  );
});

test('rows are found by index and by line, and stepped through past folds', () => {
  const rows = rowsOf([{ type: 'title', source: 0 }, ...segmentsOf(part({ matter: [20, 60] }))]);
  expect(rows.row(0)).toEqual({ type: 'title', source: 0 });
  expect(rows.row(1)).toMatchObject({ type: 'fold', to: 16 });
  expect(rows.row(5)).toEqual({ type: 'line', source: 0, line: 20 });
  expect(rows.indexOf(0, 20)).toBe(5);
  expect(rows.row(rows.indexOf(0, 99))).toMatchObject({ type: 'fold', from: 64 });
  expect(rows.indexOf(1, 1)).toBe(-1);
  expect(rows.step(rows.indexOf(0, 23), 1)?.line).toBe(57);
  expect(rows.step(rows.indexOf(0, 57), -1)?.line).toBe(23);
  expect(rows.step(rows.indexOf(0, 17), -1)).toBeNull();
});
