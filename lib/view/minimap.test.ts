import { expect, test } from 'vitest';
import type { Diagnosis, Evidence } from '../triage/diagnosis';
import { heightOf } from './heights';
import { lineFromHash, lineHash } from './line-hash';
import type { PartMarks } from './marks';
import { bucketOf, layoutOf, nearestTick, placeAt, ticksOf } from './minimap';
import { rowsOf } from './rows';
import { lasting, timelineOf } from './timeline';

const marks = (...lines: [line: number, rank: number][]) =>
  ({ lines: lines.map(([line]) => line), ranks: new Map(lines) }) as unknown as PartMarks;

test('lines of several sources count through, and lead back', () => {
  const layout = layoutOf([new Uint32Array(100), new Uint32Array(50)]);
  expect(layout).toEqual({ offsets: [0, 100], total: 150 });
  expect(placeAt(layout, 99)).toEqual({ source: 0, line: 100 });
  expect(placeAt(layout, 100)).toEqual({ source: 1, line: 1 });
  expect([placeAt(layout, -5).line, placeAt(layout, 1e9)]).toEqual([1, { source: 1, line: 50 }]);
});

test('evidence that is near falls into one tick, a rank of its own into another', () => {
  const layout = layoutOf([new Uint32Array(1000), new Uint32Array(1000)]);
  const ticks = ticksOf([marks([1, 0], [5, 0], [6, 1]), marks([1000, 2])], layout, 20);
  expect(ticks).toEqual([
    { at: 0, rank: 0, count: 2, source: 0, line: 1 },
    { at: 0, rank: 1, count: 1, source: 0, line: 6 },
    { at: 19, rank: 2, count: 1, source: 1, line: 1000 },
  ]);
  expect(nearestTick(ticks, 2, 4)?.line).toBe(1);
  expect(nearestTick(ticks, 10, 4)).toBeNull();
  expect(bucketOf(0, 0, 20)).toBe(0);
});

test('the address of a line reads back, and other fragments are left alone', () => {
  for (const range of [
    { source: 0, line: 12 },
    { source: 0, line: 12, to: 40 },
    { source: 2, line: 7, to: 9 },
  ])
    expect(lineFromHash(lineHash(range))).toEqual(range);
  expect(lineHash({ source: 1, line: 3 })).toBe('#L3@2');
  for (const other of ['', '#L', '#L0', '#L1@0', '#case=v1.x', '#answers=a:b', '#L1-2', '#L12x'])
    expect(lineFromHash(other)).toBeNull();
  expect(lineFromHash('#L9-L3')).toEqual({ source: 0, line: 9 });
});

test('heights follow the lengths of lines when they are wrapped, and nothing else', () => {
  const rows = rowsOf([{ type: 'lines', source: 0, from: 1, to: 3 }]);
  const starts = [Uint32Array.from([0, 11, 262])];
  const of = (columns: number) => heightOf(rows, starts, [270], [0, 3], { columns, line: 20 });
  expect(of(0)).toBe(60);
  expect(of(100)).toBe(20 + 60 + 20);
});

const HOUR = 3_600_000;
function diagnosed(...moments: number[][]): Diagnosis {
  const evidence = moments.map(
    (ms, at) =>
      ({
        signature: `s${at}`,
        why: `why ${at}`,
        count: ms.length,
        first: 'a',
        last: 'b',
        times: { scale: 'utc', ms },
        source: 0,
        line: at + 1,
        spans: [{ source: 0, start: 0, end: 1 }],
      }) as unknown as Evidence,
  );
  return {
    findings: [{ incident: 'x', for: evidence, against: [] }],
    digest: {
      times: [{ scale: 'utc', from: { ms: 0, text: '0:00' }, to: { ms: 10 * HOUR, text: '10:00' } }],
    },
  } as unknown as Diagnosis;
}

test('evidence over time stands between the first and the last moment of the paste', () => {
  const timeline = timelineOf(diagnosed([HOUR, 5 * HOUR, 5 * HOUR + 1], [10 * HOUR]));
  expect(timeline).toMatchObject({ from: '0:00', to: '10:00', length: 10 * HOUR });
  expect(timeline?.rows.map(({ key, at, count }) => [key, at, count])).toEqual([
    ['x/s0', [0.1, 0.5], 3],
    ['x/s1', [1], 1],
  ]);
});

test('a single moment is no course of time', () => {
  expect(timelineOf(diagnosed([HOUR]))).toBeNull();
  expect(timelineOf(diagnosed())).toBeNull();
});

test('a length of time is said in the largest unit of which there are two', () => {
  expect([1500, 90_000, 2 * HOUR, 60 * HOUR].map(lasting)).toEqual([
    '2 seconds',
    '90 seconds',
    '2 hours',
    '3 days',
  ]);
});
