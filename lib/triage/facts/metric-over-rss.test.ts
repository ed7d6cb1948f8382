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
