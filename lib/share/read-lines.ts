/** One reader a kind of line. A reader takes what the book knows and names what it does not. */

import type { Answer, Evidence, Finding, Profile } from '../triage/diagnosis';
import type { Pack, PackIncident } from '../triage/pack';
import { safeProfile } from './encode';
import { BANDS, EVIDENCE_TYPES, VERDICTS, type Line } from './lines';
import { evidenceFrom } from './shared-evidence';
import type { CaseView } from './view';

export interface Reading {
  view: CaseView;
  pack: Pack;
  /** Ids that the book lacks. */
  unknown: Set<string>;
  /** Set when a line has not the shape that it should have. */
  damaged: boolean;
}

/** Returns false when the line is damaged. */
type Reader = (line: Line, reading: Reading) => boolean;

export const READERS: Record<string, Reader> = {
  c: ([, release, verdict, other, profile], { view }) => {
    if (typeof release !== 'string' || !isOneOf(VERDICTS, verdict) || !isNumber(other)) return false;
    view.release = view.diagnosis.release = release.slice(0, 64);
    view.diagnosis.verdict = verdict;
    view.diagnosis.other = other;
    view.profile = readProfile(profile);
    return true;
  },
  f: (line, reading) => {
    const finding = readFinding(line, reading);
    if (finding) reading.view.diagnosis.findings.push(finding);
    return finding !== undefined;
  },
  a: ([, check, outcome, by], { view, pack, unknown }) => {
    if (typeof check !== 'string' || typeof outcome !== 'string') return false;
    const known = pack.checks.find(({ id }) => id === check);
    const silent = outcome === 'dont-know' || outcome === 'cant-run';
    if (!known) unknown.add(`the check ${check}`);
    else if (!silent && !known.outcomes.some(({ id }) => id === outcome))
      unknown.add(`the outcome ${outcome} of ${check}`);
    else view.answers.push({ check, outcome, by: by === 'pasted' ? 'pasted' : 'picked' } satisfies Answer);
    return true;
  },
  t: ([, incident, fix], { view, pack, unknown }) => {
    if (typeof incident !== 'string' || typeof fix !== 'string') return false;
    const known = incidentOf(pack, incident)?.fixes.some(({ id }) => id === fix);
    if (known) view.tried.push({ incident, fix });
    else unknown.add(`the fix ${incident}/${fix}`);
    return true;
  },
  x: ([, fixes], { view, pack }) => {
    if (!Array.isArray(fixes)) return false;
    for (const entry of fixes) {
      const [incident, id, helps, cost] = Array.isArray(entry) ? entry : [];
      const fix = incidentOf(pack, incident)?.fixes.find((each) => each.id === id);
      if (!fix || !isNumber(helps) || !isNumber(cost)) continue;
      const { id: name, applies: _applies, ...rest } = fix;
      view.diagnosis.fixes.push({ ...rest, incident, fix: name, helps, cost });
    }
    return true;
  },
  n: ([, id, bits, cost, favours, changesFix], { view, pack }) => {
    const check = pack.checks.find((each) => each.id === id);
    if (!check || !isNumber(bits) || !isNumber(cost)) return typeof id === 'string';
    const outcomes = check.outcomes.map(({ id: outcome, label, looks }, index) => ({
      id: outcome,
      label,
      ...(looks ? { looks } : {}),
      favours: knownIds(Array.isArray(favours) ? favours[index] : undefined, pack),
    }));
    const apart = [...new Set(outcomes.flatMap((outcome) => outcome.favours))].sort();
    const why =
      apart.length > 0
        ? `It tells apart ${apart.join(', ')}.`
        : 'It tells known incidents from unknown ones.';
    view.diagnosis.next = {
      check: check.id,
      ask: check.ask,
      command: check.command ?? null,
      why,
      separates: apart,
      changesFix: changesFix === 1,
      bits,
      cost,
      outcomes,
    };
    return true;
  },
};

function readFinding(line: Line, reading: Reading): Finding | undefined | null {
  const [, id, revision, probability, band, score, component, under, causeOf, pro, contra] = line;
  if (typeof id !== 'string' || !isNumber(probability) || !isNumber(score) || !isOneOf(BANDS, band))
    return undefined;
  if (!Array.isArray(pro) || !Array.isArray(contra)) return undefined;
  const incident = incidentOf(reading.pack, id);
  if (!incident) {
    reading.unknown.add(`the incident ${id.slice(0, 80)}`);
    return null;
  }
  if (isNumber(revision) && revision !== incident.revision)
    reading.view.changed.push({ incident: id, then: revision, now: incident.revision });
  const evidence = (entries: unknown[]) => entries.flatMap((entry) => readEvidence(entry, incident, reading));
  return {
    incident: id,
    title: incident.title,
    probability: Math.min(1, Math.max(0, probability)),
    band,
    score,
    terms: [],
    component: isNumber(component) ? component : 0,
    for: evidence(pro),
    against: evidence(contra),
    notChecked: [],
    ...(incidentOf(reading.pack, under) ? { under: under as string } : {}),
    ...(incidentOf(reading.pack, causeOf) ? { causeOf: causeOf as string } : {}),
  };
}

function readEvidence(entry: unknown, incident: PackIncident, { pack, unknown }: Reading): Evidence[] {
  const [signature, type, nats, count, atLeast] = Array.isArray(entry) ? entry : [];
  const kind = EVIDENCE_TYPES[type as number];
  if (typeof signature !== 'string' || !kind || !isNumber(nats) || !isNumber(count)) return [];
  const evidence = evidenceFrom(
    { signature, type: kind, nats, count, atLeast: atLeast === 1 },
    incident,
    pack,
  );
  if (!evidence) unknown.add(`the signature ${incident.id}/${signature.slice(0, 80)}`);
  return evidence ? [evidence] : [];
}

/** Only what a profile may hold, whatever the link says. */
function readProfile(value: unknown): Profile {
  const { runtime, cgroup, managed, versions } = (value ?? {}) as Record<string, unknown>;
  const texts = Object.entries(versions && typeof versions === 'object' ? versions : {}).filter(
    (each): each is [string, string] => typeof each[1] === 'string',
  );
  return safeProfile({
    ...(isOneOf(['docker', 'containerd', 'cri-o'] as const, runtime) ? { runtime } : {}),
    ...(cgroup === 1 || cgroup === 2 ? { cgroup } : {}),
    ...(typeof managed === 'boolean' ? { managed } : {}),
    versions: Object.fromEntries(texts),
  });
}

const incidentOf = (pack: Pack, id: unknown) => pack.incidents.find((incident) => incident.id === id);
const knownIds = (ids: unknown, pack: Pack) =>
  Array.isArray(ids) ? ids.filter((id): id is string => incidentOf(pack, id) !== undefined) : [];
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isOneOf = <T extends string>(all: readonly T[], value: unknown): value is T => all.includes(value as T);
