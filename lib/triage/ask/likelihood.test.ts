import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { LIKELIHOOD, type Likelihood } from '../pack';
import { incident } from '../test-pack';
import { answerNats, distribution, outcomesUnder, withNoise } from './likelihood';
import { check } from './test-checks';

const WORDS = Object.keys(LIKELIHOOD) as Likelihood[];
const three = check('colour', ['red', 'green', 'blue']);
const close = (actual: number[], wanted: number[]) =>
  actual.forEach((p, index) => expect(p).toBeCloseTo(wanted[index]!, 3));

describe('words become a distribution over the outcomes', () => {
  it('leaves listed words as they are and shares the rest', () => {
    close(distribution(three, { red: 'always' }), [0.97, 0.015, 0.015]);
    close(distribution(three, { red: 'sometimes' }), [0.3, 0.35, 0.35]);
    close(distribution(three, { red: 'never' }), [0.02, 0.49, 0.49]);
  });

  it('normalises words that add up to more than one', () => {
    close(distribution(three, { red: 'rarely', green: 'rarely', blue: 'always' }), [
      0.1 / 1.17,
      0.1 / 1.17,
      0.97 / 1.17,
    ]);
  });

  it('leaves something for an outcome that nobody listed', () => {
    const [red, green, blue] = distribution(three, { red: 'usually', green: 'usually' });
    expect(red).toBeCloseTo(green!);
    expect(blue).toBeGreaterThan(0.005);
    expect(blue).toBeLessThan(0.02);
  });

  it('knows nothing without words', () => {
    close(distribution(three, undefined), [1 / 3, 1 / 3, 1 / 3]);
    close(distribution(three, {}), [1 / 3, 1 / 3, 1 / 3]);
  });

  it('always sums to one and excludes nothing', () => {
    const words = fc.record(
      { red: fc.constantFrom(...WORDS), green: fc.constantFrom(...WORDS), blue: fc.constantFrom(...WORDS) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(words, (listed) => {
        const found = distribution(three, listed as Record<string, Likelihood>);
        expect(found.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
        expect(Math.min(...found)).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps the order of the words', () => {
    const [red, green, blue] = distribution(three, { red: 'often', green: 'rarely', blue: 'sometimes' });
    expect(red).toBeGreaterThan(blue!);
    expect(blue).toBeGreaterThan(green!);
  });
});

describe('what an incident predicts', () => {
  it('is its own words, or the background where it has none', () => {
    const quiet = check('colour', ['red', 'green', 'blue'], { background: { blue: 'always' } });
    const speaks = incident('speaks', {}, { checks: { colour: { red: 'always' } } });
    close(outcomesUnder(quiet, speaks), [0.97, 0.015, 0.015]);
    close(outcomesUnder(quiet, incident('silent', {})), [0.015, 0.015, 0.97]);
    close(outcomesUnder(quiet, null), [0.015, 0.015, 0.97]);
  });
});

describe('answers are noisy: (1-f)P + f/(k-1)·(1-P)', () => {
  it('with f = 0.05 picked and 0.02 pasted', () => {
    close(withNoise([1, 0, 0], 'picked'), [0.95, 0.025, 0.025]);
    close(withNoise([1, 0, 0], 'pasted'), [0.98, 0.01, 0.01]);
    close(withNoise([0.8, 0.2], 'picked'), [0.95 * 0.8 + 0.05 * 0.2, 0.95 * 0.2 + 0.05 * 0.8]);
  });

  it('and still sum to one', () => {
    const weights = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(weights, fc.constantFrom('picked' as const, 'pasted' as const), (raw, by) => {
        const sum = raw.reduce((a, b) => a + b);
        const noisy = withNoise(
          raw.map((value) => value / sum),
          by,
        );
        expect(noisy.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('an answer in nats', () => {
  const two = check('colour', ['red', 'blue'], { background: { red: 'rarely', blue: 'usually' } });
  const redIncident = incident('reddish', {}, { checks: { colour: { red: 'usually', blue: 'rarely' } } });
  const answer = (outcome: string, by: 'picked' | 'pasted' = 'picked') =>
    answerNats(two, redIncident, { check: 'colour', outcome, by });

  it('is the log of the noisy likelihood over that of the background', () => {
    const under = withNoise([0.85 / 0.95, 0.1 / 0.95], 'picked');
    expect(answer('red')).toBeCloseTo(Math.log(under[0]! / under[1]!));
    expect(answer('blue')).toBeCloseTo(-answer('red'));
  });

  it('weighs more when pasted than when picked', () => {
    expect(answer('red', 'pasted')).toBeGreaterThan(answer('red', 'picked'));
  });

  it('is nothing for “don’t know”, “can’t run” and for incidents that predict nothing', () => {
    expect(answer('dont-know')).toBe(0);
    expect(answer('cant-run')).toBe(0);
    expect(answerNats(two, incident('silent', {}), { check: 'colour', outcome: 'red', by: 'picked' })).toBe(
      0,
    );
  });

  it('is never more than four nats', () => {
    const many = check(
      'many',
      Array.from({ length: 40 }, (_, index) => `o${index}`),
      { background: { o1: 'always' } },
    );
    const sure = incident('sure', {}, { checks: { many: { o0: 'always' } } });
    expect(answerNats(many, sure, { check: 'many', outcome: 'o0', by: 'pasted' })).toBe(4);
    expect(answerNats(many, sure, { check: 'many', outcome: 'o1', by: 'pasted' })).toBe(-4);
  });
});
