/** The distribution that the next question works on. */

import { isPasted } from '../case';
import type { Case } from '../diagnosis';
import { FREQUENCY_WEIGHT, type Check, type Pack, type PackIncident } from '../pack';
import type { Ranking } from '../rank';
import { entropyOf, pickedUnder, type Picked } from './likelihood';

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

/** One outcome of a check: how probable it is, and what it would make of the distribution, in the same order. */
export interface Branch {
  p: number;
  after: Hypothesis[];
}

export function branches(check: Check, hypotheses: readonly Hypothesis[]): Branch[] {
  const picked = pickedUnder(check);
  const under = hypotheses.map(({ incident }) => picked(incident).p);
  return check.outcomes.map((_, outcome) => {
    const joint = hypotheses.map(({ incident, p }, index) => ({ incident, p: p * under[index]![outcome]! }));
    return { p: joint.reduce((sum, item) => sum + item.p, 0), after: normalised(joint) };
  });
}

/** Check → the hypotheses that predict anything of it. */
export function predicting(hypotheses: readonly Hypothesis[]): Map<string, Hypothesis[]> {
  const found = new Map<string, Hypothesis[]>();
  for (const hypothesis of hypotheses)
    for (const check in hypothesis.incident?.checks) {
      const known = found.get(check);
      if (known) known.push(hypothesis);
      else found.set(check, [hypothesis]);
    }
  return found;
}

/**
 * Bits that the answer to a check is expected to tell: H(outcome) - Σ P(h) · H(outcome under h). Hypotheses that
 * are left out show the background; most predict nothing of most checks.
 */
export function information(check: Check, hypotheses: readonly Hypothesis[]): number {
  const picked = pickedUnder(check);
  const outcomes = check.outcomes.map(() => 0);
  let under = 0;
  let left = 1;
  const add = (p: number, predicted: Picked) => {
    left -= p;
    under += p * predicted.bits;
    for (let outcome = 0; outcome < outcomes.length; outcome++)
      outcomes[outcome]! += p * predicted.p[outcome]!;
  };
  for (const { incident, p } of hypotheses) add(p, picked(incident));
  add(Math.max(0, left), picked(null));
  return entropyOf(outcomes) - under;
}

/** What is not known of the distribution, in bits. */
export function entropy(hypotheses: readonly Hypothesis[]): number {
  return entropyOf(hypotheses.map(({ p }) => p));
}
