/** What `/quality/` shows: figures, confusions and wrong pastes of all corpora. */

import path from 'node:path';
import { thePack } from '../incident/once.server';
import { loadCorpus } from '../incident/corpus.server';
import { isRight, type Evaluation, type Outcome } from './evaluate';
import { evaluateAll } from './quality.server';

const WHAT: Record<string, string> = {
  field: 'Written blind, tuned on afterwards.',
  field2: 'Written blind, tuned on afterwards.',
  field3: 'Written blind, tuned on afterwards.',
  field4: 'Written blind, held out from whoever writes signatures.',
  field5: 'Written blind, tuned on afterwards.',
  field6: 'Written blind, held out from whoever writes signatures.',
  open: 'For development.',
  reserve: 'Unopened by whoever writes signatures; the temperature is fitted on it.',
};

export function corporaQuality() {
  const evaluations = evaluateAll(thePack());
  const names = Object.keys(evaluations);
  const outcomes = names.flatMap((name) =>
    evaluations[name]!.outcomes.map((outcome) => within(name, outcome)),
  );
  return {
    corpora: names.map((name) => ({ name, what: WHAT[name] ?? '', evaluation: evaluations[name]! })),
    confusion: together(Object.values(evaluations)),
    wrong: outcomes.filter((outcome) => !isRight(outcome)),
    texts: new Map(
      names.flatMap((name) =>
        loadCorpus(path.join('content/corpus', name)).map((entry) => [`${name}/${entry.name}`, entry.text]),
      ),
    ),
  };
}

function within(corpus: string, outcome: Outcome): Outcome {
  return { ...outcome, name: `${corpus}/${outcome.name}` };
}

function together(evaluations: Evaluation[]): Evaluation['confusion'] {
  const rows = new Map<string, Evaluation['confusion'][number]>();
  for (const row of evaluations.flatMap((evaluation) => evaluation.confusion)) {
    const key = `${row.incident} ${row.answered}`;
    rows.set(key, { ...row, count: row.count + (rows.get(key)?.count ?? 0) });
  }
  return [...rows.values()].sort((a, b) => b.count - a.count);
}
