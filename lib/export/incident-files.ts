/** One incident as Markdown and as JSON, beside its page. */

import {
  alertTable,
  changedOn,
  revisionOf,
  type ExportBook,
  type ExportIncident,
  type MachineFile,
} from './book';
import { bodyMarkdown } from './incident-body';
import { blocks, plain, table } from './markdown';
import { alertUrl, incidentUrl } from './site';

export function incidentMarkdown(incident: ExportIncident, book: ExportBook, site: string): string {
  const { id, front } = incident;
  const link = (other: string) => `[${other}](${incidentUrl(site, other)})`;
  const retired =
    front.status === 'retired' && front.successor
      ? `Retired. Its successor is ${link(front.successor)}.`
      : '';
  return blocks(
    `# ${plain(front.title)}`,
    front.summary,
    retired,
    `<${incidentUrl(site, id, revisionOf(incident))}>`,
    `Area: ${front.area}. Severity: ${front.severity}. Frequency: ${front.frequency}. Revision ${revisionOf(incident)} of ${changedOn(incident)}.`,
    front.applies.length > 0
      ? table(
          ['Component', 'Affected', 'Fixed in', 'Note'],
          front.applies.map(({ component, versions, fixed = '', note = '' }) => [
            component,
            versions,
            fixed,
            note,
          ]),
        )
      : '',
    front.blocks.length > 0 ? `A deeper cause of: ${front.blocks.map(link).join(', ')}.` : '',
    front.related.length > 0 ? `Related: ${front.related.map(link).join(', ')}.` : '',
    front.alerts.length > 0
      ? `Alerts: ${front.alerts.map((alert) => `[${alert}](${alertUrl(site, alert)})`).join(', ')}.`
      : '',
    bodyMarkdown(incident, book),
    '## Sources',
    front.sources
      .map(
        ({ title, by, date, url, what }) =>
          `- ${url ? `[${plain(title)}](${url})` : plain(title)}${by ? `, ${plain(by)}` : ''}${date ? `, ${date}` : ''}: ${what}`,
      )
      .join('\n'),
    '## Changes',
    front.changes.map(({ revision, date, what }) => `- Revision ${revision}, ${date}: ${what}`).join('\n'),
  );
}

export function incidentJson(incident: ExportIncident, book: ExportBook, site: string): string {
  const { id, front } = incident;
  const revision = revisionOf(incident);
  const checks = book.checks
    .filter((entry) => Object.hasOwn(front.checks, entry.id))
    .map((entry) => ({ id: entry.id, ...entry.check, predicts: front.checks[entry.id] }));
  const { checks: _predictions, ...rest } = front;
  return `${JSON.stringify({ id, revision, url: incidentUrl(site, id, revision), ...rest, checks, body: bodyMarkdown(incident, book) }, null, 1)}\n`;
}

/** https://oembed.com: what a wiki or a chat needs to show the link as more than an address. */
export function incidentEmbed({ id, front }: ExportIncident, site: string): string {
  const embed = {
    version: '1.0',
    type: 'link',
    title: front.title,
    author_name: 'Faultbook',
    author_url: incidentUrl(site, id),
    provider_name: 'Faultbook',
    provider_url: `${site}/`,
    cache_age: 86_400,
  };
  return `${JSON.stringify(embed, null, 1)}\n`;
}

export function alertsJson(book: ExportBook, site: string): MachineFile {
  const alerts = [...alertTable(book)].map(([alert, incidents]) => ({
    alert,
    runbook_url: alertUrl(site, alert),
    incidents: incidents.map(({ id }) => id),
  }));
  return { path: 'alerts.json', text: `${JSON.stringify(alerts, null, 1)}\n` };
}
