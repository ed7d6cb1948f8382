/** From scores to ranked findings: components, softmax, bands, umbrellas, verdict (DESIGN, section 6). */

import type { Band, Evidence, Verdict } from './diagnosis';
import { FREQUENCY_WEIGHT, type Pack, type PackIncident } from './pack';
import type { Scored } from './score';

export interface Ranked extends Scored {
  probability: number;
  band: Band;
  component: number;
  under?: string;
  causeOf?: string;
}

export interface Ranking {
  ranked: Ranked[];
  /** P of "not in the book" in the component of the first finding; 1 when nothing competes. */
  other: number;
  verdict: Verdict;
}

/** `other` is first by far when nothing reaches this share of what remains. */
const NONE_ABOVE = 0.6;

/**
 * `scored` holds the incidents that compete; the answer is best first, ties by id. With `together` they are
 * one problem whatever their evidence: that is how a case without a paste is ranked.
 */
export function rank(pack: Pack, scored: readonly Scored[], together = false): Ranking {
  const components = together && scored.length > 0 ? [[...scored]] : componentsOf(scored);
  const ranked: Ranked[] = [];
  const others: number[] = [];
  components.forEach((members, component) => {
    const folded = foldedUmbrellas(pack, members);
    const competing = members.filter((member) => !folded.has(member.incident.id));
    const { probabilities, other } = softmax(pack, competing);
    others[component] = other;
    competing.forEach((member, index) => ranked.push(finish(member, probabilities[index]!, component)));
    for (const member of members) {
      const under = folded.get(member.incident.id);
      if (!under) continue;
      ranked.push({ ...finish(member, softmax(pack, [member]).probabilities[0]!, component), under });
    }
  });
  ranked.sort((a, b) => b.score - a.score || (a.incident.id < b.incident.id ? -1 : 1));
  const ordered = withCauses(pack, placeFolded(ranked));
  const other = ordered[0] ? (others[ordered[0].component] ?? 1) : 1;
  return { ranked: ordered, other, verdict: verdictOf(ordered[0], other) };
}

function softmax(pack: Pack, members: readonly Scored[]): { probabilities: number[]; other: number } {
  const { temperature, other } = pack.scoring;
  const highest = Math.max(other, ...members.map((member) => member.score));
  const weights = members.map((member) => Math.exp((member.score - highest) / temperature));
  const weightOfOther = Math.exp((other - highest) / temperature);
  const sum = weights.reduce((a, b) => a + b, weightOfOther);
  return { probabilities: weights.map((weight) => weight / sum), other: weightOfOther / sum };
}

function finish(member: Scored, probability: number, component: number): Ranked {
  return { ...member, probability, component, band: bandOf(member, probability) };
}

function bandOf(member: Scored, probability: number): Band {
  const counted = member.for.filter((item) => item.nats > 0);
  const conclusive = counted.some((item) => item.weight === 'conclusive');
  const strong = counted.some((item) => item.weight === 'strong' || item.weight === 'answer');
  const twoGroups = member.groups.length >= 2;
  if (probability >= 0.8 && (conclusive || twoGroups)) return 'strong';
  if (probability >= 0.5 && (conclusive || strong || twoGroups)) return 'likely';
  return 'possible';
}

/** What speaks against it weighs as much as what speaks for it: then only its frequency is left, which no text says. */
function isOutweighed({ incident, score, against }: Scored): boolean {
  return against.length > 0 && score <= Math.log(FREQUENCY_WEIGHT[incident.frequency]) + 1e-9;
}

function verdictOf(first: Ranked | undefined, other: number): Verdict {
  if (!first) return 'none';
  if (first.band !== 'possible') return 'match';
  if (isOutweighed(first)) return 'none';
  return other >= NONE_ABOVE ? 'none' : 'unsure';
}

/** Incidents are of one problem when they read the same line, answer the same check, or one blocks the other. */
function componentsOf(scored: readonly Scored[]): Scored[][] {
  const groups: { members: Scored[]; keys: Set<string> }[] = [];
  for (const member of scored) {
    const keys = new Set(keysOf(member));
    const touching = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    const merged = { members: [member], keys };
    for (const group of touching) {
      merged.members.push(...group.members);
      for (const key of group.keys) merged.keys.add(key);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(merged);
  }
  return groups.map(({ members }) => members.sort((a, b) => (a.incident.id < b.incident.id ? -1 : 1)));
}

function keysOf({ incident, for: evidence }: Scored): string[] {
  const places = evidence.flatMap((item) =>
    item.type === 'answer' ? [`answer ${item.signature}`] : linesOf(item),
  );
  const umbrellas = incident.blocks.map((id) => `umbrella ${id}`);
  return [...places, ...umbrellas, `umbrella ${incident.id}`];
}

function linesOf(item: Evidence): string[] {
  return item.type === 'applies'
    ? []
    : [`line ${item.source}:${item.line}`, ...item.spans.map((span) => `at ${span.source}:${span.start}`)];
}

/**
 * Umbrella id → the cause it folds under: a cause that is at least likely without it, by a group that
 * the umbrella lacks.
 */
function foldedUmbrellas(pack: Pack, members: readonly Scored[]): Map<string, string> {
  const folded = new Map<string, string>();
  for (const umbrella of members) {
    const causes = members.filter(
      (member) =>
        member.incident.blocks.includes(umbrella.incident.id) &&
        member.groups.some((group) => !umbrella.groups.includes(group)),
    );
    if (causes.length === 0) continue;
    const rest = members.filter((member) => member !== umbrella);
    const { probabilities } = softmax(pack, rest);
    const likely = causes
      .filter((cause) => bandOf(cause, probabilities[rest.indexOf(cause)]!) !== 'possible')
      .sort((a, b) => b.score - a.score);
    if (likely[0]) folded.set(umbrella.incident.id, likely[0].incident.id);
  }
  return folded;
}

/** A folded umbrella stands right behind its cause. */
function placeFolded(ranked: readonly Ranked[]): Ranked[] {
  const folded = ranked.filter((item) => item.under);
  return ranked
    .filter((item) => !item.under)
    .flatMap((item) => [item, ...folded.filter((umbrella) => umbrella.under === item.incident.id)]);
}

/** Behind an umbrella that is first and alone stand its causes as "possible, not checked". */
function withCauses(pack: Pack, ranked: Ranked[]): Ranked[] {
  const first = ranked[0];
  if (!first || first.under) return ranked;
  const known = new Set(ranked.map((item) => item.incident.id));
  const causes = pack.incidents.filter(
    (incident) =>
      incident.blocks.includes(first.incident.id) && incident.status !== 'retired' && !known.has(incident.id),
  );
  if (causes.length === 0) return ranked;
  const total = causes.reduce<number>(
    (sum, cause) => sum + FREQUENCY_WEIGHT[cause.frequency],
    FREQUENCY_WEIGHT[first.incident.frequency],
  );
  const added = causes
    .map((incident) =>
      possibleCause(incident, first, (first.probability * FREQUENCY_WEIGHT[incident.frequency]) / total),
    )
    .sort((a, b) => b.probability - a.probability || (a.incident.id < b.incident.id ? -1 : 1));
  return [first, ...added, ...ranked.slice(1)];
}

function possibleCause(incident: PackIncident, umbrella: Ranked, probability: number): Ranked {
  const nats = Math.log(FREQUENCY_WEIGHT[incident.frequency]);
  return {
    incident,
    score: nats,
    terms: [{ label: `${incident.frequency.replace('-', ' ')} in the field`, nats }],
    for: [],
    against: [],
    groups: [],
    probability,
    band: 'possible',
    component: umbrella.component,
    causeOf: umbrella.incident.id,
  };
}
