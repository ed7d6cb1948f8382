/** Everything that is published for machines beside the pages. Pure: the build writes it into `out/`. */

import { alertTable, changedOn, publishedOf, type ExportBook, type MachineFile } from './book';
import { alertsJson, incidentEmbed, incidentJson, incidentMarkdown } from './incident-files';
import { alertUrl, incidentUrl } from './site';

const FILES: readonly ((book: ExportBook, site: string) => MachineFile[])[] = [
  (book, site) =>
    publishedOf(book).flatMap((incident) =>
      // A file cannot redirect: under a former name stands the same text, which says how it is called now.
      [incident.id, ...incident.front.formerly].flatMap((name) => [
        { path: `incidents/${name}.md`, text: incidentMarkdown(incident, book, site) },
        { path: `incidents/${name}.json`, text: incidentJson(incident, book, site) },
        { path: `incidents/${name}.oembed.json`, text: incidentEmbed(incident, site) },
      ]),
    ),
  (book, site) => [
    alertsJson(book, site),
    llms(book, site),
    feed(book, site),
    sitemap(book, site),
    { path: 'robots.txt', text: `User-agent: *\nAllow: /\nSitemap: ${site}/sitemap.xml\n` },
  ],
];

/** In a fixed order; no path twice. `site` is an address without a slash at its end. */
export function machineFiles(book: ExportBook, site: string): MachineFile[] {
  return FILES.flatMap((make) => make(book, site));
}

/** https://llmstxt.org: a heading, a quote, lists of links. */
function llms(book: ExportBook, site: string): MachineFile {
  const areas = [...new Set(publishedOf(book).map(({ front }) => front.area))].sort();
  const lists = areas.flatMap((area) => [
    `## ${area}`,
    '',
    ...publishedOf(book)
      .filter(({ front }) => front.area === area)
      .map(({ id, front }) => `- [${front.title}](${site}/incidents/${id}.md): ${front.summary}`),
    '',
  ]);
  const head = [
    '# Faultbook',
    '',
    '> Known incidents of Kubernetes and Linux: signatures in logs, checks that tell them apart, causes and fixes. Each has an id for ever; cite it with its revision.',
    '',
    `All of it as data: ${site}/pack.json, and its texts: ${site}/texts.json. Alerts and the incidents behind them: ${site}/alerts.json. Cite as ${site}/incidents/ID/?rev=REVISION.`,
    '',
  ];
  return { path: 'llms.txt', text: `${[...head, ...lists].join('\n').trimEnd()}\n` };
}

/** Atom, RFC 4287. One entry a revision, the newest first. */
function feed(book: ExportBook, site: string): MachineFile {
  const entries = publishedOf(book)
    .flatMap((incident) => incident.front.changes.map((change) => ({ incident, ...change })))
    .sort((a, b) =>
      a.date !== b.date
        ? a.date < b.date
          ? 1
          : -1
        : a.incident.id < b.incident.id
          ? -1
          : a.incident.id > b.incident.id
            ? 1
            : b.revision - a.revision,
    );
  const updated = `${entries[0]?.date ?? '1970-01-01'}T00:00:00Z`;
  const items = entries.slice(0, 100).map(({ incident: { id, front }, revision, date, what }) => {
    const url = xml(incidentUrl(site, id, revision));
    return `  <entry>
    <title>${xml(front.title)}${revision > 1 ? `, revision ${revision}` : ''}</title>
    <id>${url}</id>
    <link href="${url}"/>
    <updated>${date}T00:00:00Z</updated>
    <summary>${xml(revision > 1 ? what : front.summary)}</summary>
  </entry>`;
  });
  const text = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Faultbook</title>
  <subtitle>Known incidents of Kubernetes and Linux</subtitle>
  <id>${xml(site)}/</id>
  <link href="${xml(site)}/"/>
  <link rel="self" href="${xml(site)}/feed.xml"/>
  <author><name>Faultbook</name></author>
  <updated>${updated}</updated>
${items.join('\n')}
</feed>
`;
  return { path: 'feed.xml', text };
}

/** https://www.sitemaps.org/protocol.html */
function sitemap(book: ExportBook, site: string): MachineFile {
  const pages = [
    { url: `${site}/` },
    { url: `${site}/incidents/` },
    { url: `${site}/checks/` },
    { url: `${site}/a/` },
    ...publishedOf(book).map((incident) => ({
      url: incidentUrl(site, incident.id),
      changed: changedOn(incident),
    })),
    ...book.checks.map(({ id }) => ({ url: `${site}/checks/${id}/` })),
    ...[...alertTable(book).keys()].map((alert) => ({ url: alertUrl(site, alert) })),
  ];
  const rows = pages.map(
    ({ url, ...page }) =>
      `  <url><loc>${xml(url)}</loc>${'changed' in page ? `<lastmod>${page.changed}</lastmod>` : ''}</url>`,
  );
  const text = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`;
  return { path: 'sitemap.xml', text };
}

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xml = (text: string): string => text.replace(/[&<>"']/g, (letter) => XML[letter]!);
