/** Why this question: what its answers speak for, and whether the first fix hangs on them. */

import type { NextCheck } from '../diagnosis';
import { branches, type Hypothesis } from './hypotheses';
import type { Option, Situation } from './next-check';
import { shownActions } from './repair';

export function describe(
  { check, bits, cost }: Option,
  { hypotheses, allowedFix }: Situation,
  gain: number,
): NextCheck {
  const results = branches(check, hypotheses);
  const outcomes = check.outcomes.map((outcome, index) => ({
    id: outcome.id,
    label: outcome.label,
    ...(outcome.looks ? { looks: outcome.looks } : {}),
    favours: favoured(hypotheses, results[index]!.after),
  }));
  const separated = [...new Set(outcomes.flatMap((outcome) => outcome.favours))].sort();
  const saved = gain >= 1 ? ` It is expected to save ${Math.round(gain)} minutes.` : '';
  const changesFix = wouldChangeFix(hypotheses, results, allowedFix);
  const fix = changesFix
    ? ' The first fix may change with the answer.'
    : ' The first fix stays the same whatever the answer.';
  const why = `It tells apart ${listed(separated)}.${saved}${fix}`;
  const command = check.command ?? null;
  return {
    check: check.id,
    ask: check.ask,
    command,
    why,
    separates: separated,
    changesFix,
    bits,
    cost,
    outcomes,
  };
}

/** Outcomes rarer than this are not held against a fix. */
const LIKELY_ENOUGH = 0.03;

function wouldChangeFix(
  hypotheses: readonly Hypothesis[],
  results: { p: number; after: Hypothesis[] }[],
  allowedFix: Situation['allowedFix'],
): boolean {
  const first = (given: readonly Hypothesis[]) => shownActions(given, allowedFix)[0]?.action;
  const now = first(hypotheses);
  return results.some(({ p, after }) => p >= LIKELY_ENOUGH && first(after) !== now);
}

/** Incidents whose probability an outcome raises most: at most two. */
function favoured(before: readonly Hypothesis[], after: readonly Hypothesis[]): string[] {
  return before
    .map(({ incident, p }, index) => ({ id: incident?.id, rise: (after[index]?.p ?? 0) - p }))
    .filter((item): item is { id: string; rise: number } => item.id !== undefined && item.rise > 0.01)
    .sort((a, b) => b.rise - a.rise || (a.id < b.id ? -1 : 1))
    .slice(0, 2)
    .map((item) => item.id);
}

function listed(ids: readonly string[]): string {
  if (ids.length === 0) return 'what is in the book from what is not';
  if (ids.length === 1) return `${ids[0]} from everything else`;
  return `${ids.slice(0, -1).join(', ')} and ${ids[ids.length - 1]}`;
}
