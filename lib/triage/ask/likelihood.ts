/** Probabilities of a check's outcomes, from the words of the book. */

import type { Answer } from '../diagnosis';
import { LIKELIHOOD, type Check, type Likelihood, type PackIncident } from '../pack';

/** How often an answer is wrong: clicked by a tired person, or read from pasted output. */
export const NOISE = { picked: 0.05, pasted: 0.02 } as const;

/** An answer moves a score by no more than this, in nats. */
const MAX_NATS = 4;

/** P(outcome) in the order of `check.outcomes`: listed words are normalised, the rest share what remains. */
export function distribution(check: Check, words: Record<string, Likelihood> | undefined): number[] {
  const listed = check.outcomes.map(({ id }) => {
    const word = words?.[id];
    return word ? LIKELIHOOD[word] : null;
  });
  const sum = listed.reduce<number>((total, p) => total + (p ?? 0), 0);
  const open = listed.filter((p) => p === null).length;
  if (sum === 0) return listed.map(() => 1 / listed.length);
  const scale = sum > 1 || open === 0 ? 1 / sum : 1;
  const rest = open === 0 ? 0 : Math.max(0.01 * open, 1 - sum * scale) / open;
  const raw = listed.map((p) => (p === null ? rest : p * scale));
  const total = raw.reduce((a, b) => a + b, 0);
  return raw.map((p) => p / total);
}

/** P(outcome | incident): what it predicts, or the check's background where it predicts nothing. */
export function outcomesUnder(check: Check, incident: PackIncident | null): number[] {
  return distribution(check, incident?.checks[check.id] ?? check.background);
}

/** The chance that the answer *given* is each outcome: `(1-f)P + f/(k-1)·(1-P)` (DESIGN, section 7). */
export function withNoise(p: readonly number[], by: Answer['by']): number[] {
  const f = NOISE[by];
  const others = Math.max(1, p.length - 1);
  return p.map((value) => (1 - f) * value + (f / others) * (1 - value));
}

/** The noisy outcomes of a check under one incident, and their entropy in bits. */
export interface Picked {
  p: readonly number[];
  bits: number;
}

// The inner maps are strong: a check and its incidents are of one pack, and come and go together.
const noisy = new WeakMap<Check, Map<PackIncident | Check, Picked>>();

/** `withNoise(outcomesUnder(…), 'picked')` of one check, worked out once for each incident of a pack. */
export function pickedUnder(check: Check): (incident: PackIncident | null) => Picked {
  const known = noisy.get(check) ?? new Map<PackIncident | Check, Picked>();
  noisy.set(check, known);
  return (incident) => {
    // An incident that predicts nothing shows the background, which stands under the check itself.
    const key = incident?.checks[check.id] ? incident : check;
    let found = known.get(key);
    if (!found) {
      const p = withNoise(outcomesUnder(check, incident), 'picked');
      known.set(key, (found = { p, bits: entropyOf(p) }));
    }
    return found;
  };
}

/** Shannon entropy in bits. */
export function entropyOf(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}

/** Log likelihood ratio of an answer under the incident against the background, in nats. */
export function answerNats(check: Check, incident: PackIncident, answer: Answer): number {
  const index = check.outcomes.findIndex((outcome) => outcome.id === answer.outcome);
  if (index < 0 || !incident.checks[check.id]) return 0;
  const under = withNoise(outcomesUnder(check, incident), answer.by)[index]!;
  const background = withNoise(outcomesUnder(check, null), answer.by)[index]!;
  return Math.max(-MAX_NATS, Math.min(MAX_NATS, Math.log(under / background)));
}
