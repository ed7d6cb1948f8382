/** What the facts of a diagnosis offer for each slot, the most evident value first. */

import type { Diagnosis, Fact, Part } from '../triage/diagnosis';
import type { Chosen } from './fill';
import { fits, SLOTS, type Slot } from './slots';

export type Candidates = Record<Slot, string[]>;

/** A person chooses among these; more would be a list to search. */
const MOST = 8;

type Told = Pick<Diagnosis, 'facts' | 'findings'> & Partial<Pick<Diagnosis, 'parts'>>;

/**
 * Order: named on a line that is evidence for the first finding, or the subject of a fact there; then the most
 * frequent; then the first. A namespace or container of the pod that leads comes before all others.
 */
export function candidatesOf(told: Told): Candidates {
  const { facts } = told;
  const evident = evidentNames(told);
  const ranked = (slot: Slot, owner?: string) => rank(slot, facts, evident, owner);
  const [pod] = ranked('pod');
  const [cronjob] = ranked('cronjob');
  const owner = pod ?? cronjob;
  return Object.fromEntries(
    (Object.keys(SLOTS) as Slot[]).map((slot) => [slot, ranked(slot, owner).slice(0, MOST)]),
  ) as Candidates;
}

/** The first candidate of each slot, under what the person chose. A namespace follows the pod that was chosen. */
export function chosenFrom(told: Told, picked: Chosen = {}): Chosen {
  const candidates = candidatesOf(told);
  const owner = picked.pod ?? picked.cronjob;
  const own = (slot: Slot) => (owner ? rank(slot, told.facts, new Map(), owner)[0] : undefined);
  return Object.fromEntries(
    (Object.keys(SLOTS) as Slot[]).flatMap((slot) => {
      const value = picked[slot] ?? own(slot) ?? candidates[slot][0];
      return value === undefined ? [] : [[slot, value]];
    }),
  ) as Chosen;
}

/** Name → how often it is named, or is a subject, on lines that are evidence for the finding. */
function evidentNames({ facts, findings: [finding], parts = [] }: Told): Map<string, number> {
  const lines = new Set(finding?.for.map(({ source, line }) => `${source}:${line}`));
  const texts = finding?.for.map(({ text }) => text) ?? [];
  const names = new Map<string, number>();
  const add = (name: string) => names.set(name, (names.get(name) ?? 0) + 1);
  for (const { value, subject, source, line } of facts) {
    const here = lines.has(`${source}:${line}`);
    if (here || (String(value).length > 3 && texts.some((text) => text.includes(String(value)))))
      add(String(value));
    if (here && subject) for (const name of subject.split('/')) add(name);
  }
  for (const pid of stackOwners(facts, parts, finding)) add(pid);
  return names;
}

/** The process whose stack is the evidence: the one that was read out of the same part. */
function stackOwners(
  facts: readonly Fact[],
  parts: readonly Part[],
  finding: Told['findings'][number] | undefined,
): string[] {
  const stacks = finding?.for.filter(({ type }) => type === 'frames') ?? [];
  return facts
    .filter(({ fact, part }) => fact === 'process.pid' && stacks.some((stack) => holds(parts[part], stack)))
    .map(({ value }) => String(value));
}

function holds(part: Part | undefined, { source, line }: { source: number; line: number }): boolean {
  return part?.source === source && part.lines.some(([from, to]) => from <= line && line <= to);
}

function rank(slot: Slot, facts: readonly Fact[], evident: Map<string, number>, owner?: string): string[] {
  const own: readonly string[] = SLOTS[slot].facts;
  const counts = new Map<string, { count: number; owned: boolean }>();
  for (const { fact, value, subject } of facts) {
    if (!own.includes(fact)) continue;
    const name = String(value);
    if (!fits(slot, name)) continue;
    const known = counts.get(name) ?? { count: 0, owned: false };
    const owned = known.owned || (owner !== undefined && subject?.split('/')[0] === owner);
    counts.set(name, { count: known.count + 1, owned });
  }
  const weight = (name: string) => Number(evident.has(name));
  // Sorting is stable: at equal weights the facts' own order stays, which is the most frequent first.
  return [...counts]
    .sort(([a, x], [b, y]) => Number(y.owned) - Number(x.owned) || weight(b) - weight(a) || y.count - x.count)
    .map(([name]) => name);
}
