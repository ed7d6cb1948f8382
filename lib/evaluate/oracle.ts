/** Who answers in a simulation: somebody in front of a cluster that has one known problem. */

import { outcomesUnder } from '../triage/ask/likelihood';
import {
  LIKELIHOOD,
  type Check,
  type Fix,
  type Likelihood,
  type Pack,
  type PackIncident,
} from '../triage/pack';
import { seeded } from './random';

export type OracleKind = 'book' | 'perturbed';

export interface Oracle {
  /** The outcome that the person reports. */
  answer(check: Check): number;
  /** Whether the fix helps. */
  helps(incident: PackIncident, fix: Fix): boolean;
}

const WORDS = Object.keys(LIKELIHOOD) as Likelihood[];
/** Share of perturbed episodes whose truth is not in the book. */
export const OUTSIDE_SHARE = 0.2;

/**
 * An oracle for one episode. `truth` null is a problem that is not in the book: checks show their background
 * and no fix helps. `wrong` is the share of answers that are another outcome at random.
 */
export function oracleFor(
  pack: Pack,
  truth: PackIncident | null,
  kind: OracleKind,
  wrong: number,
  seed: number,
): Oracle {
  const seen = kind === 'perturbed' && truth ? perturbed(truth, seed) : truth;
  // One draw a check and a fix, whatever the order of questions: policies meet the same world.
  const draw = (what: string) => seeded(seed ^ hash(what))();
  return {
    answer(check) {
      const p = outcomesUnder(check, seen);
      const right = pick(p, draw(`answer ${check.id}`));
      if (draw(`wrong ${check.id}`) >= wrong || p.length < 2) return right;
      const other = Math.floor(draw(`which ${check.id}`) * (p.length - 1));
      return other >= right ? other + 1 : other;
    },
    helps(incident, fix) {
      const own = seen?.fixes.find((candidate) => candidate.action === fix.action);
      return (
        own !== undefined &&
        draw(`fix ${own.action}`) < LIKELIHOOD[own.works] &&
        (incident.id === seen?.id || own.action === fix.action)
      );
    },
  };
}

/** Each likelihood moved one word up or down at random; the outermost words stay or move inwards. */
function perturbed(incident: PackIncident, seed: number): PackIncident {
  const checks = Object.fromEntries(
    Object.entries(incident.checks).map(([check, outcomes]) => [
      check,
      Object.fromEntries(
        Object.entries(outcomes).map(([outcome, word]) => {
          const step = seeded(seed ^ hash(`${incident.id} ${check} ${outcome}`))() < 0.5 ? -1 : 1;
          const moved = Math.max(0, Math.min(WORDS.length - 1, WORDS.indexOf(word) + step));
          return [outcome, WORDS[moved]!];
        }),
      ),
    ]),
  );
  return { ...incident, checks };
}

function pick(p: readonly number[], at: number): number {
  let sum = 0;
  for (let index = 0; index < p.length; index++) {
    sum += p[index]!;
    if (at < sum) return index;
  }
  return p.length - 1;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
