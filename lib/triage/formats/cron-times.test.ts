import { expect, test } from 'vitest';
import { cronTimes, runsBetween } from './cron-times';

const runs = (schedule: string, from: string, to: string) =>
  runsBetween(cronTimes(schedule)!, Date.parse(from), Date.parse(to));

test.each([
  ['*/15 * * * *', '2019-05-02T03:00:00Z', '2019-05-02T04:00:00Z', 4],
  ['0 3 * * *', '2019-05-02T03:00:00Z', '2019-05-09T03:00:00Z', 7],
  ['0 21 * * tue,fri', '2024-02-01T00:00:00Z', '2024-02-15T00:00:00Z', 4],
  ['30 8-18/2 * * 1-5', '2024-02-05T00:00:00Z', '2024-02-06T00:00:00Z', 6],
  ['0 0 1 * *', '2024-01-01T00:00:00Z', '2024-06-01T00:00:00Z', 5],
  ['0 0 1 * mon', '2024-07-01T00:00:00Z', '2024-07-31T00:00:00Z', 4],
  ['@weekly', '2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z', 4],
  ['0 0 * * 7', '2024-02-01T00:00:00Z', '2024-03-01T00:00:00Z', 4],
])('%s from %s to %s', (schedule, from, to, count) => {
  expect(runs(schedule, from, to)).toBe(count);
});

test('what is no schedule', () => {
  for (const text of ['', '* * * *', '61 * * * *', '* * 0 * *', 'a b c d e', '5-1 * * * *', '*/0 * * * *'])
    expect(cronTimes(text)).toBeUndefined();
});
