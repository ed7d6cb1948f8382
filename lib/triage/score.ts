/**
 * The score of one incident: S = ln frequency + Σ over groups of the strongest evidence for
 * + Σ over groups of the strongest evidence against (DESIGN, section 6). Nats throughout.
 */

import type { Evidence } from './diagnosis';
import { FREQUENCY_WEIGHT, type PackIncident } from './pack';

export interface Scored {
  incident: PackIncident;
  score: number;
  terms: { label: string; nats: number }[];
  /** Strongest first. Evidence that a stronger one of its group outdoes carries 0 nats. */
  for: Evidence[];
  against: Evidence[];
  /** Groups with evidence for the incident, versions not counted. */
  groups: string[];
}

export function score(incident: PackIncident, evidence: readonly Evidence[]): Scored {
  const terms = [
    {
      label: `${incident.frequency.replace('-', ' ')} in the field`,
      nats: Math.log(FREQUENCY_WEIGHT[incident.frequency]),
    },
  ];
  const counted = [...countedOf(evidence, 1), ...countedOf(evidence, -1)];
  for (const { signature, nats } of counted) terms.push({ label: signature, nats });
  const shown = evidence.map((item) => (counted.includes(item) ? item : { ...item, nats: 0 }));
  const positive = shown.filter((item) => isFor(item, evidence));
  return {
    incident,
    score: terms.reduce((sum, term) => sum + term.nats, 0),
    terms,
    for: sorted(positive),
    against: sorted(shown.filter((item) => !positive.includes(item))),
    groups: [
      ...new Set(
        counted.filter((item) => item.nats > 0 && item.type !== 'applies').map((item) => item.group),
      ),
    ].sort(),
  };
}

/** Whether the incident competes at all: versions alone are no evidence. */
export function competes(scored: Scored): boolean {
  return scored.groups.length > 0;
}

/** The strongest evidence of each group on one side; ties by id. */
function countedOf(evidence: readonly Evidence[], sign: 1 | -1): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const item of evidence) {
    if (item.nats * sign <= 0) continue;
    const known = best.get(item.group);
    if (!known || stronger(item, known)) best.set(item.group, item);
  }
  return sorted([...best.values()]);
}

function stronger(a: Evidence, b: Evidence): boolean {
  const difference = Math.abs(a.nats) - Math.abs(b.nats);
  return difference !== 0 ? difference > 0 : a.signature < b.signature;
}

/** Evidence outdone within its group keeps its side, although it now carries 0 nats; so does what fires everywhere. */
function isFor(item: Evidence, all: readonly Evidence[]): boolean {
  const original = all.find(
    (candidate) => candidate.signature === item.signature && candidate.type === item.type,
  );
  const { nats = 0, weight = 'weak' } = original ?? {};
  return nats > 0 || (nats === 0 && weight !== 'against');
}

function sorted(evidence: Evidence[]): Evidence[] {
  return [...evidence].sort(
    (a, b) => Math.abs(b.nats) - Math.abs(a.nats) || (a.signature < b.signature ? -1 : 1),
  );
}
