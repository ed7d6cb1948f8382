/** The diagnosis as text for a terminal: what to do first, then why. */

import type { FilledDiagnosis } from '../fill';
import type { Evidence, Finding } from '../triage';
import { recognisedIn } from '../view/recognised';

const WIDTH = 100;

const VERDICTS = {
  match: 'Known incident',
  unsure: 'Perhaps a known incident; not sure',
  none: 'Not in the book',
} as const;

export function renderText(name: string, diagnosis: FilledDiagnosis, withName: boolean): string {
  const blocks = [
    withName ? `━━ ${name}` : '',
    `${VERDICTS[diagnosis.verdict]}   (read: ${formatsOf(diagnosis)})`,
    ...diagnosis.findings.slice(0, 4).map((finding, index) => findingText(finding, index)),
    fixesText(diagnosis.fixes),
    nextText(diagnosis),
    digestText(diagnosis),
    diagnosis.otherwise ? `Otherwise: ${diagnosis.otherwise}` : '',
    diagnosis.limits.length > 0 ? `Limits\n${diagnosis.limits.map((limit) => `  ${limit}`).join('\n')}` : '',
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function formatsOf({ parts }: FilledDiagnosis): string {
  const named = recognisedIn(parts).map(
    ({ title, count }) => `${title} ${count} ${count === 1 ? 'line' : 'lines'}`,
  );
  return named.join(' · ') || 'nothing';
}

function findingText(finding: Finding, index: number): string {
  const note = finding.under
    ? `, explained by ${finding.under}`
    : finding.causeOf
      ? ', possible cause, not checked'
      : '';
  const lines = [`${index + 1}. ${finding.title}`, `   ${finding.incident} · ${finding.band}${note}`];
  const counted = finding.for.filter(({ nats }) => nats > 0);
  for (const evidence of counted.slice(0, 4)) lines.push(...reasonText(evidence));
  const more = counted.length - 4;
  if (more > 0) lines.push(`   + ${more} more ${more === 1 ? 'reason' : 'reasons'}: --json lists them`);
  lines.push(...repeatedText(finding.for.filter(({ nats }) => nats === 0)));
  for (const evidence of finding.against.slice(0, 3))
    lines.push(`   − ${sign(evidence.nats)}  ${evidence.why}`);
  const [missing] = finding.notChecked;
  if (missing?.command)
    lines.push(`   ? not checked: ${missing.why}`, `            ${missing.command.split('\n')[0]}`);
  return lines.join('\n');
}

function reasonText(evidence: Evidence): string[] {
  const { count, atLeast, age = 0 } = evidence;
  const times = count > 1 ? ` (${atLeast ? 'at least ' : ''}${count} times)` : '';
  const seen = age > 600 ? `, last seen ${Math.round(age / 60)} min before the end` : '';
  return [
    `   + ${sign(evidence.nats)}  line ${evidence.line}${times}${seen}: ${clip(evidence.text)}`,
    `            ${evidence.why}`,
  ];
}

/** Evidence of a fact that counted already: no more belief, but often the detail that says what to do. */
const repeatedText = (repeated: readonly Evidence[]): string[] =>
  repeated.slice(0, 2).map(({ line, why }) => `   =        line ${line}: ${why}`);

function fixesText(fixes: FilledDiagnosis['fixes']): string {
  const shown = fixes.filter((fix) => fix.kind !== 'prevention').slice(0, 4);
  if (shown.length === 0) return '';
  const lines = shown.flatMap((fix, index) => [
    `  ${index + 1}. ${fix.title}`,
    `     ${fix.effect} · ${fix.risk === 'none' ? 'no' : fix.risk} risk · ${fix.reversible ? 'can be undone' : 'cannot be undone'}${fix.loses.length > 0 ? ` · loses ${fix.loses.join(', ')}` : ''} · ${fix.incident}`,
    ...fix.saveFirst.map((command) => `     save first: ${command}`),
    ...fix.commands.flatMap((command) =>
      command.destroys
        ? [`     # destroys ${command.destroys}:`, ...indent(command.run, '     # '), ...openText(command)]
        : [...indent(command.run, '     $ '), ...openText(command)],
    ),
  ]);
  return `What to do\n${lines.join('\n')}`;
}

function nextText({ next }: FilledDiagnosis): string {
  if (!next) return '';
  const outcomes = next.outcomes.map(
    (outcome) =>
      `     ${outcome.label}${outcome.looks ? ` (${outcome.looks})` : ''}${outcome.favours.length > 0 ? ` → ${outcome.favours.join(', ')}` : ''}`,
  );
  return [
    'What would settle it',
    `  ${next.ask}`,
    ...(next.command ? [...indent(next.command, '  $ '), ...openText(next, '    ')] : []),
    ...outcomes,
    `  ${next.why}`,
  ].join('\n');
}

/** What the paste did not say and the person has to fill in. */
function openText({ missing }: { missing?: string[] }, margin = '       '): string[] {
  return missing ? [`${margin}(fill in: ${missing.join(', ')})`] : [];
}

function digestText({ digest, verdict }: FilledDiagnosis): string {
  const lines: string[] = [...digest.state];
  if (digest.versions.length > 0)
    lines.push([...new Set(digest.versions.map((each) => `${each.component} ${each.version}`))].join(' · '));
  for (const known of digest.known)
    lines.push(`${known.kind}: ${known.says}${known.count > 1 ? ` (${known.count} times)` : ''}`);
  if (verdict !== 'match') {
    if (digest.firstError)
      lines.push(`first error, line ${digest.firstError.line}: ${clip(digest.firstError.text)}`);
    for (const repeat of digest.repeats.slice(0, 3))
      lines.push(`${repeat.count} times: ${clip(repeat.text)}`);
    for (const next of digest.pasteNext)
      lines.push(`paste next: ${next.what}`, `  $ ${next.command.split('\n')[0]}`);
  }
  return lines.length > 0 ? `What the paste shows\n${lines.map((line) => `  ${line}`).join('\n')}` : '';
}

function sign(nats: number): string {
  return Math.abs(nats).toFixed(1).padStart(4);
}

function clip(text: string): string {
  return text.length > WIDTH ? `${text.slice(0, WIDTH)}…` : text;
}

function indent(command: string, first: string): string[] {
  return command.split('\n').map((line, index) => (index === 0 ? first : ' '.repeat(first.length)) + line);
}
