/** The body of an incident without its components: what they draw, as Markdown. */

import type { ExportBook, ExportIncident } from './book';
import { fenced, plain, table } from './markdown';

type Draw = (attribute: (name: string) => string, incident: ExportIncident, book: ExportBook) => string;

const commandOf = (command: string | { run: string; destroys?: string }) =>
  typeof command === 'string'
    ? command
    : `${command.destroys ? `# destroys: ${command.destroys}\n` : ''}${command.run}`;

const DRAWN: Record<string, Draw> = {
  Signature: (attribute, { front }) => {
    const found = front.signatures.find(({ id }) => id === attribute('id'));
    if (!found) return '';
    const shown =
      'example' in found ? found.example : 'frames' in found ? found.frames.join('\n') : `${found.fact}`;
    return `**${found.id}** (${found.weight}): ${found.why}\n\n${fenced(shown, 'text')}`;
  },
  Check: (attribute, { front }, { checks }) => {
    const check = checks.find(({ id }) => id === attribute('id'))?.check;
    if (!check) return '';
    const predicted = front.checks[attribute('id')] ?? {};
    const rows = check.outcomes.map(({ id, label, looks = '' }) => [label, looks, predicted[id] ?? '']);
    const command = check.command ? `${fenced(check.command, 'sh')}\n\n` : '';
    return `**Check: ${check.ask}**\n\n${command}${table(['Outcome', 'Looks like', 'With this incident'], rows)}`;
  },
  Fix: (attribute, { front }) => {
    const fix = front.fixes.find(({ id }) => id === attribute('id'));
    if (!fix) return '';
    const marks = [
      fix.kind,
      fix.effect,
      `works ${fix.works}`,
      `${fix.minutes} min`,
      `risk ${fix.risk}`,
      fix.reversible ? 'reversible' : 'not reversible',
      ...(fix.loses.length > 0 ? [`loses ${fix.loses.join(', ')}`] : []),
    ];
    const saved =
      fix.saveFirst.length > 0 ? `\n\nSave first:\n\n${fenced(fix.saveFirst.join('\n'), 'sh')}` : '';
    const commands =
      fix.commands.length > 0 ? `\n\n${fenced(fix.commands.map(commandOf).join('\n'), 'sh')}` : '';
    return `**Fix: ${fix.title}** (${marks.join('; ')})${fix.riskNote ? `\n\n${fix.riskNote}` : ''}${saved}${commands}\n\nVerify:\n\n${fenced(fix.verify.command, 'sh')}\n\nExpect: ${fix.verify.expect}\n\nRoll back: ${fix.rollback}`;
  },
  Command: (attribute) =>
    `${fenced(attribute('run'), 'sh')}\n\nYes: ${attribute('yes')}\n\nNo: ${attribute('no')}`,
  File: (attribute, { files }) =>
    `**${plain(attribute('name'))}**\n\n${fenced(files[attribute('name')] ?? '')}`,
  Flow: (attribute) => attribute('text'),
  Lanes: (attribute) => attribute('text'),
};

const COMPONENT = /<([A-Z][A-Za-z]+)\s([^]*?)\/>/g;

export function bodyMarkdown(incident: ExportIncident, book: ExportBook): string {
  return incident.body
    .replace(COMPONENT, (match, name: string, attributes: string) => {
      const draw = Object.hasOwn(DRAWN, name) ? DRAWN[name] : undefined;
      const attribute = (key: string) => valueOf(attributes, key);
      return draw ? `\n${draw(attribute, incident, book)}\n` : match;
    })
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** `key="…"`, `key='…'` or `key={'…'}`; entities are those of JSX. */
function valueOf(attributes: string, key: string): string {
  const match = new RegExp(
    `(?:^|\\s)${key}=(?:"([^"]*)"|'([^']*)'|\\{(?:"([^"]*)"|'([^']*)'|\`([^\`]*)\`)\\})`,
  ).exec(attributes);
  const value = match?.slice(1).find((group) => group !== undefined) ?? '';
  return value
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
