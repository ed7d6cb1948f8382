/** Three ways to troubleshoot: ask while it pays, never ask, ask until sure. */

import { branches, normalised, type Hypothesis } from '../triage/ask/hypotheses';
import { checkCost } from '../triage/ask/cost';
import { nextCheck, rankedChecks, type Situation } from '../triage/ask/next-check';
import { actionsOf, expectedCost, inCostOrder, WAKE_SOMEBODY, type Action } from '../triage/ask/repair';
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
  /** The paste shows an umbrella alone: the engine asks for its cause first. */
  causeUnknown?: boolean;
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

type Plan =
  { kind: 'ask'; check: Check; minutes: number } | { kind: 'try'; action: Action } | { kind: 'wake' };

/** What a policy knows at one point, and what it does there. No truth: it sees answers and failed fixes only. */
interface State {
  hypotheses: Hypothesis[];
  answers: Answer[];
  failed: ReadonlySet<string>;
  order: string[];
  plan: Plan;
  after: Map<number | 'failed', State>;
}

/** Decisions depend on what is known and on nothing else, so each is made once: a tree that grows when walked. */
const trees = new WeakMap<Start, Map<string, State>>();

/** Plays one policy to its end: something helped, or somebody was woken. */
export function play(policy: Policy, pack: Pack, start: Start, oracle: Oracle): Episode {
  let state = rootOf(policy, pack, start);
  const episode: Episode = { minutes: 0, questions: 0, solved: false, rankedAtFive: state.order };
  for (let step = 0; step < MAX_STEPS; step++) {
    const { plan } = state;
    if (plan.kind === 'wake') break;
    if (plan.kind === 'ask') {
      const outcome = oracle.answer(plan.check);
      episode.minutes += plan.minutes;
      episode.questions++;
      state = next(state, outcome, () => answered(policy, pack, start, state, plan.check, outcome));
      if (episode.questions <= RIGHT_FIRST_AFTER) episode.rankedAtFive = state.order;
      continue;
    }
    episode.minutes += plan.action.cost;
    if (oracle.helps(plan.action.incident, plan.action.fix)) return { ...episode, solved: true };
    state = next(state, 'failed', () => failedIn(policy, pack, start, state, plan.action.action));
  }
  return { ...episode, minutes: episode.minutes + WAKE_SOMEBODY };
}

function rootOf(policy: Policy, pack: Pack, start: Start): State {
  let roots = trees.get(start);
  if (!roots) trees.set(start, (roots = new Map()));
  let root = roots.get(policy);
  if (!root) {
    root = stateOf(policy, pack, start, start.hypotheses, start.answers, new Set());
    roots.set(policy, root);
  }
  return root;
}

function next(state: State, key: number | 'failed', make: () => State): State {
  let found = state.after.get(key);
  if (!found) state.after.set(key, (found = make()));
  return found;
}

function answered(
  policy: Policy,
  pack: Pack,
  start: Start,
  { hypotheses, answers, failed }: State,
  check: Check,
  outcome: number,
): State {
  const answer: Answer = { check: check.id, outcome: check.outcomes[outcome]!.id, by: 'picked' };
  const after = branches(check, hypotheses)[outcome]!.after;
  return stateOf(policy, pack, start, after, [...answers, answer], failed);
}

function failedIn(policy: Policy, pack: Pack, start: Start, state: State, action: string): State {
  const failed = new Set([...state.failed, action]);
  return stateOf(policy, pack, start, afterFailure(state.hypotheses, action), state.answers, failed);
}

function stateOf(
  policy: Policy,
  pack: Pack,
  start: Start,
  hypotheses: Hypothesis[],
  answers: Answer[],
  failed: ReadonlySet<string>,
): State {
  const usable = (_: PackIncident, fix: Fix) => fix.kind !== 'prevention' && !failed.has(fix.action);
  const situation = situationOf(pack, start, hypotheses, answers, usable);
  const plan = planOf(policy, situation);
  return { hypotheses, answers, failed, order: order(hypotheses), plan, after: new Map() };
}

function planOf(policy: Policy, situation: Situation): Plan {
  const check = questionOf(policy, situation);
  if (check) return { kind: 'ask', check, minutes: checkCost(check, situation) };
  const actions = actionsOf(situation.hypotheses, situation.allowedFix);
  return expectedCost(actions).steps === 0
    ? { kind: 'wake' }
    : { kind: 'try', action: inCostOrder(actions)[0]! };
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
  start: Start,
  hypotheses: Hypothesis[],
  answers: Answer[],
  allowedFix: Situation['allowedFix'],
): Situation {
  return {
    pack,
    triageCase: { parts: start.pasted ? [{ source: 'pasted' }] : [], answers, tried: [], profile: {} },
    parts: start.parts,
    hypotheses,
    settled: new Set(answers.map((answer) => answer.check)),
    allowedFix,
    causeUnknown: start.causeUnknown === true && answers.length === start.answers.length,
  };
}

function afterFailure(hypotheses: readonly Hypothesis[], action: string): Hypothesis[] {
  return normalised(
    hypotheses.map(({ incident, p }) => {
      const works = incident?.fixes
        .filter((fix) => fix.action === action && fix.kind !== 'prevention')
        .map((fix) => LIKELIHOOD[fix.works]);
      return { incident, p: works?.length ? p * (1 - Math.max(...works)) : p };
    }),
  );
}

function order(hypotheses: readonly Hypothesis[]): string[] {
  return hypotheses
    .filter(({ incident }) => incident)
    .sort((a, b) => b.p - a.p || (a.incident!.id < b.incident!.id ? -1 : 1))
    .map(({ incident }) => incident!.id);
}
