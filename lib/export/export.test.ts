import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildPack } from '../incident/build.server';
import { splitFrontMatter } from '../incident/front-matter';
import { loadBook } from '../incident/load.server';
import { diagnose, compile, type Case } from '../triage';
import { cite } from './cite';
import { draftIncident } from './draft';
import { machineFiles } from './machine-files';
import { cell, fenced } from './markdown';
import { postmortem } from './postmortem';
import { DEFAULT_SITE, siteAddress } from './site';

const book = loadBook();
const pack = buildPack(book);
const compiled = compile(pack);
const SITE = 'https://book.test';

function setup() {
  const entry = book.incidents.find(({ id }) => id === 'cgroup-kmem-leak-no-space')!;
  const check = Object.keys(entry.front.checks)[0]!;
  const secret = 'password=hunter2 pod="payments/checkout-7d9f8b6c54-x7k2p"\n';
  const triageCase: Case = {
    parts: [{ source: secret + entry.samples[0]!.text }],
    answers: [{ check, outcome: 'dont-know', by: 'picked' }],
    tried: [{ incident: entry.id, fix: entry.front.fixes[0]!.id }],
    profile: {},
  };
  return { entry, triageCase, diagnosis: diagnose(compiled, triageCase) };
}

describe('postmortem', () => {
  test('has its sections, links with revisions, answers and tried fixes, and nothing that was secret', () => {
    const { entry, triageCase, diagnosis } = setup();
    const text = postmortem({ triageCase, diagnosis, pack, site: SITE });
    expect([...text.matchAll(/^## .*/gm)].map(([heading]) => heading)).toEqual([
      '## Summary',
      '## Timeline',
      '## Evidence',
      '## Checks and answers',
      '## Fixes tried',
      '## Trailers for the fix',
    ]);
    expect(text).toContain(`${SITE}/incidents/${entry.id}/?rev=${entry.front.changes.length}`);
    expect(text).toContain(`#fix-${triageCase.tried[0]!.fix}`);
    expect(text).toContain('not known');
    expect(text).toMatch(
      new RegExp(
        `^Faultbook: ${entry.id}@${entry.front.changes.length} signatures=[a-z0-9,-]+ verdict=confirmed$`,
        'm',
      ),
    );
    for (const hidden of ['hunter2', 'payments', 'x7k2p', 'ns-k8s-node-s0054'])
      expect(text).not.toContain(hidden);
    expect(postmortem({ triageCase, diagnosis, pack, site: SITE })).toBe(text);
  });

  test('of an empty case is a postmortem too', () => {
    const triageCase: Case = { parts: [], answers: [], tried: [], profile: {} };
    expect(postmortem({ triageCase, diagnosis: diagnose(compiled, triageCase), pack, site: SITE })).toContain(
      'No signature of the book fired.',
    );
  });
});

test('four forms of a citation', () => {
  const cited = cite({ id: 'a-b', title: 'A [b]', revision: 3 }, SITE, {
    verdict: 'confirmed',
    signatures: ['z', 'y', 'z'],
    release: 'abc',
  });
  expect(cited.trailer).toBe('Faultbook: a-b@3 signatures=y,z verdict=confirmed');
  expect(cited.markdown).toBe(
    '[A \\[b\\] (a-b, revision 3)](https://book.test/incidents/a-b/?rev=3) (confirmed; signatures y, z; book abc)',
  );
  expect(cited.plain).toContain('https://book.test/incidents/a-b/?rev=3');
  expect(JSON.parse(cited.json)).toMatchObject({
    id: 'a-b',
    revision: 3,
    verdict: 'confirmed',
    signatures: ['y', 'z'],
  });
});

test('a citation without a case names no signatures', () => {
  expect(cite({ id: 'a', title: 'A', revision: 1 }, SITE, { verdict: 'new' }).trailer).toBe(
    'Faultbook: a@1 verdict=new',
  );
});

test('a draft has front matter that parses and a redacted first sample', () => {
  const { triageCase, diagnosis } = setup();
  const [page, sample] = draftIncident({
    triageCase,
    diagnosis,
    slug: 'new-one',
    date: '2026-11-20',
    title: "It's new",
  });
  const split = splitFrontMatter(page!.path, page!.text);
  expect('yaml' in split && (parse(split.yaml) as { title: string }).title).toBe("It's new");
  expect(sample!.path).toBe('content/incidents/new-one/hit-first-case.txt');
  expect(sample!.text).not.toContain('hunter2');
});

describe('files for machines', () => {
  const files = machineFiles(book, SITE);
  const textOf = (path: string) => files.find((file) => file.path === path)!.text;

  test('each published incident has both, no path twice, no component left in the text', () => {
    const published = book.incidents.filter(({ front }) => front.status !== 'draft');
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { id, front } of published) {
      const markdown = textOf(`incidents/${id}.md`);
      expect(markdown).not.toMatch(/<(?:Signature|Check|Fix|Command|File|Flow|Lanes)\b/);
      for (const fix of front.fixes) expect(markdown).toContain(fix.title);
      expect(JSON.parse(textOf(`incidents/${id}.json`))).toMatchObject({ id, title: front.title });
    }
  });

  test('commands and their answers are in the text', () => {
    for (const { id, body } of book.incidents) {
      for (const [, run] of body.matchAll(/<Command run="([^"]*)"/g))
        expect(textOf(`incidents/${id}.md`)).toContain(
          run!
            .replaceAll('&quot;', '"')
            .replaceAll('&lt;', '<')
            .replaceAll('&gt;', '>')
            .replaceAll('&amp;', '&'),
        );
    }
  });

  test('feed and sitemap are well-formed and absolute', () => {
    for (const path of ['feed.xml', 'sitemap.xml']) {
      const text = textOf(path);
      expect(text.replace(/&(?:amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
      for (const [, url] of text.matchAll(/(?:<loc>|href=")([^"<]+)/g))
        expect(url!.startsWith(`${SITE}/`)).toBe(true);
      const open = [...text.matchAll(/<([a-z]+)[\s>](?![^>]*\/>)/g)]
        .map(([, tag]) => tag)
        .filter((tag) => tag !== 'link');
      const closed = [...text.matchAll(/<\/([a-z]+)>/g)].map(([, tag]) => tag);
      expect(open.sort()).toEqual(closed.sort());
    }
  });

  test('alerts lead to the incidents that name them; drafts are nowhere', () => {
    const alerts = JSON.parse(textOf('alerts.json')) as {
      alert: string;
      runbook_url: string;
      incidents: string[];
    }[];
    expect(alerts.find(({ alert }) => alert === 'KubePodNotReady')!.runbook_url).toBe(
      `${SITE}/a/KubePodNotReady/`,
    );
    const draft = {
      ...book.incidents[0]!,
      id: 'a-draft',
      front: { ...book.incidents[0]!.front, status: 'draft' as const },
    };
    expect(
      machineFiles({ incidents: [draft], checks: [] }, SITE).some(({ path }) => path.includes('a-draft')),
    ).toBe(false);
  });
});

test('the address has no slash at its end, and the base path once', () => {
  expect(siteAddress(undefined)).toBe(DEFAULT_SITE);
  expect(siteAddress('https://x.test/')).toBe('https://x.test');
  expect(siteAddress('https://x.test', '/book')).toBe('https://x.test/book');
  expect(siteAddress('https://x.test/book/', '/book/')).toBe('https://x.test/book');
});

test('foreign text cannot leave its cell or its fence', () => {
  expect(cell('a|b\nc')).toBe('a\\|b c');
  expect(fenced('x\n```\ny')).toBe('````\nx\n```\ny\n````');
});
