/** The rows and options of the list of incidents, out of the book. */

import type { Book, CheckEntry, IncidentEntry } from '@/lib/incident/load.server';
import type { Listed } from '@/lib/search/facets';

export interface SymptomGroup {
  ask: string;
  outcomes: { value: string; label: string }[];
}

/** What is said of a symptom "rarely" is no way to find an incident. */
const LIKELY = new Set(['always', 'usually', 'often']);

/** Drafts are not published. */
export function listedOf({ incidents, checks }: Book): Listed[] {
  const symptoms = checks.filter(isSymptom);
  return incidents
    .filter(({ front }) => front.status !== 'draft')
    .map(({ id, front }) => ({
      id,
      title: front.title,
      summary: front.summary,
      area: front.area,
      severity: front.severity,
      frequency: front.frequency,
      status: front.status,
      symptoms: symptoms.flatMap((check) => seenWith(front, check)),
      applies: front.applies.map(({ component, versions }) => ({ component, versions })),
    }));
}

/** Only what some incident predicts; "nothing unusual" is no symptom. */
export function symptomGroups(checks: CheckEntry[], all: Listed[]): SymptomGroup[] {
  const named = new Set(all.flatMap(({ symptoms }) => symptoms));
  return checks
    .filter(isSymptom)
    .map(({ id, check }) => ({
      ask: check.ask,
      outcomes: check.outcomes
        .map((outcome) => ({ value: `${id}.${outcome.id}`, label: outcome.label }))
        .filter(({ value }) => named.has(value)),
    }))
    .filter(({ outcomes }) => outcomes.length > 0);
}

const isSymptom = ({ check }: CheckEntry) => !check.command && check.symptom !== undefined;

function seenWith(front: IncidentEntry['front'], { id, check }: CheckEntry): string[] {
  return Object.entries(front.checks[id] ?? {})
    .filter(([outcome, word]) => LIKELY.has(word) && check.background[outcome] !== 'always')
    .map(([outcome]) => `${id}.${outcome}`);
}
