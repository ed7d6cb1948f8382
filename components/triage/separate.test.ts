import { expect, test } from 'vitest';
import type { Finding } from '@/lib/triage/diagnosis';
import { separateProblems } from './separate';

const finding = (component: number, band: Finding['band']) => ({ component, band }) as Finding;

test('problems of their own are counted once each', () => {
  expect(
    separateProblems([
      finding(0, 'strong'),
      finding(1, 'likely'),
      finding(1, 'strong'),
      finding(2, 'strong'),
      finding(0, 'likely'),
    ]),
  ).toBe(2);
});

test('what else the first could be, and what is only possible, is no other problem', () => {
  expect(separateProblems([finding(0, 'strong'), finding(0, 'likely'), finding(1, 'possible')])).toBe(0);
  expect(separateProblems([])).toBe(0);
});
