import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPack } from '../incident/build.server';
import { runMain } from './test-cli';

const pack = buildPack();
const HIT = 'content/incidents/sync-hang-on-container-stop/hit-seed-child-stack.txt';
const DOCKERD = 'content/incidents/container-stuck-terminating-unkillable/hit-seed-dockerd.txt';
const QUIET = 'the weather is fine today\n';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(os.tmpdir(), 'faultbook-cli-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, bytes: string | Uint8Array): string => {
  const full = path.join(folder, name);
  writeFileSync(full, bytes);
  return full;
};
const triage = (...args: string[]) => runMain(['triage', ...args], () => pack);
const json = async (...args: string[]) => {
  const printed = await triage('--json', ...args);
  return { ...printed, lines: printed.out.split('\n').map((line) => JSON.parse(line)) };
};

describe('--json', () => {
  it('has the keys of DESIGN section 8, and says what else it has', async () => {
    const { lines } = await json(HIT);
    expect(lines).toHaveLength(1);
    expect(Object.keys(lines[0]).sort()).toEqual(
      [
        ...['file', 'verdict', 'parts', 'facts', 'digest', 'findings', 'fixes', 'next', 'limits'],
        ...['release', 'other', 'otherwise', 'waits'],
      ].sort(),
    );
  });

  it('has parts, facts and evidence in the shapes that it promises', async () => {
    const [found] = (await json(HIT)).lines;
    expect(found).toMatchObject({
      file: HIT,
      verdict: 'match',
      limits: expect.any(Array),
      digest: expect.any(Object),
    });
    expect(found.parts[0]).toMatchObject({ format: expect.any(String), confidence: expect.any(Number) });
    expect(found.parts[0].lines[0]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(found.facts[0]).toMatchObject({
      fact: expect.any(String),
      part: expect.any(Number),
      line: expect.any(Number),
    });
    expect(found.facts[0]).toHaveProperty('value');
    const [first] = found.findings;
    expect(first).toMatchObject({
      incident: 'sync-hang-on-container-stop',
      probability: expect.any(Number),
      band: expect.stringMatching(/^(strong|likely|possible)$/),
      against: expect.any(Array),
      notChecked: expect.any(Array),
    });
    expect(first.for[0]).toMatchObject({
      signature: expect.any(String),
      line: expect.any(Number),
      text: expect.any(String),
      why: expect.any(String),
      count: expect.any(Number),
    });
    expect(found.fixes[0]).toMatchObject({
      incident: expect.any(String),
      fix: expect.any(String),
      title: expect.any(String),
      commands: expect.any(Array),
    });
  });

  it('has the findings best first, and a next check with ask, command and why', async () => {
    const [found] = (await json(DOCKERD)).lines;
    expect(found.findings[0].incident).toBe('container-stuck-terminating-unkillable');
    expect(found.next).toMatchObject({
      check: expect.any(String),
      ask: expect.any(String),
      command: expect.any(String),
      why: expect.any(String),
    });
  });

  it('prints one line a file, in the order given', async () => {
    const quiet = file('quiet.txt', QUIET);
    const { lines, code } = await json(HIT, quiet, DOCKERD);
    expect(lines.map((line) => [line.file, line.verdict])).toEqual([
      [HIT, 'match'],
      [quiet, 'none'],
      [DOCKERD, 'match'],
    ]);
    expect(code).toBe(1);
  });

  it('is none, with nothing found and nothing to ask, for what is not in the book', async () => {
    const [found] = (await json(file('quiet.txt', QUIET))).lines;
    expect(found).toMatchObject({ verdict: 'none', findings: [], fixes: [], next: null });
  });
});

describe('the exit code', () => {
  it('is 0 for a match, 1 for unsure and none', async () => {
    const unsure = 'content/incidents/ingress-502-on-rollout/hit-seed.txt';
    const { lines, code } = await json(unsure);
    expect([lines[0].verdict, code]).toEqual(['unsure', 1]);
    expect((await triage(HIT)).code).toBe(0);
    expect((await triage(file('quiet.txt', QUIET))).code).toBe(1);
  });

  it('is 2 for bad use, with the usage', async () => {
    for (const args of [
      [],
      ['diagnose'],
      ['toString'],
      ['triage', '--yaml', HIT],
      ['eval'],
      ['eval', 'a', 'b'],
    ]) {
      const { code, out, err } = await runMain(args, () => pack);
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(err).toContain('faultbook triage [--json] [FILE…]');
    }
  });

  it('is 0 for help', async () => {
    expect(await runMain(['--help'], () => pack)).toMatchObject({ code: 0, err: '' });
  });
});

describe('a file that cannot be read', () => {
  it('is named with the reason; the others are still handled, and the exit code is 2', async () => {
    const missing = path.join(folder, 'missing.txt');
    const { code, err, lines } = await json(missing, HIT);
    expect(err).toBe(
      `${missing}: cannot be read (ENOENT). Give a readable file, or paste to standard input.`,
    );
    expect(lines.map((line) => line.file)).toEqual([HIT]);
    expect(code).toBe(2);
  });

  it('may be a directory', async () => {
    mkdirSync(path.join(folder, 'directory'), { recursive: true });
    const { code, err } = await triage(path.join(folder, 'directory'));
    expect([code, err.includes('cannot be read (EISDIR)')]).toEqual([2, true]);
  });
});

describe('bad input gets a normal answer', () => {
  it('an empty file', async () => {
    const { code, lines } = await json(file('empty.txt', ''));
    expect(code).toBe(1);
    expect(lines[0]).toMatchObject({ verdict: 'none', facts: [], findings: [], fixes: [] });
    expect(lines[0].limits).toEqual(['The input is empty: there was nothing to read.']);
    expect((await triage(file('blank.txt', '\n \n\t\n'))).out).toContain('Not in the book');
  });

  it('a binary file', async () => {
    const bytes = Uint8Array.from({ length: 50_000 }, (_, at) => (at * 7919) % 256);
    const { code, lines } = await json(file('binary.bin', bytes));
    expect(code).toBe(1);
    expect(lines[0].verdict).toBe('none');
    expect(lines[0].limits.join(' ')).toContain('looks like a binary file');
  });

  it('invalid UTF-8 around a known line', async () => {
    const text = new TextEncoder().encode(
      `time="2021-06-10T16:11:06Z" level=info msg="Container 10f0451e1345 failed to exit within 10 seconds of kill - trying direct SIGKILL"\n`,
    );
    const { lines } = await json(file('latin1.txt', Uint8Array.of(0xff, 0xe4, 0x0a, ...text, 0xc3, 0x28)));
    expect(lines[0].findings[0].incident).toBe('container-stuck-terminating-unkillable');
    expect(lines[0].limits.join(' ')).toContain('not valid UTF-8');
  });

  it.each(['LE', 'BE'])('UTF-16%s', async (order) => {
    const text = Buffer.from(
      '\uFEFFpthread_create failed: No space left on device\nruntime/cgo: pthread_create failed: No space left on device\n',
      'utf16le',
    );
    const { lines } = await json(
      file(`utf16${order}.txt`, order === 'BE' ? Buffer.from(text).swap16() : text),
    );
    const [plain] = (await json(file('utf8.txt', text.toString('utf16le')))).lines;
    expect(plain.findings.length).toBeGreaterThan(0);
    expect(lines[0].findings).toEqual(plain.findings);
    expect(lines[0].findings[0].incident).toBe('zombie-pid-exhaustion');
  });

  it('text with <script>, which stays text', async () => {
    const html = `<script>alert(1)</script>\ntime="2021-06-10T16:11:06Z" level=info msg="Container <script>alert(2)</script>10f0451e1345 failed to exit within 10 seconds of kill - trying direct SIGKILL"\n`;
    const { lines } = await json(file('script.txt', html));
    expect(lines[0].findings[0].incident).toBe('container-stuck-terminating-unkillable');
    expect(lines[0].findings[0].for[0].text).toContain('<script>alert(2)</script>');
  });

  it('one line of 5 MB', async () => {
    const { code, lines } = await json(file('long.txt', 'mkdir memory '.repeat((5 * 1024 * 1024) / 13)));
    expect(code).toBe(1);
    expect(lines[0].verdict).toBe('none');
    expect(lines[0].limits.length).toBeGreaterThan(0);
    expect(lines[0].limits.length).toBeLessThan(20);
  });

  it('50 MB of one repeated line', { timeout: 30_000 }, async () => {
    const line =
      'time="2021-06-10T16:11:06Z" level=info msg="Container 10f0451e1345 failed to exit within 30 seconds of signal 15 - using the force"\n';
    const count = Math.ceil((50 * 1024 * 1024) / line.length);
    const { code, lines } = await json(file('repeated.txt', line.repeat(count)));
    expect(code).toBe(1);
    const [first] = lines[0].findings;
    expect(first.incident).toBe('container-stuck-terminating-unkillable');
    expect(first.for[0].count).toBeGreaterThanOrEqual(200);
    expect(first.for[0].atLeast).toBe(true);
    expect(first.for[0].spans.length).toBeLessThanOrEqual(200);
  });
});

describe('the text', () => {
  it('says what it is, why, and what to do', async () => {
    const { out } = await triage(HIT);
    expect(out).toContain('Known incident');
    expect(out).toContain('1. ');
    expect(out).toContain('sync-hang-on-container-stop · ');
    expect(out).toContain('What to do');
  });

  it('names each file where there are several', async () => {
    const { out } = await triage(HIT, DOCKERD);
    expect(out).toContain(`━━ ${HIT}`);
    expect(out).toContain(`━━ ${DOCKERD}`);
    expect((await triage(HIT)).out).not.toContain('━━');
  });

  it('gives every reason once: what says the same fact again adds no line with a weight', async () => {
    const twice = file(
      'twice.txt',
      'TCP  10.96.12.7:443 rr\n  -> 10.1.1.2:443 Masq 1 1820 22\n  -> 10.1.2.9:443 Masq 1 3 1\n',
    );
    const { out } = await triage(twice);
    expect(out.match(/^ {3}\+/gm)).toHaveLength(1);
    expect(out).toMatch(/^ {3}= {8}line 3: /m);
    expect(out).not.toContain('+  0.0');
  });
});
