/** A case becomes a link: what was found and answered, never what was pasted. */

import type { Case, Diagnosis, Evidence, Finding, Profile } from '../triage/diagnosis';
import type { Pack } from '../triage/pack';
import { EVIDENCE_TYPES, toText, VERSION, type Line } from './lines';
import { pack as packed } from './pack-text';

/** More findings and fixes than this say nothing more. */
const FINDINGS = 12;
const FIXES = 12;

/** `#case=v1.…`. The same case gives the same link. */
export function encode(
  triageCase: Pick<Case, 'answers' | 'tried' | 'profile'>,
  diagnosis: Diagnosis,
  pack: Pack,
): string {
  const revisions = new Map(pack.incidents.map(({ id, revision }) => [id, revision]));
  const { next } = diagnosis;
  const lines: Line[] = [
    ['c', diagnosis.release, diagnosis.verdict, round(diagnosis.other), safeProfile(triageCase.profile)],
    ...diagnosis.findings.slice(0, FINDINGS).map((finding) => findingLine(finding, revisions)),
    ...triageCase.answers.map(({ check, outcome, by }): Line => ['a', check, outcome, by]),
    ...triageCase.tried.map(({ incident, fix }): Line => ['t', incident, fix]),
    [
      'x',
      diagnosis.fixes
        .slice(0, FIXES)
        .map(({ incident, fix, helps, cost }) => [incident, fix, round(helps), round(cost)]),
    ],
    ...(next
      ? [
          [
            'n',
            next.check,
            round(next.bits),
            round(next.cost),
            next.outcomes.map(({ favours }) => favours),
            next.changesFix ? 1 : 0,
          ] as Line,
        ]
      : []),
  ];
  return `#case=v${VERSION}.${packed(toText(lines))}`;
}

function findingLine(finding: Finding, revisions: ReadonlyMap<string, number>): Line {
  const { incident, probability, band, score, component, under = 0, causeOf = 0 } = finding;
  return [
    'f',
    incident,
    revisions.get(incident) ?? 0,
    round(probability),
    band,
    round(score),
    component,
    under,
    causeOf,
    finding.for.map(evidenceEntry),
    finding.against.map(evidenceEntry),
  ];
}

function evidenceEntry({ signature, type, nats, count, atLeast }: Evidence): unknown[] {
  const entry: unknown[] = [signature, EVIDENCE_TYPES.indexOf(type), round(nats), count];
  return atLeast ? [...entry, 1] : entry;
}

const VERSION_SHAPE = /^[A-Za-z0-9.+~_-]{1,40}$/;

/** A version that has no shape of one could be anything: it stays here. */
export function safeProfile({ runtime, cgroup, managed, versions = {} }: Profile): Profile {
  const safe = Object.entries(versions).filter(
    ([component, version]) =>
      /^[a-z0-9-]{1,40}$/.test(component) && VERSION_SHAPE.test(version) && /\d/.test(version),
  );
  return {
    ...(runtime ? { runtime } : {}),
    ...(cgroup ? { cgroup } : {}),
    ...(managed === undefined ? {} : { managed }),
    ...(safe.length > 0 ? { versions: Object.fromEntries(safe) } : {}),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
