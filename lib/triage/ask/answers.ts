/** Answers as they were given, and what is wrong with them: in sentences, and the case is kept. */

import type { Answer, Case, Finding } from '../diagnosis';
import type { Hit } from '../hit';
import type { Pack } from '../pack';

const SAYS_NOTHING = ['dont-know', 'cant-run'];

/** The case with one answer a check (the last one counts) and only answers and fixes that the pack knows. */
export function heard(pack: Pack, triageCase: Case): Case {
  const last = new Map(triageCase.answers.map((answer) => [answer.check, answer]));
  return {
    ...triageCase,
    answers: [...last.values()].filter((answer) => faultOf(pack, answer) === null),
  };
}

/** What is wrong with one answer, in a sentence; null when the pack knows it. */
export function faultOf(pack: Pack, { check, outcome }: Pick<Answer, 'check' | 'outcome'>): string | null {
  const known = pack.checks.find(({ id }) => id === check);
  if (!known)
    return `An answer was given to the check “${shown(check)}”, which this book does not have (any more). It was left out.`;
  if (SAYS_NOTHING.includes(outcome) || known.outcomes.some(({ id }) => id === outcome)) return null;
  return `“${known.ask}” has no outcome “${shown(outcome)}” in this book. The answer was left out.`;
}

/** Answers that the pack does not know, that were given twice, that the paste denies, or that fit no incident. */
export function answerLimits(
  pack: Pack,
  triageCase: Case,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
  findings: readonly Finding[],
): string[] {
  const { answers, tried } = triageCase;
  return [
    ...answers.flatMap((answer) => faultOf(pack, answer) ?? []),
    ...answers.flatMap((answer, index) => {
      const later = answers.slice(index + 1).find(({ check }) => check === answer.check);
      return later && later.outcome !== answer.outcome
        ? [`“${ask(pack, answer.check)}” was answered twice, and differently. The later answer counts.`]
        : [];
    }),
    ...heard(pack, triageCase).answers.flatMap((answer) => denied(pack, answer, seen.get(answer.check))),
    ...atOdds(pack, findings[0]),
    ...tried.flatMap(({ incident, fix }) =>
      pack.incidents.some(({ id, fixes }) => id === incident && fixes.some((each) => each.id === fix))
        ? []
        : [
            `A fix “${shown(fix)}” of “${shown(incident)}” was tried, which this book does not have (any more). It was left out.`,
          ],
    ),
  ];
}

/** Check → outcomes that the pasted text shows. */
export function seenOutcomes(hits: readonly Hit[]): Map<string, Set<string>> {
  const outcomes = new Map<string, Set<string>>();
  for (const { owner } of hits) {
    if (owner.type !== 'outcome') continue;
    outcomes.set(owner.check.id, (outcomes.get(owner.check.id) ?? new Set()).add(owner.outcome));
  }
  return outcomes;
}

function denied(pack: Pack, answer: Answer, outcomes: ReadonlySet<string> | undefined): string[] {
  if (!outcomes || outcomes.size !== 1 || outcomes.has(answer.outcome)) return [];
  if (SAYS_NOTHING.includes(answer.outcome)) return [];
  const [shows] = outcomes;
  return [
    `“${ask(pack, answer.check)}” was answered “${label(pack, answer.check, answer.outcome)}”, but what was pasted shows “${label(pack, answer.check, shows!)}”. One of the two is wrong: take the answer back, or remove the paste.`,
  ];
}

/** The best finding has an answer that speaks for it and one that speaks clearly against it. */
function atOdds(pack: Pack, first: Finding | undefined): string[] {
  const against = first?.against.find(({ type, nats }) => type === 'answer' && nats < -1);
  const agrees = first?.for.some(({ type, nats }) => type === 'answer' && nats > 0);
  if (!first || !against || !agrees) return [];
  return [
    `The answers do not all fit one incident of the book. The nearest is “${first.title}”, and it predicts another answer than “${against.text}”`,
  ];
}

function ask(pack: Pack, check: string): string {
  return pack.checks.find(({ id }) => id === check)?.ask ?? shown(check);
}

function label(pack: Pack, check: string, outcome: string): string {
  const known = pack.checks.find(({ id }) => id === check);
  return known?.outcomes.find(({ id }) => id === outcome)?.label ?? shown(outcome);
}

/** An id from a link may be anything. */
function shown(id: string): string {
  return id.length > 60 ? `${id.slice(0, 60)}…` : id;
}
