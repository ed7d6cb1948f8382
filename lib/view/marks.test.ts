import { expect, test } from 'vitest';
import type { Diagnosis, Evidence } from '../triage/diagnosis';
import { lineStarts } from '../worker/lines';
import { lineAt, lineSpan, longestLine, textOfLines } from './lines';
import { marksOf, placesWithin, type Mark } from './marks';
import { quoteOf } from './quote';
import { nextStop, stopsOf } from './stops';
import { visible } from './visible';

function evidence(line: number, spans: [number, number][], why: string): Evidence {
  return {
    signature: why,
    why,
    line,
    source: 0,
    spans: spans.map(([start, end]) => ({ source: 0, start, end })),
  } as Evidence;
}

const diagnosis = (...findings: { incident: string; for: Evidence[]; against?: Evidence[] }[]) =>
  ({
    findings: findings.map((each) => ({ title: each.incident, against: [], ...each })),
  }) as unknown as Diagnosis;

test('what two findings share belongs to the better one, and each reason stands once', () => {
  const text = 'abcdef\nghi';
  const [part] = marksOf(
    diagnosis(
      { incident: 'x', for: [evidence(1, [[2, 4]], 'one')] },
      { incident: 'y', for: [evidence(1, [[0, 6]], 'two'), evidence(1, [[2, 4]], 'one')] },
    ),
    [lineStarts(text)],
  );
  expect(part?.marks).toEqual([
    { start: 0, end: 2, rank: 1 },
    { start: 2, end: 4, rank: 0 },
    { start: 4, end: 6, rank: 1 },
  ]);
  expect(part?.reasons.get(1)?.map(({ key }) => key)).toEqual(['x/one', 'y/two']);
  expect([part?.lines, part?.ranks.get(1)]).toEqual([[1], 0]);
});

test('marks of a line are found among many', () => {
  const marks: Mark[] = Array.from({ length: 100 }, (_, index) => ({
    start: index * 10,
    end: index * 10 + 5,
    rank: 0,
  }));
  expect(placesWithin(marks, 503, 521).map((mark) => mark.start)).toEqual([500, 510, 520]);
  expect(placesWithin(marks, 505, 510)).toEqual([]);
});

test('evidence is stepped through in the order of the paste, around its ends', () => {
  const text = 'a\nb\nc\nd\ne\n';
  const parts = marksOf(
    diagnosis({ incident: 'x', for: [evidence(1, [[0, 4]], 'a and b'), evidence(4, [[6, 7]], 'd')] }),
    [lineStarts(text)],
  );
  const stops = stopsOf(parts);
  expect(stops.map(({ line }) => line)).toEqual([1, 4]);
  const from = (line: number, by: 1 | -1) => nextStop(stops, { source: 0, line }, by)?.line;
  expect([from(1, 1), from(2, 1), from(4, 1)]).toEqual([4, 4, 1]);
  expect([from(4, -1), from(3, -1), from(1, -1)]).toEqual([1, 1, 4]);
  expect(nextStop(stops, null, -1)?.line).toBe(4);
  expect(nextStop([], null, 1)).toBeNull();
});

test('lines are found by their offsets, without their line breaks', () => {
  const text = 'one\r\ntwo\n\nlonger line';
  const starts = lineStarts(text);
  expect([0, 4, 5, 9, 10, 99].map((offset) => lineAt(starts, offset) + 1)).toEqual([1, 1, 2, 3, 4, 4]);
  expect(text.slice(...lineSpan(text, starts, 1))).toBe('one');
  expect(text.slice(...lineSpan(text, starts, 3))).toBe('');
  expect(textOfLines(text, starts, 2, 4)).toBe('two\n\nlonger line');
  expect(longestLine(text.length, starts, 100)).toBe('longer line'.length);
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

test('a line that is repeated is quoted once', () => {
  const text = 'level=info msg="Kill container"\nlevel=info msg="Kill container"\n';
  const found = {
    ...evidence(
      1,
      [
        [11, 30],
        [43, 62],
      ],
      'why',
    ),
    count: 2,
  };
  expect(quoteOf(found, [{ source: text }], [lineStarts(text)])).toEqual({
    line: 1,
    text: 'level=info msg="Kill container"',
  });
});

test('of a stack each function is quoted on its own line, without what the kernel writes around it', () => {
  const text = [
    'Jun 12 04:58:05 node-7 kernel:  try_to_free_pages+0xf1/0x1e0',
    'Jun 12 04:58:07 node-7 kernel:  __alloc_pages_slowpath+0x396/0xe60',
  ].join('\n');
  const at = (word: string): [number, number] => [text.indexOf(word), text.indexOf(word) + word.length];
  const found: Evidence = {
    ...evidence(1, [at('try_to_free_pages'), at('__alloc_pages_slowpath')], 'why'),
    type: 'frames',
  };
  expect(quoteOf(found, [{ source: text }], [lineStarts(text)])).toEqual({
    line: 1,
    text: 'try_to_free_pages\n__alloc_pages_slowpath',
  });
});
