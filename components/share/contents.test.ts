import { expect, test } from 'vitest';
import type { Diagnosis } from '@/lib/triage/diagnosis';
import { NEW_CASE } from '../triage/case';
import { linkContents, redactionSummary } from './contents';

test('counts of a redaction are named, the most frequent first', () => {
  expect(redactionSummary({ pod: 1, secret: 3, ip: 2 })).toBe(
    '6 places replaced: 3 secrets, 2 IP addresses, 1 pod.',
  );
  expect(redactionSummary({})).toContain('Nothing was found');
});

test('what a link holds is said, an empty case too', () => {
  expect(linkContents(NEW_CASE, { findings: [] } as unknown as Diagnosis)).toEqual([
    'that nothing in the book fits',
    'which signatures fired, and how often: 0',
    'no answers',
    'no tried fixes',
  ]);
});
