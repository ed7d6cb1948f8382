import { expect, test } from 'vitest';
import { dayOfBook, unverifiedSince } from './age';

const page = (written: string, ...verified: string[]) => ({
  changes: [{ revision: 1, date: written, what: 'First written.' }],
  verified: verified.map((date) => ({ date, by: 'x', on: 'y' })),
});

test('a page is stale two years after it was last verified, to the day', () => {
  expect(unverifiedSince(page('2024-11-20'), '2026-11-19')).toBeNull();
  expect(unverifiedSince(page('2024-11-20'), '2026-11-20')).toBe('2024-11-20');
  expect(unverifiedSince(page('2020-01-01', '2026-01-01', '2025-01-01'), '2026-11-20')).toBeNull();
  expect(unverifiedSince(page('2020-01-01', '2022-03-04'), '2026-11-20')).toBe('2022-03-04');
});

test('the day of the book is what the build was told, else its newest change', () => {
  const incidents = [{ front: page('2026-11-20') }, { front: page('2025-01-01') }];
  expect(dayOfBook(incidents)).toBe('2026-11-20');
  expect(dayOfBook(incidents, '2030-01-01')).toBe('2030-01-01');
  expect(dayOfBook(incidents, 'tomorrow')).toBe('2026-11-20');
});
