import { expect, it } from 'vitest';
import { Nearby } from './near';
import { parse } from './parts';
import { read } from './read/read';

const near = (lines: readonly string[], within: number) => {
  const parsed = parse([read(0, lines.join('\n'), new Set())]);
  const at = parsed.lines.findIndex(({ line }) => line.text.includes('is here'));
  return new Nearby(parsed).test({ pattern: /there/, within }, at);
};
const journal = (count: number) =>
  Array.from({ length: count }, (_, i) => `Jun 14 06:00:10 node-a systemd[1]: Started unit ${i}.`);
const app = (count: number) =>
  Array.from({ length: count }, (_, i) => `2024-06-14T06:00:10.1${i}Z INFO  order accepted`);
const prose = (count: number) => Array.from({ length: count }, () => 'and something else');

it('counts lines as they stand', () => {
  expect(near(['it is here', ...prose(2), 'and there'], 3)).toBe(true);
  expect(near(['it is here', ...prose(3), 'and there'], 3)).toBe(false);
  expect(near(['and there', ...prose(3), 'it is here'], 4)).toBe(true);
});

it.each([
  ['the journal', journal(20)],
  ['an unknown log with dates', app(20)],
])('passes over %s', (_, others) => {
  expect(near(['it is here', ...others, 'one', ...others, 'and there'], 3)).toBe(true);
  expect(near(['it is here', ...prose(3), ...others, 'and there'], 3)).toBe(false);
});

it('does not pass over lines of the same log', () => {
  const at = 'Jun 14 06:00:10 node-a systemd[1]:';
  expect(near([`${at} it is here`, ...journal(20), `${at} and there`], 3)).toBe(false);
  expect(near([`${at} it is here`, ...journal(2), `${at} and there`], 3)).toBe(true);
});

it('does not look at the other end of a long log', () => {
  expect(near(['it is here', ...journal(500), 'and there'], 3)).toBe(false);
});
