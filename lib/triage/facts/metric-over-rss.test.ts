import { expect, test } from 'vitest';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitMetricOverRss } from './metric-over-rss';

function ratio(text: string): unknown[] {
  const found: unknown[] = [];
  emitMetricOverRss([toPart(plain, text)], (_fact, value) => found.push(value));
  return found;
}

const PS =
  'USER       PID   RSS %MEM %CPU CMD\nroot         6 712188  2.1 0.8 java -jar\nroot         1   700  0.0  0.0 /bin/sh -c java';

test('what kubectl top shows over what the processes use', () => {
  expect(ratio(`cart-0        9m           1394Mi\n${PS}`)).toEqual([2]);
});

test('two pods, or a listing of a node, say nothing', () => {
  expect(ratio(`cart-0 9m 1394Mi\ncart-1 9m 200Mi\n${PS}`)).toEqual([]);
  expect(ratio(`cart-0 9m 1394Mi\n${PS.replace('  1   700', '  9   700')}`)).toEqual([]);
});

test('statistics of crictl, on one line or broken over several', () => {
  expect(ratio('"workingSetBytes": {"value": "3821880064"}, "rssBytes": {"value": "1910940032"}')).toEqual([
    2,
  ]);
  expect(
    ratio('"workingSetBytes": {\n  "value": "3821880064"\n},\n"rssBytes": {\n  "value": "1910940032"\n}'),
  ).toEqual([2]);
});

test('a listing made inside the container is whole, a listing that was cut is not', () => {
  const listing = 'RSS CMD\n200000 postgres';
  const asked = (command: string) => {
    const found: unknown[] = [];
    const top = '9c1f40be77d2   db   0.41%   3.90GiB / 4GiB';
    emitMetricOverRss([toPart(plain, top), { ...toPart(plain, listing), command }], (_fact, value) =>
      found.push(value),
    );
    return found;
  };
  expect(asked('docker exec db ps -o rss,cmd')).toEqual([20.45]);
  expect(asked('docker exec db ps -o rss,cmd | head -5')).toEqual([]);
  expect(asked('ps -o rss,cmd')).toEqual([]);
});
