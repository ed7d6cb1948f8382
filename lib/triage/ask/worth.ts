/** What a case still costs when more questions may follow. */

import type { Branch, Hypothesis } from './hypotheses';
import { entropyOf } from './likelihood';
import type { Situation } from './next-check';
import { actionsOf, expectedCost, inCostOrder } from './repair';

/**
 * Expected minutes from here on: repair as things stand, or find out what to repair and do that, whichever is
 * cheaper. Finding out costs the bits that are left at the price of the best question now. One answer alone
 * seldom changes the first fix; without the second way a myopic rule would wake somebody at once. The value of
 * identifying the fault: Jensen, Skaanning and Kjærulff, "The SACSO system for troubleshooting of printing
 * systems", 2000. Incidents that begin with the same fix need not be told apart, so bits are counted over fixes.
 *
 * The answer takes distributions over the situation's hypotheses, in their order.
 */
export function costToGo(
  { hypotheses, allowedFix }: Pick<Situation, 'hypotheses' | 'allowedFix'>,
  questions: readonly { cost: number; results: readonly Branch[] }[],
  repair: (hypotheses: readonly Hypothesis[]) => number,
): (hypotheses: readonly Hypothesis[]) => number {
  const known = hypotheses.map(({ incident }) => knownOf(incident, allowedFix));
  const fixes = [...new Set(known.map(({ begins }) => begins))];
  const places = known.map(({ begins }) => fixes.indexOf(begins));
  const bits = (given: readonly Hypothesis[]) => {
    const shares = fixes.map(() => 0);
    given.forEach(({ p }, index) => (shares[places[index]!]! += p));
    return entropyOf(shares);
  };
  const now = bits(hypotheses);
  const price = Math.min(
    ...questions.map(({ cost, results }) => {
      const left = results.reduce((sum, { p, after }) => sum + p * bits(after), 0);
      return cost / Math.max(1e-9, now - left);
    }),
  );
  return (given) => {
    const repaired = given.reduce((sum, { p }, index) => sum + p * known[index]!.cost, 0);
    return Math.min(repair(given), repaired + bits(given) * price);
  };
}

/** What repairing a known incident costs, and the fix that one would begin with. */
function knownOf(incident: Hypothesis['incident'], allowedFix: Situation['allowedFix']) {
  const actions = actionsOf([{ incident, p: 1 }], allowedFix);
  return { cost: expectedCost(actions).cost, begins: inCostOrder(actions)[0]?.action ?? '' };
}
