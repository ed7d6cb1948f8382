import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { resolve } from '../bin/serve.mjs';

const registry = JSON.parse(readFileSync('content/registry.json', 'utf8')) as Record<string, string[]>;
const alerts = JSON.parse(readFileSync('out/alerts.json', 'utf8')) as { alert: string }[];

/** A page of a former name leads on without the host's help. */
const REFRESH = /http-equiv="refresh" content="\d+; ?url=([^"]+)"/i;

/** What a static host answers, as it stands or below a path; `hops` is how often the reader is sent on. */
function ask(url: string, base: string): { status: number; hops: number; text: string } {
  let hops = 0;
  for (let address = `${base}${url}`; hops < 5; hops++) {
    const answer = resolve(address, undefined, base);
    if (answer.location) {
      address = answer.location;
      continue;
    }
    const text = answer.status === 200 ? readFileSync(answer.file!, 'utf8') : '';
    const next = REFRESH.exec(text)?.[1];
    if (!next) return { status: answer.status, hops, text };
    // The refresh names the path below which the site was built.
    address = next.startsWith(`${base}/`) ? next : `${base}${next}`;
  }
  return { status: 310, hops, text: '' };
}

for (const base of ['', '/faultbook']) {
  const where = base === '' ? 'at the root of a host' : 'below a path of a host';

  test(`every page and anchor ever published answers 200 ${where}, after at most one redirect`, () => {
    const lost = Object.entries(registry).flatMap(([page, anchors]) =>
      [`/${page}/`, `/${page}`, `/${page}/?rev=1`].flatMap((url) => {
        const { status, hops, text } = ask(url, base);
        if (status !== 200 || hops > 1) return [`${url}: ${status} after ${hops}`];
        const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
        return anchors.filter((anchor) => !ids.has(anchor)).map((anchor) => `${url}#${anchor}`);
      }),
    );
    expect(Object.keys(registry).length).toBeGreaterThan(50);
    expect(lost).toEqual([]);
  });

  test(`alerts in exact and lower case, and what machines read, answer 200 ${where}`, () => {
    const slugs = Object.keys(registry).filter((page) => page.startsWith('incidents/'));
    const files = slugs.flatMap((slug) => ['md', 'json', 'oembed.json'].map((end) => `/${slug}.${end}`));
    const pages = alerts.flatMap(({ alert }) => [`/a/${alert}/`, `/a/${alert.toLowerCase()}/`]);
    const others = [
      'pack.json',
      'llms.txt',
      'feed.xml',
      'sitemap.xml',
      'robots.txt',
      'alerts.json',
      'card.png',
    ];
    const all = [...files, ...pages, ...others.map((name) => `/${name}`)];
    expect(pages.length).toBeGreaterThan(0);
    expect(all.filter((url) => ask(url, base).status !== 200)).toEqual([]);
  });
}

test('an address that nobody published is not found', () => {
  expect(ask('/incidents/never-written/', '').status).toBe(404);
  expect(ask('/incidents/sync-hang-on-container-stop/', '/elsewhere').status).toBe(200);
  expect(resolve('/incidents/', undefined, '/elsewhere').status).toBe(404);
});

test('the map of the site names only pages that are there', () => {
  const sitemap = readFileSync('out/sitemap.xml', 'utf8');
  const paths = [...sitemap.matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(Object.keys(registry).length);
  expect(paths.filter((path) => ask(path, '').status !== 200)).toEqual([]);
});
