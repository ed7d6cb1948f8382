/** Chooses the literals of a pack anew, by how often they stand in ordinary logs: each hit costs a look at its line. */

import { buildAutomaton, scanText } from '../triage/prefilter';
import type { Pack, Test } from '../triage/pack';
import { requiredLiterals, type Wishes } from './literals';

/** Returns a new pack. `ordinary` are logs that say nothing: the healthy ones of the book. */
export function withRareLiterals<P extends Pick<Pack, 'incidents' | 'checks' | 'lines'>>(
  pack: P,
  ordinary: readonly string[],
): P {
  const common = commonIn(patternsOf(pack), ordinary);
  const rare = <T extends Pattern & { literals: string[]; exact?: true }>(of: T): T => {
    if (of.literals.length === 0) return of;
    const { exact: _, ...rest } = of;
    return { ...rest, ...requiredLiterals(of.pattern, { ignoreCase: of.ignoreCase ?? false, common }) } as T;
  };
  const rareTest = (test: Test): Test => (test.type === 'line' ? rare(test) : test);
  return {
    ...pack,
    incidents: pack.incidents.map((incident) => ({
      ...incident,
      signatures: incident.signatures.map((signature) => ({ ...signature, test: rareTest(signature.test) })),
    })),
    checks: pack.checks.map((check) => ({
      ...check,
      outcomes: check.outcomes.map((outcome) =>
        outcome.signature
          ? { ...outcome, signature: { ...outcome.signature, test: rareTest(outcome.signature.test) } }
          : outcome,
      ),
    })),
    lines: pack.lines.map(rare),
  };
}

interface Pattern {
  pattern: string;
  ignoreCase?: boolean;
}

function patternsOf({ incidents, checks, lines }: Pick<Pack, 'incidents' | 'checks' | 'lines'>): Pattern[] {
  const tests = [
    ...incidents.flatMap(({ signatures }) => signatures.map(({ test }) => test)),
    ...checks.flatMap(({ outcomes }) => outcomes.flatMap(({ signature }) => signature?.test ?? [])),
  ];
  return [...tests.filter((test) => test.type === 'line'), ...lines];
}

/** Counts every string that the choice could fall on, in one pass. */
function commonIn(patterns: readonly Pattern[], texts: readonly string[]): NonNullable<Wishes['common']> {
  const asked = new Map<string, { literal: string; fold: boolean; count: number }>();
  const keyOf = (literal: string, fold: boolean): string => `${fold} ${literal}`;
  for (const { pattern, ignoreCase = false } of patterns) {
    const common = (literal: string, fold: boolean): number => {
      asked.set(keyOf(literal, fold), { literal, fold, count: 0 });
      return 0;
    };
    try {
      requiredLiterals(pattern, { ignoreCase, common });
    } catch {
      // A pattern that does not parse has no literals; the content check reports it with its place.
    }
  }
  const entries = [...asked.values()];
  const automaton = buildAutomaton(entries.map(({ literal }) => literal.toLowerCase()));
  for (const text of texts) {
    for (const line of text.split('\n')) {
      scanText(automaton, line, (index, end) => {
        const entry = entries[index]!;
        if (entry.fold || line.startsWith(entry.literal, end - entry.literal.length)) entry.count++;
      });
    }
  }
  return (literal, fold) => asked.get(keyOf(literal, fold))?.count ?? 0;
}
