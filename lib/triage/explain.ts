/** What a finding lacks, and what would have to be true for the second one to win. */

import type { Finding, NotChecked } from './diagnosis';
import { WEIGHT_NATS, type Check, type Pack, type PackIncident, type Signature } from './pack';
import type { Ranked } from './rank';

const MAX_NOT_CHECKED = 5;

/** Signatures of the incident whose group did not speak, strongest first, with the check that would show them. */
export function notCheckedOf(item: Ranked, pack: Pack): NotChecked[] {
  const spoken = new Set([...item.for, ...item.against].map((evidence) => evidence.group));
  const seen = new Set<string>();
  return [...item.incident.signatures]
    .filter((signature) => WEIGHT_NATS[signature.weight] > 0 && !spoken.has(signature.group))
    .sort((a, b) => WEIGHT_NATS[b.weight] - WEIGHT_NATS[a.weight] || (a.id < b.id ? -1 : 1))
    .filter(({ group }) => !seen.has(group) && seen.add(group))
    .slice(0, MAX_NOT_CHECKED)
    .map((signature) => {
      const check = checkFor(signature, item.incident, pack);
      return {
        signature: signature.id,
        why: signature.why,
        ...(check ? { check: check.id } : {}),
        ...(check?.command ? { command: check.command } : {}),
        formats: [...(signature.in ?? [])],
      };
    });
}

/** The check of the same group; else one that this incident predicts and that prints such a format. */
function checkFor(signature: Signature, incident: PackIncident, pack: Pack): Check | undefined {
  const predicted = pack.checks.filter((check) => incident.checks[check.id]);
  return (
    pack.checks.find((check) => check.group === signature.group) ??
    predicted.find((check) => check.command && check.prints.some((format) => signature.in?.includes(format)))
  );
}

/** One sentence; null when there is no second finding. */
export function otherwiseOf(
  first: Finding | undefined,
  second: Finding | undefined,
  pack: Pack,
): string | null {
  if (!first || !second) return null;
  const gap = Math.max(0, first.score - second.score);
  const signatures = pack.incidents.find((incident) => incident.id === second.incident)?.signatures ?? [];
  const wanted: Signature[] = [];
  let gained = 0;
  for (const { signature } of second.notChecked) {
    const found = signatures.find((candidate) => candidate.id === signature);
    if (!found || gained > gap) break;
    wanted.push(found);
    gained += WEIGHT_NATS[found.weight];
  }
  const lacks = `It is ${gap.toFixed(1)} behind.`;
  if (gained <= gap)
    return `“${second.title}” cannot win on evidence alone; something must speak against “${first.title}”. ${lacks}`;
  return `“${second.title}” would win if this were seen too: ${wanted.map((signature) => signature.why).join(' ')} ${lacks}`;
}
