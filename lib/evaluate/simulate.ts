/**
 * Plays the wizard against an oracle, beside two other policies, in the same worlds: from nothing, from one
 * symptom, and after a paste of the corpus; with right and with wrong answers; against the book, and against
 * a world that differs from it.
 */

import { branches, hypothesesOf, type Hypothesis } from '../triage/ask/hypotheses';
import { outcomesUnder } from '../triage/ask/likelihood';
import { EMPTY_CASE } from '../triage/case';
import { compile } from '../triage/compile';
import { judge } from '../triage/diagnose';
import { FREQUENCY_WEIGHT, type Check, type Pack, type PackIncident } from '../triage/pack';
import { pairsOf, SEPARATES } from './pairs';
import { oracleFor, OUTSIDE_SHARE, type OracleKind } from './oracle';
import { play, POLICIES, type Policy, type Start } from './policies';
import { seeded } from './random';

export const STARTS = ['nothing', 'symptom', 'paste'] as const;
export const WRONG = [0, 0.08] as const;
export const ORACLES: readonly OracleKind[] = ['book', 'perturbed'];

export interface PolicyFigures {
  minutes: number;
  questions: number;
  solved: number;
  escalated: number;
  rightFirst: number;
}

export interface Setting {
  start: (typeof STARTS)[number];
  wrong: number;
  oracle: OracleKind;
  policies: Record<Policy, PolicyFigures>;
}

export interface Paste {
  incident: string;
  text: string;
}

/** Episodes an incident: enough that a figure stands to about one in a hundred. */
const EPISODES = 12;

/** One line a setting. `seeds` episodes an incident; the same seeds for every policy. */
export function simulate(pack: Pack, pastes: readonly Paste[], seeds = EPISODES): Setting[] {
  const worlds = worldsOf(pack, pastes);
  return STARTS.flatMap((start) =>
    WRONG.flatMap((wrong) => ORACLES.map((oracle) => setting(pack, worlds, start, wrong, oracle, seeds))),
  );
}

interface Worlds {
  incidents: PackIncident[];
  pastes: Map<string, Start[]>;
  same: Map<string, Set<string>>;
  nothing: Start;
  /** Starts from a symptom, by check and outcome: episodes that begin alike share their decisions. */
  symptoms: Map<string, Start>;
}

function worldsOf(pack: Pack, pastes: readonly Paste[]): Worlds {
  const compiled = compile(pack);
  const starts = new Map<string, Start[]>();
  for (const { incident, text } of pastes) {
    const pasted = { ...EMPTY_CASE, parts: [{ source: text }] };
    const { parsed, ranking, settled } = judge(compiled, pasted);
    const hypotheses = hypothesesOf(pack, ranking, pasted);
    if (hypotheses.length === 0) continue;
    const start: Start = {
      hypotheses,
      answers: [...settled].map((check) => ({ check, outcome: 'dont-know', by: 'pasted' as const })),
      parts: parsed.parts,
      pasted: true,
      causeUnknown: ranking.ranked.some(({ causeOf }) => causeOf === ranking.ranked[0]!.incident.id),
    };
    starts.set(incident, [...(starts.get(incident) ?? []), start]);
  }
  return {
    incidents: pack.incidents.filter(({ status }) => status === 'stable'),
    pastes: starts,
    same: sameAs(pack),
    nothing: { hypotheses: priors(pack), answers: [], parts: [], pasted: false },
    symptoms: new Map(),
  };
}

/** Umbrella and cause, and pairs that no check separates, count as one. */
function sameAs(pack: Pack): Map<string, Set<string>> {
  const same = new Map<string, Set<string>>(pack.incidents.map(({ id }) => [id, new Set([id])]));
  const join = (a: string, b: string) => {
    same.get(a)?.add(b);
    same.get(b)?.add(a);
  };
  for (const incident of pack.incidents) for (const umbrella of incident.blocks) join(incident.id, umbrella);
  for (const pair of pairsOf(pack)) if (pair.best.difference < SEPARATES) join(pair.a, pair.b);
  return same;
}

function setting(
  pack: Pack,
  worlds: Worlds,
  start: Setting['start'],
  wrong: number,
  oracle: OracleKind,
  seeds: number,
): Setting {
  const policies = Object.fromEntries(
    POLICIES.map((policy) => [policy, figures(pack, worlds, start, wrong, oracle, seeds, policy)]),
  ) as Record<Policy, PolicyFigures>;
  return { start, wrong, oracle, policies };
}

function figures(
  pack: Pack,
  worlds: Worlds,
  start: Setting['start'],
  wrong: number,
  oracle: OracleKind,
  seeds: number,
  policy: Policy,
): PolicyFigures {
  const sum = { weight: 0, minutes: 0, questions: 0, solved: 0, escalated: 0, rightFirst: 0, inside: 0 };
  worlds.incidents.forEach((incident, index) => {
    for (let round = 0; round < seeds; round++) {
      const seed = index * 1000 + round + 1;
      const outside = oracle === 'perturbed' && seeded(seed)() < OUTSIDE_SHARE;
      const truth = outside ? null : incident;
      const person = oracleFor(pack, truth, oracle, wrong, seed);
      const begun = startOf(pack, worlds, start, incident, truth, seed, person);
      if (!begun) continue;
      // With the book's oracle incidents are as frequent as the book says; perturbed, all alike.
      const weight = oracle === 'book' ? FREQUENCY_WEIGHT[incident.frequency] : 1;
      const episode = play(policy, pack, begun, person);
      sum.weight += weight;
      sum.minutes += weight * episode.minutes;
      sum.questions += weight * episode.questions;
      sum.solved += weight * Number(episode.solved);
      sum.escalated += weight * Number(!episode.solved);
      if (truth) {
        sum.inside += weight;
        sum.rightFirst += weight * Number(worlds.same.get(truth.id)!.has(episode.rankedAtFive[0] ?? ''));
      }
    }
  });
  const mean = (value: number) => Math.round((1000 * value) / Math.max(1e-9, sum.weight)) / 1000;
  return {
    minutes: mean(sum.minutes),
    questions: mean(sum.questions),
    solved: mean(sum.solved),
    escalated: mean(sum.escalated),
    rightFirst: Math.round((1000 * sum.rightFirst) / Math.max(1e-9, sum.inside)) / 1000,
  };
}

function startOf(
  pack: Pack,
  worlds: Worlds,
  start: Setting['start'],
  incident: PackIncident,
  truth: PackIncident | null,
  seed: number,
  person: { answer(check: Check): number },
): Start | null {
  if (start === 'paste') {
    const all = worlds.pastes.get(incident.id);
    return all && truth ? all[Math.floor(seeded(seed + 7)() * all.length)]! : null;
  }
  const { nothing, symptoms } = worlds;
  if (start === 'nothing') return nothing;
  const symptom = symptomOf(pack, person);
  if (!symptom) return nothing;
  const outcome = person.answer(symptom);
  const key = `${symptom.id} ${outcome}`;
  const known = symptoms.get(key);
  if (known) return known;
  const begun: Start = {
    ...nothing,
    hypotheses: branches(symptom, nothing.hypotheses)[outcome]!.after,
    answers: [{ check: symptom.id, outcome: symptom.outcomes[outcome]!.id, by: 'picked' }],
  };
  symptoms.set(key, begun);
  return begun;
}

/**
 * The symptom that the person names: of all that they would see, the most striking one, which is the outcome
 * that an untroubled cluster shows least.
 */
function symptomOf(pack: Pack, person: { answer(check: Check): number }): Check | null {
  const symptoms = pack.checks.filter((check) => check.symptom);
  const usual = (check: Check) => outcomesUnder(check, null)[person.answer(check)]!;
  return symptoms.sort((a, b) => usual(a) - usual(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

function priors(pack: Pack): Hypothesis[] {
  return hypothesesOf(pack, { ranked: [], other: 1, verdict: 'none' }, EMPTY_CASE);
}
