/** Turns hits, versions and answers into evidence for and against each incident. */

import { groupedBy } from './grouped-by';
import type { Case, Evidence, Fact } from './diagnosis';
import { formatAllows } from './formats/ids';
import type { Hit } from './hit';
import { answerNats } from './ask/likelihood';
import { LIKELIHOOD, WEIGHT_NATS, type Pack, type PackIncident, type Signature } from './pack';
import type { Parsed } from './parsed';
import { inRange } from './version';

/** Formats whose output shows a whole state, so that absence may speak (DESIGN, section 6). */
const WHOLE = [
  'ps',
  'top',
  'proc-cgroups',
  'memory-stat',
  'conntrack-stat',
  'ipvsadm',
  'kubectl-get',
  'manifest',
  'systemctl-units',
];

/** Component names under which a version speaks for `applies`. */
const ALIASES: Record<string, string[]> = { kubernetes: ['kubernetes', 'kubelet'] };

export function evidenceOf(
  incident: PackIncident,
  hits: readonly Hit[],
  parsed: Parsed,
  pack: Pack,
  triageCase: Case,
): Evidence[] {
  const own = hits.filter((hit) => hit.owner.type === 'signature' && hit.owner.incident === incident);
  const fired = new Set<string>();
  const evidence: Evidence[] = [];
  for (const hit of own) {
    if (hit.owner.type !== 'signature') continue;
    fired.add(hit.owner.signature.id);
    evidence.push(fromHit(hit, hit.owner.signature, parsed));
  }
  for (const signature of incident.signatures) {
    if (!fired.has(signature.id)) evidence.push(...fromAbsence(signature, parsed));
  }
  evidence.push(...fromVersions(incident, parsed.facts, triageCase));
  evidence.push(...fromAnswers(incident, pack, triageCase), ...fromTried(incident, pack, triageCase));
  return evidence;
}

/** Nats of a weight word, capped by how often the signature fires in foreign samples. */
function nats(signature: Signature): number {
  const full = WEIGHT_NATS[signature.weight];
  return full > 0 && signature.share ? Math.min(full, Math.max(0, Math.log(1 / signature.share))) : full;
}

function fromHit(hit: Hit, signature: Signature, parsed: Parsed): Evidence {
  const place = hit.places[0]!;
  const now = parsed.now.find((time) => time.scale === hit.last?.scale);
  return {
    signature: signature.id,
    type: hit.type,
    weight: signature.weight,
    nats: nats(signature),
    group: signature.group,
    source: parsed.lines[place.at]!.line.source,
    line: parsed.lines[place.at]!.line.from,
    text: hit.text,
    why: signature.why,
    count: hit.count,
    ...(hit.atLeast ? { atLeast: true } : {}),
    ...(hit.first ? { first: hit.first.text } : {}),
    ...(hit.last ? { last: hit.last.text } : {}),
    ...timesOf(hit, parsed),
    ...(now && hit.last ? { age: Math.round((now.ms - hit.last.ms) / 1000) } : {}),
    spans: hit.places.flatMap(({ spans }) => spans),
  };
}

function timesOf({ first, places }: Hit, parsed: Parsed): Pick<Evidence, 'times'> {
  if (!first) return {};
  const ms = places.flatMap(({ at }) => {
    const time = parsed.lines[at]!.time;
    return time?.scale === first.scale ? [time.ms] : [];
  });
  return { times: { scale: first.scale, ms: ms.sort((a, b) => a - b) } };
}

function fromAbsence(signature: Signature, parsed: Parsed): Evidence[] {
  const { whenAbsent } = signature;
  if (!whenAbsent || !signature.in) return [];
  const index = parsed.parts.findIndex(
    (part) => WHOLE.includes(part.format) && formatAllows(part.format, signature.in!) && !part.truncated,
  );
  const part = parsed.parts[index];
  if (!part) return [];
  return [
    {
      signature: signature.id,
      type: 'absent',
      weight: whenAbsent.weight,
      nats: WEIGHT_NATS[whenAbsent.weight],
      group: signature.group,
      source: part.source,
      line: part.lines[0]?.[0] ?? 1,
      text: '',
      why: whenAbsent.why,
      count: 1,
      spans: [],
    },
  ];
}

/** Versions outside every range of a component speak against; inside, weakly for. */
function fromVersions(incident: PackIncident, facts: readonly Fact[], triageCase: Case): Evidence[] {
  const byComponent = groupedBy(incident.applies, ({ component }) => component);
  const evidence: Evidence[] = [];
  for (const [component, limits] of byComponent) {
    const found = versionOf(component, facts, triageCase);
    if (!found) continue;
    const inside = limits.some((limit) => inRange(found.version, limit.versions));
    const ranges = limits.map((limit) => limit.versions).join(' or ');
    evidence.push({
      signature: `applies-${component}`,
      type: 'applies',
      weight: inside ? 'weak' : 'against',
      nats: WEIGHT_NATS[inside ? 'weak' : 'against'],
      group: `applies-${component}`,
      source: found.fact?.source ?? 0,
      line: found.fact?.line ?? 0,
      text: `${component} ${found.version}`,
      why: inside
        ? `${component} ${found.version} is among the affected versions (${ranges}).`
        : `${component} ${found.version} is not among the affected versions (${ranges}).`,
      count: 1,
      spans: [],
    });
  }
  return evidence;
}

function versionOf(
  component: string,
  facts: readonly Fact[],
  { profile }: Case,
): { version: string; fact?: Fact } | null {
  for (const name of ALIASES[component] ?? [component]) {
    const fact = facts.find((candidate) => candidate.fact === `${name}.version`);
    if (fact) return { version: String(fact.value), fact };
    const known = profile.versions?.[name];
    if (known) return { version: known };
  }
  return null;
}

function fromAnswers(incident: PackIncident, pack: Pack, triageCase: Case): Evidence[] {
  return triageCase.answers.flatMap((answer): Evidence[] => {
    const check = pack.checks.find((candidate) => candidate.id === answer.check);
    const outcome = check?.outcomes.find((candidate) => candidate.id === answer.outcome);
    if (!check || !outcome) return [];
    const value = answerNats(check, incident, answer);
    if (Math.abs(value) < 0.05) return [];
    return [
      {
        signature: `answer-${check.id}`,
        type: 'answer',
        weight: 'answer',
        nats: value,
        group: check.group,
        source: 0,
        line: 0,
        text: `${check.ask} ${outcome.label}`,
        why:
          value > 0 ? 'This answer is what the incident predicts.' : 'The incident predicts another answer.',
        count: 1,
        spans: [],
      },
    ];
  });
}

/** A fix that did not help: P_h ← P_h · (1 − works), which on a score is temperature · ln(1 − works). */
function fromTried(incident: PackIncident, pack: Pack, { tried }: Case): Evidence[] {
  return tried.flatMap((item): Evidence[] => {
    const fix = item.incident === incident.id ? incident.fixes.find(({ id }) => id === item.fix) : undefined;
    if (!fix) return [];
    return [
      {
        signature: `tried-${fix.id}`,
        type: 'tried',
        weight: 'tried',
        nats: pack.scoring.temperature * Math.log(1 - LIKELIHOOD[fix.works]),
        group: `tried-${fix.id}`,
        source: 0,
        line: 0,
        text: fix.title,
        why: `This fix ${fix.works} helps, and here it did not.`,
        count: 1,
        spans: [],
      },
    ];
  });
}
