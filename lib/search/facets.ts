/** Narrowing the list of incidents. The choice lives in the query of the address. Pure. */

import { inRange } from '../triage/version';

export interface Listed {
  id: string;
  title: string;
  summary: string;
  area: string;
  severity: string;
  frequency: string;
  status: string;
  /** `check.outcome` of what one sees. */
  symptoms: string[];
  applies: { component: string; versions: string }[];
}

export const FACETS = ['area', 'severity', 'symptom', 'component', 'version'] as const;
export type Facet = (typeof FACETS)[number];
export type Choice = Partial<Record<Facet, string>>;

/** No version is longer; what is, was not meant. */
const LONGEST = 100;

const HOLDS: Record<Facet, (listed: Listed, value: string, choice: Choice) => boolean> = {
  area: ({ area }, value) => area === value,
  severity: ({ severity }, value) => severity === value,
  symptom: ({ symptoms }, value) => symptoms.includes(value),
  component: ({ applies }, value) => applies.some(({ component }) => component === value),
  // Of the component that is chosen, else of any.
  version: ({ applies }, value, { component }) =>
    applies.some((limit) => (!component || limit.component === component) && inRange(value, limit.versions)),
};

export function choiceFrom(query: string): Choice {
  const params = new URLSearchParams(query);
  const choice: Choice = {};
  for (const facet of FACETS) {
    const value = params.get(facet)?.trim().slice(0, LONGEST);
    if (value) choice[facet] = value;
  }
  return choice;
}

/** The query of a choice, facets in a fixed order; parameters of others stay. */
export function queryOf(choice: Choice, query = ''): string {
  const params = new URLSearchParams(query);
  for (const facet of FACETS) params.delete(facet);
  for (const facet of FACETS) if (choice[facet]) params.set(facet, choice[facet]);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export function narrowed<T extends Listed>(all: readonly T[], choice: Choice): T[] {
  return all.filter((listed) =>
    FACETS.every((facet) => !choice[facet] || HOLDS[facet](listed, choice[facet], choice)),
  );
}

/** How many incidents each value of a facet would leave, the other facets being as they are. */
export function countsOf(all: readonly Listed[], choice: Choice, facet: Facet): Map<string, number> {
  const { [facet]: _, ...others } = choice;
  const counts = new Map<string, number>();
  for (const listed of narrowed(all, others)) {
    for (const value of new Set(VALUES[facet](listed))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const VALUES: Record<Facet, (listed: Listed) => string[]> = {
  area: ({ area }) => [area],
  severity: ({ severity }) => [severity],
  symptom: ({ symptoms }) => symptoms,
  component: ({ applies }) => applies.map(({ component }) => component),
  version: () => [],
};
