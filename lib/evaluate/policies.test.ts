/** The oracle and the policies: one world for all, and nobody sees the truth. */

import { describe, expect, it } from 'vitest';
import { hypothesesOf } from '../triage/ask/hypotheses';
import { check, fix } from '../triage/ask/test-checks';
import { EMPTY_CASE } from '../triage/case';
import type { Check, PackIncident } from '../triage/pack';
import { incident, packWith } from '../triage/test-pack';
import { oracleFor, type Oracle } from './oracle';
import { play, POLICIES, type Start } from './policies';

const quiet = { background: { none: 'always' as const } };
const checks = [
  check('seen', ['red', 'blue', 'none'], quiet),
  check('heard', ['hum', 'hiss', 'none'], quiet),
];
const reddish = incident(
  'reddish',
  {},
  { checks: { seen: { red: 'always' }, heard: { hum: 'usually' } }, fixes: [fix('repaint', { minutes: 5 })] },
);
const blueish = incident(
  'blueish',
  {},
  { checks: { seen: { blue: 'always' }, heard: { hiss: 'often' } }, fixes: [fix('bleach', { minutes: 5 })] },
);
const pack = packWith([reddish, blueish], { checks });
const nothing: Start = {
  hypotheses: hypothesesOf(pack, { ranked: [], other: 1, verdict: 'none' }, EMPTY_CASE),
  answers: [],
  parts: [],
  pasted: false,
};
const oracle = (seed: number, truth: PackIncident | null = reddish, wrong = 0) =>
  oracleFor(pack, truth, 'book', wrong, seed);
const SEEDS = Array.from({ length: 400 }, (_, seed) => seed + 1);
const share = (hit: (seed: number) => boolean) => SEEDS.filter(hit).length / SEEDS.length;

describe('the oracle', () => {
  it('gives the same answer to the same question, whenever and in whatever order it is asked', () => {
    for (const seed of SEEDS.slice(0, 40)) {
      const [one, two] = [oracle(seed), oracle(seed)];
      const forth = checks.map((item) => one.answer(item));
      const back = [...checks].reverse().map((item) => two.answer(item));
      expect(back.reverse()).toEqual(forth);
      expect(one.helps(reddish, reddish.fixes[0]!)).toBe(two.helps(reddish, reddish.fixes[0]!));
    }
  });

  it('answers as often as the book says', () => {
    expect(share((seed) => oracle(seed).answer(checks[0]!) === 0)).toBeGreaterThan(0.94);
    expect(share((seed) => oracle(seed).answer(checks[1]!) === 0)).toBeCloseTo(0.85, 1);
  });

  it('shows the background, and lets nothing help, when the truth is not in the book', () => {
    expect(share((seed) => oracle(seed, null).answer(checks[0]!) === 2)).toBeGreaterThan(0.94);
    expect(share((seed) => oracle(seed, null).helps(reddish, reddish.fixes[0]!))).toBe(0);
  });

  it('lets a fix of another incident help only where the truth has the same action', () => {
    expect(share((seed) => oracle(seed).helps(blueish, blueish.fixes[0]!))).toBe(0);
    expect(share((seed) => oracle(seed).helps(reddish, reddish.fixes[0]!))).toBeCloseTo(0.85, 1);
  });

  it('gives another outcome in the share of wrong answers', () => {
    expect(
      share((seed) => oracle(seed, reddish, 0.08).answer(checks[0]!) !== oracle(seed).answer(checks[0]!)),
    ).toBeCloseTo(0.08, 1);
  });

  it('moves each likelihood by one word when perturbed', () => {
    const perturbed = (seed: number) => oracleFor(pack, reddish, 'perturbed', 0, seed).answer(checks[1]!);
    // usually .85 becomes always .97 or often .60.
    const hums = share((seed) => perturbed(seed) === 0);
    expect(hums).toBeGreaterThan(0.7);
    expect(hums).toBeLessThan(0.85);
  });
});

describe('a policy', () => {
  it.each(POLICIES)('%s does the same twice in the same world', (policy) => {
    for (const seed of SEEDS.slice(0, 20)) {
      const fresh: Start = { ...nothing };
      expect(play(policy, pack, fresh, oracle(seed))).toEqual(play(policy, pack, nothing, oracle(seed)));
    }
  });

  it.each(POLICIES)('%s sees no truth: worlds that answer alike are treated alike', (policy) => {
    const [asReddish, asBlueish] = [reddish, blueish].map((truth) => {
      const log: string[] = [];
      const world = oracle(1, truth);
      const told: Oracle = {
        answer: (item: Check) => (log.push(item.id, `${world.answer(item) >= 0}`), 0),
        helps: (_, { action }) => (log.push(action), false),
      };
      play(policy, pack, { ...nothing }, told);
      return log;
    });
    expect(asReddish).toEqual(asBlueish);
  });

  it('that never asks, never asks; one that asks finds the truth', () => {
    expect(play('fixes-only', pack, nothing, oracle(1)).questions).toBe(0);
    const right = (policy: 'wizard' | 'until-90') =>
      share((seed) => play(policy, pack, nothing, oracle(seed)).rankedAtFive[0] === 'reddish');
    expect(right('until-90')).toBeGreaterThan(0.9);
    expect(right('wizard')).toBeGreaterThan(0.9);
  });

  it('that gives up pays for waking somebody', () => {
    const hopeless: Oracle = { answer: () => 2, helps: () => false };
    for (const policy of POLICIES) {
      const { minutes, solved } = play(policy, pack, { ...nothing }, hopeless);
      expect(solved).toBe(false);
      expect(minutes).toBeGreaterThanOrEqual(60);
    }
  });
});
