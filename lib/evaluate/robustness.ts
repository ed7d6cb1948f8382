/** What each single damage costs: points of top-1 on pastes that carry their evidence. */

import type { CorpusEntry } from '../incident/corpus.server';
import { compile, diagnose, EMPTY_CASE, type Pack } from '../triage';
import { DAMAGES } from './damage';
import { outcomeOf } from './evaluate';

export interface DamageCost {
  damage: string;
  pastes: number;
  top1: number;
  /** Points of top-1 lost against the undamaged pastes; negative when damage helped by chance. */
  cost: number;
  /** Share of pastes without an incident on which a damaged text says `match`. */
  falseMatches: number;
  /** Pastes that were right and are not any more. */
  lost: string[];
}

/** One row a damage. Distractors are damaged too: a repair must not make evidence. */
export function robustness(
  pack: Pack,
  entries: readonly CorpusEntry[],
  only?: readonly string[],
): DamageCost[] {
  const compiled = compile(pack);
  const known = entries.filter((entry) => entry.incident !== null && !entry.hard);
  const unknown = entries.filter((entry) => entry.incident === null);
  const outcome = (entry: CorpusEntry, text: string) =>
    outcomeOf(entry, diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: text }] }));
  const right = known.filter((entry) => outcome(entry, entry.text).place === 0);
  return DAMAGES.filter(({ id }) => !only || only.includes(id)).map(({ id, apply }) => {
    const still = known.filter((entry) => outcome(entry, apply(entry.text)).place === 0);
    const wrong = unknown.filter((entry) => outcome(entry, apply(entry.text)).verdict === 'match');
    return {
      damage: id,
      pastes: known.length,
      top1: still.length / Math.max(1, known.length),
      cost: (100 * (right.length - still.length)) / Math.max(1, known.length),
      falseMatches: wrong.length / Math.max(1, unknown.length),
      lost: right.filter((entry) => !still.includes(entry)).map(({ name }) => name),
    };
  });
}
