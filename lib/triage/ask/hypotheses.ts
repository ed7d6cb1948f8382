/** The distribution that the next question works on. */

import { isPasted } from '../case';
import type { Case } from '../diagnosis';
import { FREQUENCY_WEIGHT, type Check, type Pack, type PackIncident } from '../pack';
import type { Ranking } from '../rank';
import { pickedUnder } from './likelihood';

/** `incident` null is "not in the book". Probabilities sum to 1. */
export interface Hypothesis {
  incident: PackIncident | null;
  p: number;
}

/**
 * After a paste: the first component of the ranking, where an umbrella shares its probability with its
 * causes. Without any evidence: every incident, by its frequency, and `other`.
 */
export function hypothesesOf(pack: Pack, ranking: Ranking, triageCase: Case): Hypothesis[] {
  const first = ranking.ranked[0];
  if (!first) return isPasted(triageCase) ? [] : priors(pack);
  const members = ranking.ranked.filter((item) => item.component === first.component && !item.under);
  const causes = members.filter((item) => item.causeOf);
  const lent = causes.reduce((sum, cause) => sum + cause.probability, 0);
  return normalised([
    ...members.map((item) => ({
      incident: item.incident,
      p: item === first ? Math.max(0, item.probability - lent) : item.probability,
    })),
    { incident: null, p: ranking.other },
  ]);
}

function priors(pack: Pack): Hypothesis[] {
  const open = pack.incidents.filter((incident) => incident.status !== 'retired');
  return normalised([
    ...open.map((incident) => ({ incident, p: FREQUENCY_WEIGHT[incident.frequency] as number })),
    { incident: null, p: Math.exp(pack.scoring.other) },
  ]);
}

export function normalised(hypotheses: Hypothesis[]): Hypothesis[] {
  const sum = hypotheses.reduce((total, { p }) => total + p, 0);
  return sum > 0 ? hypotheses.map(({ incident, p }) => ({ incident, p: p / sum })) : [];
}

/** What each outcome of a check would make of the distribution, and how probable it is. */
export function branches(
  check: Check,
  hypotheses: readonly Hypothesis[],
): { p: number; after: Hypothesis[] }[] {
  const under = hypotheses.map(({ incident }) => pickedUnder(check, incident));
  return check.outcomes.map((_, outcome) => {
    const joint = hypotheses.map(({ incident, p }, index) => ({ incident, p: p * under[index]![outcome]! }));
    return { p: joint.reduce((sum, item) => sum + item.p, 0), after: normalised(joint) };
  });
}

/** Bits that the answer to a check is expected to tell: H(P) - Σ P(o) · H(P after o). */
export function information(check: Check, hypotheses: readonly Hypothesis[]): number {
  const sums = check.outcomes.map(() => 0);
  let joint = 0;
  let before = 0;
  for (const { incident, p } of hypotheses) {
    if (p <= 0) continue;
    before -= p * Math.log2(p);
    const under = pickedUnder(check, incident);
    for (let outcome = 0; outcome < sums.length; outcome++) {
      const both = p * under[outcome]!;
      if (both <= 0) continue;
      sums[outcome]! += both;
      joint -= both * Math.log2(both);
    }
  }
  return before - sums.reduce((left, sum) => (sum > 0 ? left + sum * Math.log2(sum) : left), joint);
}

/** Shannon entropy in bits. */
export function entropy(hypotheses: readonly Hypothesis[]): number {
  return hypotheses.reduce((sum, { p }) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}
