/** Incidents that share a symptom, and whether some check tells them apart. */

import { outcomesUnder } from '../triage/ask/likelihood';
import { LIKELIHOOD, type Check, type Pack, type PackIncident } from '../triage/pack';

/** A check separates two incidents when the likelihoods of one of its outcomes differ by this much. */
export const SEPARATES = 0.6;

export interface Pair {
  a: string;
  b: string;
  /** Symptom and outcome that both predict. */
  shared: string;
  /** The check that tells them apart best, and by how much. */
  best: { check: string; outcome: string; difference: number };
}

/** Every two incidents that share a symptom, sorted; the inseparable ones have `best.difference` below SEPARATES. */
export function pairsOf(pack: Pack): Pair[] {
  const pairs: Pair[] = [];
  const open = pack.incidents.filter((incident) => incident.status !== 'retired');
  open.forEach((a, index) => {
    for (const b of open.slice(index + 1)) {
      const shared = sharedSymptom(pack, a, b);
      if (shared) pairs.push({ a: a.id, b: b.id, shared, best: bestCheck(pack, a, b) });
    }
  });
  return pairs;
}

/** A symptom outcome that both call at least `often`. */
function sharedSymptom(pack: Pack, a: PackIncident, b: PackIncident): string | null {
  for (const check of pack.checks.filter((candidate) => candidate.symptom)) {
    for (const { id } of check.outcomes) {
      const words = [a.checks[check.id]?.[id], b.checks[check.id]?.[id]];
      if (words.every((word) => word !== undefined && LIKELIHOOD[word] >= LIKELIHOOD.often))
        return `${check.id}: ${id}`;
    }
  }
  return null;
}

function bestCheck(pack: Pack, a: PackIncident, b: PackIncident): Pair['best'] {
  let best: Pair['best'] = { check: '', outcome: '', difference: 0 };
  for (const check of pack.checks) {
    const difference = differences(check, a, b);
    difference.forEach((value, index) => {
      if (value > best.difference)
        best = { check: check.id, outcome: check.outcomes[index]!.id, difference: value };
    });
  }
  return best;
}

function differences(check: Check, a: PackIncident, b: PackIncident): number[] {
  const underB = outcomesUnder(check, b);
  return outcomesUnder(check, a).map((value, index) => Math.abs(value - underB[index]!));
}
