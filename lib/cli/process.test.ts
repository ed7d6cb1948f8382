/** The real process, from a checkout. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { goodRoot } from '../incident/test-root';

const HOME = path.join(import.meta.dirname, '../..');
const TSX = pathToFileURL(path.join(HOME, 'node_modules/tsx/dist/loader.mjs')).href;
const HIT = 'content/incidents/sync-hang-on-container-stop/hit-seed-child-stack.txt';

function run(
  script: string,
  args: string[],
  more: { input?: string; env?: Record<string, string>; cwd?: string } = {},
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', TSX, path.join(HOME, 'lib/cli', script), ...args],
    {
      cwd: more.cwd ?? HOME,
      input: more.input ?? '',
      encoding: 'utf8',
      env: { ...process.env, ...more.env },
      maxBuffer: 1 << 28,
    },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('triage', () => {
  it('reads standard input, and the exit code reaches the shell', () => {
    const { code, out } = run('dev.ts', ['triage', '--json'], {
      input: readFileSync(path.join(HOME, HIT), 'utf8'),
    });
    const found = JSON.parse(out);
    expect([code, found.file, found.verdict]).toEqual([0, '-', 'match']);
    expect(found.findings[0].incident).toBe('sync-hang-on-container-stop');
  });

  it('knows its book from whatever folder it is called', () => {
    const elsewhere = spawnSync(path.join(HOME, 'bin/faultbook'), ['triage', path.join(HOME, HIT)], {
      cwd: os.tmpdir(),
      encoding: 'utf8',
      env: { ...process.env, FAULTBOOK_DEV: '1' },
    });
    expect([elsewhere.status, elsewhere.stderr]).toEqual([0, '']);
    expect(elsewhere.stdout).toContain('sync-hang-on-container-stop');
  });

  it('ends without a word when nobody reads on', () => {
    const files = Array.from({ length: 40 }, () => HIT).join(' ');
    const { stdout, stderr } = spawnSync('sh', ['-c', `bin/faultbook triage --json ${files} | head -c 9`], {
      cwd: HOME,
      encoding: 'utf8',
      env: { ...process.env, FAULTBOOK_DEV: '1' },
    });
    expect([stdout, stderr]).toEqual(['{"file":"', '']);
  });

  it('handles the readable files of several, and ends with 2', () => {
    const { code, out, err } = run('dev.ts', ['triage', HIT, '/nowhere/at/all.txt']);
    expect(code).toBe(2);
    expect(out).toContain('sync-hang-on-container-stop');
    expect(err).toContain('/nowhere/at/all.txt: cannot be read (ENOENT)');
  });
});

describe('new', () => {
  const setup = () => {
    const root = goodRoot();
    return {
      root,
      create: (...args: string[]) => run('new.ts', args, { env: { FAULTBOOK_CONTENT: root.folder } }),
    };
  };

  it('creates the skeleton of an incident, which the check does not yet accept', () => {
    const { root, create } = setup();
    const { code, out } = create('pump-rusts');
    const file = path.join(root.folder, 'incidents/pump-rusts/index.mdx');
    const text = readFileSync(file, 'utf8');
    expect(code).toBe(0);
    expect(out).toContain(file);
    expect(out).toContain('npm run check -- pump-rusts');
    expect(text.match(/^## .*$/gm)).toEqual([
      ...['## Symptoms', '## Diagnosis', '## Root cause', '## Fix', '## Prevention', '## Not this if'],
    ]);
    root.remove();
  });

  it('refuses a bad slug and writes nothing', () => {
    const { root, create } = setup();
    for (const slug of ['Pump_Rusts', '../pump', 'a--b', 'pump rusts', '-a', 'pack.pump']) {
      const { code, err } = create(slug);
      expect([slug, code]).toEqual([slug, 2]);
      expect(err).toContain('lower-case words joined by hyphens');
    }
    expect(existsSync(path.join(root.folder, 'pump'))).toBe(false);
    root.remove();
  });

  it('refuses no slug, and two', () => {
    const { root, create } = setup();
    expect(create().code).toBe(2);
    expect(create('one-thing', 'another-thing').code).toBe(2);
    root.remove();
  });

  it('refuses a folder that is there, and leaves it alone', () => {
    const { root, create } = setup();
    const file = path.join(root.folder, 'incidents/pump-stops/index.mdx');
    const before = readFileSync(file, 'utf8');
    const { code, err } = create('pump-stops');
    expect(code).toBe(2);
    expect(err).toContain('is there already');
    expect(readFileSync(file, 'utf8')).toBe(before);
    root.remove();
  });
});

describe('check', () => {
  /** A folder in which `content/` is a good root with its registry. */
  const setup = () => {
    const root = goodRoot();
    const cwd = mkdtempSync(path.join(os.tmpdir(), 'faultbook-check-'));
    const check = (...args: string[]) => run('check.ts', args, { cwd });
    const content = path.join(cwd, 'content');
    cpSync(root.folder, content, { recursive: true });
    root.remove();
    check('--write');
    return { check, content, remove: () => rmSync(cwd, { recursive: true, force: true }) };
  };

  it('is satisfied with a good root', () => {
    const { check, remove } = setup();
    const { code, out, err } = check();
    remove();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 incidents, 1 checks, 0 known lines, 5 samples, 1 healthy logs: all in order');
  });

  it('prints file, line and cure of a fault, and fails', () => {
    const { check, content, remove } = setup();
    rmSync(path.join(content, 'incidents/pump-stops/miss-off.txt'));
    const { code, err, out } = check();
    remove();
    expect(code).toBe(1);
    expect(err).toContain('content/incidents/pump-stops/index.mdx:1  3 hits and 1 misses\n    → add samples');
    expect(out).toContain('1 problems');
  });

  it('misses what was published', () => {
    const { check, content, remove } = setup();
    rmSync(path.join(content, 'incidents/pump-stops'), { recursive: true });
    const { code, err } = check();
    remove();
    expect(code).toBe(1);
    expect(err).toContain('incidents/pump-stops was published and is gone\n    → retire it');
  });

  it('refuses the name of no incident', () => {
    const { check, remove } = setup();
    const { code, err } = check('pump-rusts');
    remove();
    expect(code).toBe(2);
    expect(err).toContain('No incident pump-rusts. Known: pump-stops.');
  });
});
