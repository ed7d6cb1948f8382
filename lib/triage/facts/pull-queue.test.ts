import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitPullQueue } from './pull-queue';

function told(...lines: string[]): [string, FactValue][] {
  const found: [string, FactValue][] = [];
  emitPullQueue([toPart(plain, lines.join('\n'))], (fact, value) => found.push([fact, value]));
  return found;
}

const pull = (clock: string, image: string, end = '') =>
  `2024-02-12T${clock}Z level=info msg="PullImage \\"${image}\\"${end}"`;
const ended = (clock: string, image: string) => pull(clock, image, ' returns image reference \\"sha256:a\\"');

test('a pull that begins when a long one ends, in the log of a runtime', () => {
  const long = [pull('10:00:01', 'big:4'), ended('10:11:40', 'big:4')];
  expect(told(...long, pull('10:11:41', 'nginx:1'))).toEqual([['pull.back_to_back', 1]]);
  expect(told(...long, pull('10:11:50', 'nginx:1'))).toEqual([]);
  expect(told(pull('10:00:01', 'big:4'), pull('10:00:02', 'nginx:1'), ended('10:00:09', 'nginx:1'))).toEqual(
    [],
  );
  expect(told(pull('10:00:01', 'a:4'), ended('10:00:09', 'a:4'), pull('10:00:09', 'b:1'))).toEqual([]);
});
