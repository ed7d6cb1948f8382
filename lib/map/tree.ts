/**
 * The decision tree, from "what do you see" to each incident. Nothing here decides: every question and every
 * ranking is what the engine says in that state, with its own costs. What is drawn is the way of each incident:
 * its most telling symptom, then at each check the outcome it predicts, until the engine would stop asking.
 */

import { outcomesUnder } from '../triage/ask/likelihood';
import type { Answer, Diagnosis } from '../triage/diagnosis';
import { compile, diagnose, EMPTY_CASE } from '../triage';
import type { Check, Pack, PackIncident } from '../triage/pack';

export interface Lead {
  incident: string;
  title: string;
  probability: number;
}

export interface MapNode {
  /** The state: what was answered on the way here. */
  answers: Pick<Answer, 'check' | 'outcome'>[];
  /** The answer that leads here from the node above. */
  label: string;
  /** What the engine asks next; null where it stops. */
  ask: { check: string; text: string } | null;
  /** What leads in this state, at most three, best first. */
  leads: Lead[];
  children: MapNode[];
  /** Answers to the question here that are on no incident's way. */
  others: { outcome: string; label: string }[];
  /** Incidents whose way ends here. */
  ends: string[];
}

export interface MapGroup {
  group: NonNullable<Check['symptom']>;
  symptoms: { check: string; ask: string; nodes: MapNode[] }[];
}

/** Only a loop in the engine would make a way longer. */
const MOST_STEPS = 12;
const LEADS = 3;
const GROUPS = ['pod', 'node', 'network', 'jobs', 'control-plane'] as const;

type State = MapNode['answers'];
type Ask = (answers: State) => Diagnosis;

export function mapOf(pack: Pack): MapGroup[] {
  const ask = asker(pack);
  const roots = new Map<string, MapNode>();
  for (const incident of pack.incidents.filter(({ status }) => status === 'stable')) {
    const start = tellingSymptom(pack, incident);
    if (start) walk(pack, ask, roots, incident, start);
  }
  for (const root of roots.values()) tidy(pack, root);
  return GROUPS.map((group) => ({
    group,
    symptoms: pack.checks
      .filter((check) => check.symptom === group)
      .map((check) => ({
        check: check.id,
        ask: check.ask,
        nodes: check.outcomes.flatMap(({ id }) => roots.get(key([{ check: check.id, outcome: id }])) ?? []),
      }))
      .filter(({ nodes }) => nodes.length > 0),
  })).filter(({ symptoms }) => symptoms.length > 0);
}

/** The engine, each state asked once. */
function asker(pack: Pack): Ask {
  const compiled = compile(pack);
  const known = new Map<string, Diagnosis>();
  return (answers) => {
    const id = key(answers);
    let found = known.get(id);
    if (!found) {
      const given = answers.map((answer) => ({ ...answer, by: 'picked' as const }));
      known.set(id, (found = diagnose(compiled, { ...EMPTY_CASE, answers: given })));
    }
    return found;
  };
}

function walk(
  pack: Pack,
  ask: Ask,
  roots: Map<string, MapNode>,
  incident: PackIncident,
  start: State[number],
): void {
  let state: State = [start];
  let node = roots.get(key(state));
  if (!node) roots.set(key(state), (node = nodeOf(pack, ask, state)));
  for (let step = 0; node.ask && step < MOST_STEPS; step++) {
    const { check: id } = node.ask;
    const check = pack.checks.find((each) => each.id === id)!;
    state = [...state, { check: id, outcome: likeliest(check, incident) }];
    let next: MapNode | undefined = node.children.find((child) => key(child.answers) === key(state));
    if (!next) node.children.push((next = nodeOf(pack, ask, state)));
    node = next;
  }
  node.ends.push(incident.id);
}

function nodeOf(pack: Pack, ask: Ask, answers: State): MapNode {
  const { next, findings } = ask(answers);
  const last = answers[answers.length - 1]!;
  const check = pack.checks.find(({ id }) => id === last.check)!;
  return {
    answers,
    label: check.outcomes.find(({ id }) => id === last.outcome)?.label ?? last.outcome,
    ask: next ? { check: next.check, text: next.ask } : null,
    leads: findings
      .slice(0, LEADS)
      .map(({ incident, title, probability }) => ({ incident, title, probability })),
    children: [],
    others: [],
    ends: [],
  };
}

/** Children stand as the check lists its outcomes; what nobody walks is named. */
function tidy(pack: Pack, node: MapNode): void {
  const outcomes = pack.checks.find(({ id }) => id === node.ask?.check)?.outcomes ?? [];
  const place = (child: MapNode) =>
    outcomes.findIndex(({ id }) => id === child.answers[child.answers.length - 1]!.outcome);
  node.children.sort((a, b) => place(a) - place(b));
  node.others = outcomes
    .filter((_, index) => !node.children.some((child) => place(child) === index))
    .map(({ id, label }) => ({ outcome: id, label }));
  for (const child of node.children) tidy(pack, child);
}

/** The symptom by which the incident would be noticed: probable under it, and rare without it. */
function tellingSymptom(pack: Pack, incident: PackIncident): State[number] | null {
  let best: { answer: State[number]; worth: number } | null = null;
  for (const check of pack.checks.filter(({ symptom }) => symptom)) {
    const under = outcomesUnder(check, incident);
    const background = outcomesUnder(check, null);
    check.outcomes.forEach(({ id }, index) => {
      const worth = under[index]! * Math.log(under[index]! / background[index]!);
      if (!best || worth > best.worth + 1e-9) best = { answer: { check: check.id, outcome: id }, worth };
    });
  }
  return (best as { answer: State[number] } | null)?.answer ?? null;
}

function likeliest(check: Check, incident: PackIncident): string {
  const p = outcomesUnder(check, incident);
  return check.outcomes[p.indexOf(Math.max(...p))]!.id;
}

function key(answers: State): string {
  return answers.map(({ check, outcome }) => `${check}:${outcome}`).join(',');
}

/** Every node, parents before children. */
export function nodesOf(groups: readonly MapGroup[]): MapNode[] {
  const below = (node: MapNode): MapNode[] => [node, ...node.children.flatMap(below)];
  return groups.flatMap(({ symptoms }) => symptoms.flatMap(({ nodes }) => nodes.flatMap(below)));
}
