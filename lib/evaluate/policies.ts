/** Three ways to troubleshoot: ask while it pays, never ask, ask until sure. */

import { branches, normalised, type Hypothesis } from '../triage/ask/hypotheses';
import { checkCost, nextCheck, rankedChecks, type Situation } from '../triage/ask/next-check';
import { actionsOf, expectedCost, inCostOrder, WAKE_SOMEBODY } from '../triage/ask/repair';
import { LIKELIHOOD, type Check, type Fix, type Pack, type PackIncident } from '../triage/pack';
import type { Answer, Part } from '../triage/diagnosis';
import type { Oracle } from './oracle';

export const POLICIES = ['wizard', 'fixes-only', 'until-90'] as const;
export type Policy = (typeof POLICIES)[number];

export interface Start {
  hypotheses: Hypothesis[];
  answers: Answer[];
  parts: Part[];
  pasted: boolean;
}

export interface Episode {
  minutes: number;
  questions: number;
  solved: boolean;
  /** Probability order after the first five questions, best first. */
  rankedAtFive: string[];
}

/** Limits that only a broken policy would reach. */
const MAX_STEPS = 60;
const RIGHT_FIRST_AFTER = 5;

/** Plays one policy to its end: something helped, or somebody was woken. */
export function play(policy: Policy, pack: Pack, start: Start, oracle: Oracle): Episode {
  let hypotheses = start.hypotheses;
  const answers = [...start.answers];
  const failed = new Set<string>();
  const episode: Episode = { minutes: 0, questions: 0, solved: false, rankedAtFive: [] };
  const usable = (_: PackIncident, fix: Fix) => fix.kind !== 'prevention' && !failed.has(fix.action);
  for (let step = 0; step < MAX_STEPS; step++) {
    const situation = situationOf(pack, start, hypotheses, answers, usable);
    const check = questionOf(policy, situation);
    if (check) {
      const outcome = oracle.answer(check);
      episode.minutes += checkCost(check, situation);
      hypotheses = branches(check, hypotheses)[outcome]!.after;
      answers.push({ check: check.id, outcome: check.outcomes[outcome]!.id, by: 'picked' });
      episode.questions++;
      if (episode.questions <= RIGHT_FIRST_AFTER) episode.rankedAtFive = order(hypotheses);
      continue;
    }
    if (episode.questions < RIGHT_FIRST_AFTER && failed.size === 0) episode.rankedAtFive = order(hypotheses);
    const actions = actionsOf(hypotheses, usable);
    if (expectedCost(actions).steps === 0) break;
    const action = inCostOrder(actions)[0]!;
    episode.minutes += action.cost;
    if (oracle.helps(action.incident, action.fix)) return { ...episode, solved: true };
    failed.add(action.action);
    hypotheses = afterFailure(hypotheses, action.action);
  }
  return { ...episode, minutes: episode.minutes + WAKE_SOMEBODY };
}

function questionOf(policy: Policy, situation: Situation): Check | undefined {
  if (policy === 'fixes-only') return undefined;
  const byId = (id: string | undefined) => situation.pack.checks.find((check) => check.id === id);
  if (policy === 'wizard') return byId(nextCheck(situation)?.check);
  const sure = Math.max(...situation.hypotheses.map(({ p }) => p)) > 0.9;
  return sure ? undefined : byId(rankedChecks(situation)[0]?.check.id);
}

function situationOf(
  pack: Pack,
  { parts, pasted }: Start,
  hypotheses: Hypothesis[],
  answers: Answer[],
  allowedFix: Situation['allowedFix'],
): Situation {
  return {
    pack,
    triageCase: { parts: pasted ? [{ source: 'pasted' }] : [], answers, tried: [], profile: {} },
    parts,
    hypotheses,
    settled: new Set(answers.map((answer) => answer.check)),
    allowedFix,
    causeUnknown: false,
  };
}

function afterFailure(hypotheses: readonly Hypothesis[], action: string): Hypothesis[] {
  return normalised(
    hypotheses.map(({ incident, p }) => {
      const works = incident?.fixes.find((fix) => fix.action === action)?.works;
      return { incident, p: works ? p * (1 - LIKELIHOOD[works]) : p };
    }),
  );
}

function order(hypotheses: readonly Hypothesis[]): string[] {
  return hypotheses
    .filter(({ incident }) => incident)
    .sort((a, b) => b.p - a.p || (a.incident!.id < b.incident!.id ? -1 : 1))
    .map(({ incident }) => incident!.id);
}
