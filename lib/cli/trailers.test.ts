import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { cite } from '../export/cite';
import { readTrailers } from '../export/trailer';
import type { Pack } from '../triage/pack';
import { runTrailers } from './trailers';

const pack = {
  incidents: [{ id: 'a-hang', revision: 2, signatures: [{ id: 's1' }, { id: 's2' }] }],
} as unknown as Pack;

afterEach(() => vi.restoreAllMocks());

function run(files: Record<string, string>, ...options: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'trailers-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const out = vi.spyOn(console, 'log').mockImplementation(() => {});
  const err = vi.spyOn(console, 'error').mockImplementation(() => {});
  const exit = runTrailers([...options, folder], () => pack);
  const lines = (spy: typeof out) => spy.mock.calls.map(([line]) => String(line).replaceAll(folder, '.'));
  return { exit, out: lines(out), err: lines(err) };
}

test('what a citation writes is read again', () => {
  const { trailer } = cite({ id: 'a-hang', title: 'A', revision: 2 }, 'https://x.test', {
    verdict: 'contributing',
    signatures: ['s2', 's1'],
  });
  expect(readTrailers(`Fix it\n\n${trailer}\n`, 'x', pack)).toEqual({
    trailers: [
      {
        incident: 'a-hang',
        revision: 2,
        signatures: ['s1', 's2'],
        verdict: 'contributing',
        line: 3,
        date: null,
      },
    ],
    faults: [],
  });
});

test('a folder of postmortems becomes occurrences, dated by name or by line', () => {
  const { exit, out, err } = run({
    '2026-03-01-shop.md': 'Text\n\n> Faultbook: a-hang@1 verdict=confirmed\r\n',
    'deep/later.md': 'Date: 2026-05-02\n- `Faultbook: a-hang@2 signatures=s1 verdict=contributing`\n',
    'other.md': 'Faultbook is a book.\n',
  });
  expect([exit, err]).toEqual([0, []]);
  expect(out).toEqual([
    'a-hang: seen 2 times, last 2026-05-02',
    '  - {date: 2026-03-01, url: "./2026-03-01-shop.md:3", verdict: confirmed}',
    '  - {date: 2026-05-02, url: "./deep/later.md:2", verdict: contributing}',
  ]);
});

test('with the address of the folder the occurrences are ready for the front matter', () => {
  const { out } = run({ 'x.md': 'Faultbook: a-hang@1 verdict=confirmed\n' }, '--url', 'https://git.test/pm');
  expect(out[1]).toMatch(/url: "https:\/\/git\.test\/pm\/.*x\.md#L1", verdict: confirmed/);
});

test('a git log: each commit has its day', () => {
  const log = `commit 1\nDate:   Fri Nov 20 14:00:00 2026 +0100\n\n    Faultbook: a-hang@1 verdict=confirmed\n
commit 2\nDate:   Sat Nov 7 14:00:00 2026 +0100\n\n    Faultbook: a-hang@1 verdict=confirmed\n`;
  const { trailers } = readTrailers(log, '-', pack);
  expect(trailers.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-07']);
});

test.each([
  ['Faultbook: gone@1 verdict=confirmed', 'no incident gone'],
  ['Faultbook: a-hang@3 verdict=confirmed', 'no revision 3'],
  ['Faultbook: a-hang@1 signatures=s9 verdict=confirmed', 'no signature s9'],
  ['Faultbook: a-hang@1 verdict=perhaps', 'the verdict is one of'],
  ['Faultbook: a-hang', 'is not <incident>@<revision>'],
])('%s: said with its line, exit 1', (text, says) => {
  const { exit, err } = run({ 'x.md': `${text}\n` });
  expect(exit).toBe(1);
  expect(err[0]).toMatch(/^\.\/x\.md:1: /);
  expect(err[0]).toContain(says);
});

test('something new may name what the book lacks', () => {
  expect(run({ 'x.md': 'Faultbook: my-own@1 verdict=new\n' }).exit).toBe(0);
});

test('as JSON, one a line; nothing found is said; bad use is 2', () => {
  const { out } = run({ 'x.md': 'Faultbook: a-hang@1 verdict=ruled-out\n' }, '--json');
  expect(JSON.parse(out[0]!)).toMatchObject({ incident: 'a-hang', verdict: 'ruled-out', line: 1 });
  vi.restoreAllMocks();
  expect(run({ 'x.md': 'nothing' }).out[0]).toContain('No Faultbook trailer');
  expect(runTrailers([], () => pack)).toBe(2);
  expect(runTrailers(['--what'], () => pack)).toBe(2);
  expect(runTrailers(['/nowhere/at/all'], () => pack)).toBe(2);
});
