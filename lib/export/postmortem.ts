/** A case as the beginning of a postmortem. Everything that was pasted goes through redaction first. */

import { redact, redactAll } from '../redact/redact';
import type { Case, Diagnosis, Evidence, Finding } from '../triage/diagnosis';
import type { Pack } from '../triage/pack';
import { cite, CITE_VERDICTS } from './cite';
import { blocks, cell, fenced, plain, table } from './markdown';
import { incidentUrl } from './site';

export interface PostmortemInput {
  triageCase: Case;
  diagnosis: Diagnosis;
  pack: Pack;
  site: string;
}

const VERDICTS = {
  match: 'A known incident',
  unsure: 'Perhaps a known incident',
  none: 'Not in the book',
} as const;
const SILENT: Record<string, string> = { 'dont-know': 'not known', 'cant-run': 'could not be run' };
/** Findings below this rank say nothing in a postmortem. */
const FINDINGS = 3;

/** Markdown. The same case gives the same bytes. */
export function postmortem({ triageCase, diagnosis, pack, site }: PostmortemInput): string {
  const { names } = redactAll(triageCase.parts.map(({ source }) => source));
  const safe = (text: string) => redact(text, names).text;
  const findings = diagnosis.findings.slice(0, FINDINGS);
  const link = (id: string) => {
    const incident = pack.incidents.find((each) => each.id === id);
    return incident ? `[${plain(incident.title)}](${incidentUrl(site, id, incident.revision)})` : id;
  };
  return blocks(
    '# Postmortem draft',
    '## Summary',
    summary(diagnosis, findings, link),
    ...diagnosis.digest.state.slice(0, 6).map((sentence) => `- ${plain(safe(sentence))}`),
    versions(diagnosis),
    '## Timeline',
    timeline(findings, safe),
    '## Evidence',
    ...findings.map((finding) => evidenceOf(finding, link, safe)),
    findings.length === 0 ? 'No signature of the book fired.' : '',
    '## Checks and answers',
    answers(triageCase, pack),
    '## Fixes tried',
    tried(triageCase, pack, site),
    '## Trailers for the fix',
    trailers(findings, pack, site),
    `Written by Faultbook ${diagnosis.release} at ${site}/. Names and secrets were replaced; times are those of the log.`,
  );
}

/** In the message of the commit that fixes it, or at the end of the postmortem, machines find the incident again. */
function trailers(findings: readonly Finding[], pack: Pack, site: string): string {
  const lines = findings.flatMap(({ incident, for: pro }) => {
    const known = pack.incidents.find(({ id }) => id === incident);
    const signatures = pro.map(({ signature }) => signature);
    return known ? [cite(known, site, { verdict: 'confirmed', signatures }).trailer] : [];
  });
  if (lines.length === 0) return 'Nothing of the book to name.';
  return [
    `Keep those that hold; the verdict is one of ${CITE_VERDICTS.join(', ')}.`,
    '',
    fenced(lines.join('\n'), 'text'),
  ].join('\n');
}

function summary(diagnosis: Diagnosis, findings: readonly Finding[], link: (id: string) => string): string {
  const rows = findings.map(
    ({ incident, band, probability }) =>
      `- ${link(incident)}: ${band}, probability ${Math.round(probability * 100)} %`,
  );
  return [`${VERDICTS[diagnosis.verdict]}.`, ...(rows.length > 0 ? ['', ...rows] : [])].join('\n');
}

function versions({ digest }: Diagnosis): string {
  const all = [...new Set(digest.versions.map(({ component, version }) => `${component} ${version}`))];
  return all.length > 0 ? `Versions: ${plain(all.join(', '))}.` : '';
}

/** By place in the paste: times of different logs have no common clock. */
function timeline(findings: readonly Finding[], safe: (text: string) => string): string {
  const all = findings.flatMap(({ incident, for: pro }) => pro.map((evidence) => ({ incident, evidence })));
  const dated = all
    .filter(({ evidence }) => evidence.first)
    .sort((a, b) => a.evidence.source - b.evidence.source || a.evidence.line - b.evidence.line);
  if (dated.length === 0) return 'The evidence carries no time.';
  return table(
    ['First seen', 'Last seen', 'Count', 'What', 'Signature'],
    dated.map(({ incident, evidence }) => [
      safe(evidence.first ?? ''),
      safe(evidence.last ?? ''),
      count(evidence),
      evidence.why,
      `${incident}#sig-${evidence.signature}`,
    ]),
  );
}

const count = ({ count: times, atLeast }: Evidence): string => `${atLeast ? 'at least ' : ''}${times}`;

function evidenceOf(finding: Finding, link: (id: string) => string, safe: (text: string) => string): string {
  const rows = (entries: readonly Evidence[]) =>
    entries.flatMap((evidence) => [
      `- ${plain(evidence.why)}${evidence.count > 1 ? ` Seen ${count(evidence)} times.` : ''}`,
      ...(evidence.text ? ['', indented(fenced(safe(evidence.text), 'text')), ''] : []),
    ]);
  const against = rows(finding.against);
  return [
    `### ${link(finding.incident)}`,
    '',
    ...rows(finding.for),
    ...(against.length > 0 ? ['', 'Against it:', '', ...against] : []),
  ]
    .join('\n')
    .trimEnd();
}

const indented = (text: string): string => text.replace(/^/gm, '  ');

function answers({ answers: given }: Case, pack: Pack): string {
  if (given.length === 0) return 'No check was answered.';
  return table(
    ['Check', 'Command', 'Answer'],
    given.map(({ check, outcome }) => {
      const known = pack.checks.find(({ id }) => id === check);
      const label = SILENT[outcome] ?? known?.outcomes.find(({ id }) => id === outcome)?.label ?? outcome;
      return [known?.ask ?? check, known?.command ? `\`${cell(known.command)}\`` : '', label];
    }),
  );
}

function tried({ tried: fixes }: Case, pack: Pack, site: string): string {
  if (fixes.length === 0) return 'None was recorded.';
  return fixes
    .map(({ incident, fix }) => {
      const known = pack.incidents.find(({ id }) => id === incident);
      const title = known?.fixes.find(({ id }) => id === fix)?.title ?? fix;
      return `- [${plain(title)}](${incidentUrl(site, incident, known?.revision)}#fix-${fix}): did not help`;
    })
    .join('\n');
}
