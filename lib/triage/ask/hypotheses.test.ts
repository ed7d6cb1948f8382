import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { EMPTY_CASE } from '../case';
import { LIKELIHOOD, type Likelihood } from '../pack';
import { rank } from '../rank';
import { score } from '../score';
import { incident, packWith } from '../test-pack';
import { branches, entropy, hypothesesOf, normalised } from './hypotheses';
import { check } from './test-checks';

const WORDS = Object.keys(LIKELIHOOD) as Likelihood[];

describe('entropy', () => {
  it('is one bit for a fair coin, nothing for certainty', () => {
    expect(entropy(normalised([0.5, 0.5].map((p) => ({ incident: null, p }))))).toBeCloseTo(1);
    expect(entropy([{ incident: null, p: 1 }])).toBe(0);
    expect(entropy([])).toBe(0);
  });
});

describe('a check branches the distribution', () => {
  const words = fc.record({ yes: fc.constantFrom(...WORDS), no: fc.constantFrom(...WORDS) });
  const any = fc.record({
    predictions: fc.array(fc.option(words), { minLength: 1, maxLength: 6 }),
    weights: fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 7, maxLength: 7 }),
    background: words,
  });
  type Random = typeof any extends fc.Arbitrary<infer T> ? T : never;
  const situation = ({ predictions, weights, background }: Random) => ({
    asked: check('q', ['yes', 'no', 'else'], { background }),
    before: normalised([
      ...predictions.map((listed, index) => ({
        incident: incident(`i${index}`, {}, { checks: listed ? { q: listed } : {} }),
        p: weights[index]!,
      })),
      { incident: null, p: weights[6]! },
    ]),
  });

  it('whose branches sum to one and average back to what was known', () => {
    fc.assert(
      fc.property(any, (random) => {
        const { asked, before } = situation(random);
        const found = branches(asked, before);
        expect(found.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 9);
        before.forEach(({ p }, index) =>
          expect(found.reduce((sum, branch) => sum + branch.p * branch.after[index]!.p, 0)).toBeCloseTo(p, 9),
        );
      }),
    );
  });

  it('and whose expected information is never negative', () => {
    fc.assert(
      fc.property(any, (random) => {
        const { asked, before } = situation(random);
        const after = branches(asked, before).reduce(
          (sum, branch) => sum + branch.p * entropy(branch.after),
          0,
        );
        expect(entropy(before) - after).toBeGreaterThan(-1e-9);
      }),
    );
  });

  it('gives no information where all incidents predict the same', () => {
    const same = { q: { yes: 'usually' } } as const;
    const before = normalised(
      ['a', 'b'].map((id) => ({ incident: incident(id, {}, { checks: same }), p: 1 })),
    );
    const after = branches(check('q', ['yes', 'no']), before);
    expect(after.reduce((sum, branch) => sum + branch.p * entropy(branch.after), 0)).toBeCloseTo(1);
  });
});

describe('what the next question works on', () => {
  const pack = packWith([
    incident('common-one', {}, { frequency: 'common' }),
    incident('rare-one', {}, { frequency: 'rare' }),
    incident('old-one', {}, { status: 'retired', frequency: 'very-common' }),
  ]);
  const nothing = rank(pack, []);

  it('is the frequency of every incident in use when nothing was pasted', () => {
    const found = hypothesesOf(pack, nothing, EMPTY_CASE).map(({ incident: of, p }) => [of?.id ?? null, p]);
    expect(found.map(([id]) => id)).toEqual(['common-one', 'rare-one', null]);
    // common 8, rare 2, other 16.
    expect(found.map(([, p]) => Math.round(100 * (p as number)))).toEqual([31, 8, 62]);
  });

  it('is nothing when a paste shows nothing', () => {
    expect(hypothesesOf(pack, nothing, { ...EMPTY_CASE, parts: [{ source: 'all is well' }] })).toEqual([]);
  });

  it('shares the probability of an umbrella with its causes', () => {
    const stuck = incident('stuck', { seen: ['it hangs here', 'strong'] });
    const cause = incident('cause', {}, { blocks: ['stuck'] });
    const book = packWith([stuck, cause]);
    const evidence = {
      signature: 'seen',
      type: 'line' as const,
      weight: 'strong' as const,
      nats: 3,
      group: 'seen',
      source: 0,
      line: 1,
      text: '',
      why: '',
      count: 1,
      spans: [],
    };
    const ranking = rank(book, [score(stuck, [evidence])]);
    const found = hypothesesOf(book, ranking, { ...EMPTY_CASE, parts: [{ source: 'it hangs here' }] });
    expect(found.map(({ incident: of }) => of?.id ?? null)).toEqual(['stuck', 'cause', null]);
    expect(found[0]!.p + found[1]!.p).toBeCloseTo(ranking.ranked[0]!.probability);
    expect(found[1]!.p).toBeGreaterThan(0.1);
  });
});
