import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Book, IncidentEntry } from '@/lib/incident/load.server';
import { loadBook } from '@/lib/incident/load.server';
import { changedSince } from './changed-since';
import { firstAid } from './first-aid';
import { Moved } from './moved';
import { Occurrences } from './provenance';
import { Standing } from './standing';

const book = loadBook();
const [first, second] = book.incidents as [IncidentEntry, IncidentEntry];
const standing = (front: Partial<IncidentEntry['front']>, today: string, of: Book = book) =>
  renderToStaticMarkup(
    <Standing entry={{ ...first, front: { ...first.front, ...front } }} book={of} today={today} />,
  );

test('a retired page names its successor, with a link', () => {
  const html = standing({ status: 'retired', successor: second.id }, '2026-11-20');
  expect(html).toContain('retired');
  expect(html).toContain(`href="/incidents/${second.id}/"`);
  expect(standing({}, '2026-11-20')).toBe('');
});

test('a page that nobody verified for two years says so', () => {
  const verified = [{ date: '2027-01-02', by: 'a', on: 'b' }];
  expect(standing({ verified }, '2029-01-01')).toBe('');
  expect(standing({ verified }, '2029-01-02')).toContain('2027-01-02');
});

test('a former name leads on without a script, and with one takes anchor and revision along', () => {
  const html = renderToStaticMarkup(<Moved to="/incidents/x/" title="X" />);
  expect(html).toContain('url=/incidents/x/');
  expect(html).toContain('location.replace("/incidents/x/"+location.search+location.hash)');
});

test('postmortems that named the incident are counted, the newest first', () => {
  const seen = (date: string) => ({ date, url: `https://pm.test/${date}`, verdict: 'confirmed' as const });
  const occurrences = [seen('2026-01-02'), seen('2026-05-06')];
  const html = renderToStaticMarkup(<Occurrences front={{ ...first.front, occurrences }} />);
  expect(html).toContain('Seen 2 times, last 2026-05-06');
  expect(html.indexOf('pm.test/2026-05-06')).toBeLessThan(html.indexOf('pm.test/2026-01-02'));
  expect(renderToStaticMarkup(<Occurrences front={{ ...first.front, occurrences: [] }} />)).toBe('');
});

test('what changed since a cited revision, the newest first', () => {
  const changes = [1, 2, 3].map((revision) => ({ revision, date: '2026-11-20', what: `w${revision}` }));
  expect(changedSince(changes, '1')?.map(({ revision }) => revision)).toEqual([3, 2]);
  expect(changedSince(changes, '3')).toEqual([]);
  for (const odd of ['4', '', '1.0', 'x', '01']) expect(changedSince(changes, odd)).toBeNull();
});

test('first aid stops the bleeding, has something to type, and never copies what destroys', () => {
  const fix = first.front.fixes[0]!;
  const fixes = [
    { ...fix, id: 'later', kind: 'permanent' as const, commands: ['a'] },
    { ...fix, id: 'mask', kind: 'stop-bleeding' as const, effect: 'masks' as const, commands: ['b'] },
    { ...fix, id: 'words', kind: 'stop-bleeding' as const, effect: 'relieves' as const, commands: [] },
    {
      ...fix,
      id: 'now',
      kind: 'stop-bleeding' as const,
      effect: 'relieves' as const,
      commands: [{ run: 'rm x', destroys: 'x' }, 'ls'],
    },
  ];
  expect(firstAid(fixes)).toMatchObject({ fix: { id: 'now' }, command: 'ls' });
  expect(firstAid(fixes.slice(0, 3))).toMatchObject({ fix: { id: 'words' }, command: undefined });
  expect(firstAid([])).toEqual({ fix: undefined, command: undefined });
});
