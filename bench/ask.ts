/** What the next question costs in a large book: 200 incidents, 150 checks, from nothing and after answers. */

import { syntheticBook } from '../lib/evaluate/synthetic';
import { compile, diagnose, EMPTY_CASE, type Case, type Compiled } from '../lib/triage';
import { judge } from '../lib/triage/diagnose';
import { hypothesesOf } from '../lib/triage/ask/hypotheses';
import { nextCheck } from '../lib/triage/ask/next-check';
import { shownActions } from '../lib/triage/ask/repair';
import { median, round, type Figure } from './measure';

const SIZE = { incidents: 200, checks: 150 };
const SEEDS = [1, 2, 3, 4, 5];
const ANSWERS = 8;
const MOST = 10;
const ALLOWED = () => true;

/** In processor time, which other work on the machine disturbs least. */
export function benchAsk(runs: number): Figure[] {
  const cases = SEEDS.flatMap((seed) => {
    const compiled = compile(syntheticBook(SIZE, seed));
    return statesOf(compiled).map((state) => ({ compiled, state, decide: decision(compiled, state) }));
  });
  const each = (work: (of: (typeof cases)[number]) => unknown) => {
    // The page warms the engine up too, before the first paste.
    for (const one of cases) processorTime(3 * runs, () => work(one));
    return cases.map((one) => processorTime(runs, () => work(one)));
  };
  const decided = each(({ decide }) => decide());
  const whole = each(({ compiled, state }) => diagnose(compiled, state));
  const slowest = Math.max(...decided);
  const of = `${cases.length} states of ${SEEDS.length} synthetic books`;
  return [
    {
      what: 'fixes and next question, 200 incidents and 150 checks, the slowest',
      value: round(slowest, 1),
      unit: 'ms',
      budget: `under ${MOST} ms`,
      kept: slowest < MOST,
      note: `median ${round(median(decided), 1)} ms; ${of}, processor time`,
    },
    {
      what: 'the same with hearing, ranking and explaining: an answer clicked',
      value: round(median(whole), 1),
      unit: 'ms',
      note: 'median',
    },
  ];
}

/** The states of one case, in which each question is answered by an outcome in turn. */
function statesOf(compiled: Compiled): Case[] {
  const states: Case[] = [{ ...EMPTY_CASE }];
  for (let step = 0; step < ANSWERS; step++) {
    const state = states[states.length - 1]!;
    const { next } = diagnose(compiled, state);
    if (!next) break;
    const outcome = next.outcomes[step % next.outcomes.length]!.id;
    states.push({ ...state, answers: [...state.answers, { check: next.check, outcome, by: 'picked' }] });
  }
  return states;
}

/** What is left to do when the ranking is known. */
function decision(compiled: Compiled, triageCase: Case): () => unknown {
  const { pack } = compiled;
  const { ranking, settled } = judge(compiled, triageCase);
  const situation = { pack, triageCase, parts: [], settled, allowedFix: ALLOWED, causeUnknown: false };
  return () => {
    const hypotheses = hypothesesOf(pack, ranking, triageCase);
    return [shownActions(hypotheses, ALLOWED), nextCheck({ ...situation, hypotheses })];
  };
}

/** Median of `runs`, in milliseconds. */
function processorTime(runs: number, work: () => void): number {
  return median(
    Array.from({ length: runs }, () => {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );
}
