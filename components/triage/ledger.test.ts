import { expect, it } from 'vitest';
import type { Evidence, Finding } from '@/lib/triage/diagnosis';
import { ledgerOf, signed } from './ledger';

const evidence = (signature: string, nats: number, group = signature): Evidence => ({
  signature,
  type: 'line',
  weight: 'strong',
  nats,
  group,
  source: 0,
  line: 1,
  text: '',
  why: `${signature} was seen.`,
  count: 1,
  spans: [],
});

const finding: Finding = {
  incident: 'it',
  title: 'It',
  probability: 0.9,
  band: 'strong',
  score: 1.4 + 3 - 3,
  terms: [{ label: 'common in the field', nats: 1.4 }],
  component: 0,
  for: [evidence('stop', 3), evidence('stop-too', 0, 'stop'), evidence('everywhere', 0)],
  against: [evidence('look-alike', -3)],
  notChecked: [],
};

it('the entries of a ledger add up to the score of the engine', () => {
  const ledger = ledgerOf(finding);
  const entries = [ledger.begins, ...ledger.for, ...ledger.against];
  expect(entries.reduce((sum, { nats }) => sum + nats, 0)).toBeCloseTo(ledger.sum, 9);
});

it('what counts nothing says why: a stronger one of its fact, or a line that stands everywhere', () => {
  expect(ledgerOf(finding).for.map(({ counted }) => counted)).toEqual([
    undefined,
    'The same fact as above: it counts once.',
    'It also stands in logs of other incidents, so it counts nothing.',
  ]);
});

it('a sign stands before every number but nothing', () => {
  expect([3, -1.5, 0, 0.04].map(signed)).toEqual(['+3.0', '−1.5', '0', '0']);
});
