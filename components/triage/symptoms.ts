/** "Start from what you see": outcomes of the symptom checks as things one sees. Pure. */

import type { Check, Likelihood, Pack } from '@/lib/triage/pack';

/** The check that asks for the whole picture belongs to no single group: it stands before them. */
const WIDE = 'what-hurts';

export const SYMPTOM_GROUPS = {
  wide: 'Anywhere',
  pod: 'Pod',
  node: 'Node',
  network: 'Network',
  jobs: 'Jobs',
  'control-plane': 'Control plane',
} as const;

export type SymptomGroup = keyof typeof SYMPTOM_GROUPS;

export interface Symptom {
  id: string;
  group: SymptomGroup;
  label: string;
  looks: string;
  /** The question that it answers: some labels need it to be understood. */
  ask: string;
  /** What it answers; several when a question has to come first. */
  answers: { check: string; outcome: string; label: string; looks?: string }[];
}

/** What an untroubled cluster shows is nothing to start from. */
const USUAL: readonly (Likelihood | undefined)[] = ['always', 'usually', 'often'];

/**
 * kubectl prints one word, NotReady, for two different things: the kubelet reports that it is not ready, or
 * nobody has heard of it. https://kubernetes.io/docs/reference/node/node-status/#condition
 */
export const NOT_READY = {
  check: 'node-ready',
  outcomes: ['not-ready', 'unknown'],
  label: 'Node NotReady',
  looks: 'kubectl get nodes: NotReady',
  ask: 'Is the Ready condition False, or Unknown?',
  command:
    'kubectl get nodes -o \'custom-columns=NODE:.metadata.name,READY:.status.conditions[?(@.type=="Ready")].status,WHY:.status.conditions[?(@.type=="Ready")].reason\' | head -n 200',
} as const;

export function symptomsOf(pack: Pack): Symptom[] {
  const groups = Object.keys(SYMPTOM_GROUPS) as SymptomGroup[];
  return groups.flatMap((group) =>
    pack.checks.filter((check) => groupOf(check) === group).flatMap((check) => symptomsIn(check, group)),
  );
}

function groupOf(check: Check): SymptomGroup | undefined {
  return check.symptom && check.id === WIDE ? 'wide' : check.symptom;
}

function symptomsIn(check: Check, group: SymptomGroup): Symptom[] {
  const seen = check.outcomes.filter(({ id }) => !USUAL.includes(check.background[id]));
  const joint = check.id === NOT_READY.check ? seen.filter(({ id }) => isNotReady(id)) : [];
  const alone = seen
    .filter((outcome) => !joint.includes(outcome))
    .map(({ id, label, looks }) => ({
      id: `${check.id}:${id}`,
      group,
      label,
      looks: looks ?? '',
      ask: check.ask,
      answers: [{ check: check.id, outcome: id, label, ...(looks ? { looks } : {}) }],
    }));
  if (joint.length === 0) return alone;
  const answers = joint.map(({ id, label, looks }) => ({
    check: check.id,
    outcome: id,
    label,
    ...(looks ? { looks } : {}),
  }));
  return [
    { id: check.id, group, label: NOT_READY.label, looks: NOT_READY.looks, ask: check.ask, answers },
    ...alone,
  ];
}

function isNotReady(outcome: string): boolean {
  return (NOT_READY.outcomes as readonly string[]).includes(outcome);
}

/** Symptoms that hold every word that was typed, in any place. */
export function matching(symptoms: readonly Symptom[], typed: string): Symptom[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return symptoms.filter((symptom) => {
    const text = [
      symptom.label,
      symptom.looks,
      symptom.ask,
      SYMPTOM_GROUPS[symptom.group],
      ...symptom.answers.map(({ label, looks }) => `${label} ${looks ?? ''}`),
    ]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
