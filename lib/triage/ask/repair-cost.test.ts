import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Likelihood } from '../pack';
import { LIKELIHOOD } from '../pack';
import { incident } from '../test-pack';
import { normalised } from './hypotheses';
import { actionsOf, expectedCost } from './repair';
import { repairCosts } from './repair-cost';
import { fix } from './test-checks';

const WORDS = Object.keys(LIKELIHOOD) as Likelihood[];
const fixes = fc.array(
  fc.record({
    // Few names: most actions are shared, and some stand twice in one incident.
    action: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    works: fc.constantFrom(...WORDS),
    minutes: fc.integer({ min: 1, max: 70 }),
    kind: fc.constantFrom('permanent' as const, 'prevention' as const),
  }),
  { maxLength: 4 },
);
const book = fc.array(fc.record({ fixes, p: fc.double({ min: 0.001, max: 1, noNaN: true }) }), {
  minLength: 1,
  maxLength: 8,
});

it('the quick sum is the slow one, whatever the fixes and whatever is left out', () => {
  fc.assert(
    fc.property(
      book,
      fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
      (drawn, second) => {
        const incidents = drawn.map((each, index) =>
          incident(`i${index}`, {}, { fixes: each.fixes.map((more, at) => fix(`f${index}-${at}`, more)) }),
        );
        const allowed = (_: unknown, { kind }: { kind: string }) => kind !== 'prevention';
        const quick = repairCosts([...incidents, null], allowed);
        for (const weights of [drawn.map(({ p }) => p), second]) {
          const given = normalised(
            [...incidents, null].map((of, at) => ({ incident: of, p: weights[at] ?? 0.1 })),
          );
          expect(quick(given)).toBeCloseTo(expectedCost(actionsOf(given, allowed)).cost, 6);
        }
      },
    ),
    { numRuns: 500 },
  );
});
