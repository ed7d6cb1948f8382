/** The expected cost of repair of many distributions over the same incidents: what weighing a question needs. */

import type { Fix, PackIncident } from '../pack';
import type { Hypothesis } from './hypotheses';
import { actionsOf, fixCost, TRIED_AT_MOST, WAKE_SOMEBODY } from './repair';

/** One action; `at` are the places of the hypotheses that share it. */
interface Row {
  at: number[];
  works: number[];
  cost: number[];
}

/**
 * `expectedCost(actionsOf(…)).cost` for distributions over `incidents` in this order. The table of actions is
 * made once; a distribution costs one pass over it. (200 incidents have 600 fixes, and one question is weighed
 * by thirty distributions.)
 */
export function repairCosts(
  incidents: readonly Hypothesis['incident'][],
  allowed: (incident: PackIncident, fix: Fix) => boolean,
): (hypotheses: readonly Hypothesis[]) => number {
  const rows = rowsOf(incidents, allowed);
  const helps = new Float64Array(rows.length);
  const costs = new Float64Array(rows.length);
  return (hypotheses) => {
    rows.forEach(({ at, works, cost }, row) => {
      let most = -1;
      helps[row] = 0;
      for (let share = 0; share < at.length; share++) {
        const { p } = hypotheses[at[share]!]!;
        helps[row]! += p * works[share]!;
        // The fix of the most probable incident stands for the action, as in `actionsOf`.
        if (p > most) [most, costs[row]] = [p, cost[share]!];
      }
    });
    return greedy(rows, best(helps, costs), hypotheses, helps, costs);
  };
}

function rowsOf(
  incidents: readonly Hypothesis['incident'][],
  allowed: (incident: PackIncident, fix: Fix) => boolean,
): Row[] {
  const place = new Map(incidents.map((incident, index) => [incident, index]));
  const even = incidents.map((incident) => ({ incident, p: 1 }));
  return actionsOf(even, allowed)
    .sort((a, b) => (a.action < b.action ? -1 : 1))
    .map(({ action, shares }) => ({
      at: shares.map(({ incident }) => place.get(incident)!),
      works: shares.map(({ works }) => works),
      cost: shares.map(({ incident }) =>
        fixCost(incident.fixes.find((fix) => fix.action === action && allowed(incident, fix))!),
      ),
    }));
}

/** The rows with the best chance per minute, best first; ties by name, which is their order. */
function best(helps: Float64Array, costs: Float64Array): number[] {
  const found: number[] = [];
  const ratio = (row: number) => helps[row]! / costs[row]!;
  for (let row = 0; row < helps.length; row++) {
    let place = found.length;
    while (place > 0 && ratio(found[place - 1]!) < ratio(row)) place--;
    if (place >= TRIED_AT_MOST) continue;
    found.splice(place, 0, row);
    if (found.length > TRIED_AT_MOST) found.pop();
  }
  return found;
}

/** As in `expectedCost`: after each fix the incidents that it did not cure are weighed anew. */
function greedy(
  rows: readonly Row[],
  open: number[],
  hypotheses: readonly Hypothesis[],
  helps: Float64Array,
  costs: Float64Array,
): number {
  const left = new Map<number, number>();
  let least = WAKE_SOMEBODY;
  let spent = 0;
  let unsolved = 1;
  while (open.length > 0 && spent < least) {
    let at = 0;
    for (let index = 1; index < open.length; index++)
      if (helps[open[index]!]! / costs[open[index]!]! > helps[open[at]!]! / costs[open[at]!]!) at = index;
    const [row] = open.splice(at, 1) as [number];
    spent += costs[row]! * unsolved;
    unsolved = Math.max(0, unsolved - helps[row]!);
    least = Math.min(least, spent + unsolved * WAKE_SOMEBODY);
    const tried = rows[row]!;
    tried.at.forEach((place, share) => left.set(place, (left.get(place) ?? 1) * (1 - tried.works[share]!)));
    for (const other of open) {
      const { at: places, works } = rows[other]!;
      if (!places.some((place) => left.has(place))) continue;
      helps[other] = places.reduce(
        (sum, place, share) => sum + hypotheses[place]!.p * (left.get(place) ?? 1) * works[share]!,
        0,
      );
    }
  }
  return least;
}
