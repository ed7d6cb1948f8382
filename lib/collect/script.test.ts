import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildPack } from '../incident/build.server';
import { changes, isBounded } from '../incident/lint/read-only';
import { EMPTY_CASE, triage } from '../triage';
import { collectScript } from './script';

const pack = buildPack();
const script = collectScript(pack);
const folder = mkdtempSync(path.join(tmpdir(), 'faultbook-collect-'));
const file = path.join(folder, 'collect.sh');
writeFileSync(file, script);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Shells of POSIX that this machine has: the two that matter, or else whatever it calls sh. */
const has = ([name, ...args]: string[]) => spawnSync(name!, [...args, '-c', 'exit 0']).status === 0;
const WANTED = [['dash'], ['busybox', 'sh']];
const HERE = WANTED.filter(has);
const SHELLS = HERE.length > 0 ? HERE : [['sh']].filter(has);

/** A machine with these tools in front of its own. */
function machine(tools: Record<string, string>): NodeJS.ProcessEnv {
  const bin = mkdtempSync(path.join(folder, 'bin-'));
  for (const [name, body] of Object.entries(tools)) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  return { ...process.env, PATH: `${bin}:${process.env.PATH}`, TMPDIR: folder };
}

function run([name, ...args]: string[], given: string[], env: NodeJS.ProcessEnv) {
  return spawnSync(name!, [...args, file, ...given], { encoding: 'utf8', env, timeout: 60_000 });
}

it('is one screen, built from the checks, and reads only, with an end to every line', () => {
  const lines = script.split('\n');
  expect(lines.length).toBeLessThanOrEqual(60);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(200);
  const commands = lines.filter((line) => line.startsWith("run '"));
  expect(commands.length).toBeGreaterThan(12);
  expect(commands.length * 14_000).toBeLessThan(400_000);
  for (const command of commands) {
    const plain = command.slice(5, -1).replaceAll("'\\''", "'");
    expect(changes(plain), plain).toBeNull();
    expect(plain, 'a placeholder').not.toMatch(/\{\{[a-z]/);
  }
  const own = commands.map((command) => command.slice(5, -1).replaceAll("'\\''", "'"));
  expect(pack.checks.filter(({ command }) => command && own.includes(command)).length).toBeGreaterThan(4);
});

it('every paste of a node is within 200 KB', () => {
  const node = script.slice(script.indexOf('then\nrun'), script.indexOf('\nelse'));
  expect(node.split('\n').length * 14_000).toBeLessThanOrEqual(220_000);
  expect(isBounded('dmesg -T | tail -n 300 | tail -c 14000')).toBe(true);
});

it.each(WANTED.filter((shell) => !has(shell)).map(([name]) => name!))(
  '%s is not on this machine: install it, and everything below runs under it too',
  (name) => expect(spawnSync(name, ['-c', 'exit 0']).error).toBeDefined(),
);

it('there is a shell to test it with', () => {
  expect(SHELLS.length).toBeGreaterThan(0);
});

describe.each(SHELLS.map((shell) => ({ shell, name: shell.join(' ') })))('under $name', ({ shell }) => {
  it('gathers what the tools print, as a text that is recognised', () => {
    const env = machine({
      dmesg: 'echo "[Tue Nov 18 01:02:03 2025] SLUB: Unable to allocate memory on node -1 (gfp=0x8020)"',
      journalctl: 'echo "Nov 18 01:02:03 node-7 kubelet[812]: E1118 01:02:03.1 812 x.go:1] it\'s broken"',
      ps: 'echo "  PID  PPID STAT WCHAN COMMAND"; echo " 4127     1 D    sync_inodes_sb sync"',
    });
    const { stdout, status } = run(shell, [], env);
    expect(status).toBe(0);
    expect(stdout).toContain('SLUB: Unable to allocate memory');
    expect(stdout).toContain("it's broken");
    const { parts } = triage(pack, { ...EMPTY_CASE, parts: [{ source: stdout }] });
    expect(parts.map(({ format }) => format)).toEqual(expect.arrayContaining(['dmesg', 'proc-cgroups']));
  });

  it('goes on when a tool fails or is not there, and says so', () => {
    const env = machine({ dmesg: 'echo "dmesg: read kernel buffer failed" >&2; exit 1', top: 'exit 3' });
    const { stdout, status } = run(shell, [], env);
    expect(status).toBe(0);
    expect(stdout).toContain('dmesg: read kernel buffer failed');
    expect(stdout).toMatch(/not found/);
    expect(stdout).toContain('/proc/cgroups');
  });

  it('leaves a tool behind that hangs, with what it printed so far', () => {
    const env = { ...machine({ journalctl: 'echo before; sleep 7', dmesg: 'exec sleep 8' }), TICKS: '12' };
    const started = process.hrtime.bigint();
    const { stdout, status } = run(shell, [], env);
    expect(status).toBe(0);
    expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(15);
    expect(stdout).toContain('(exit: still running, left behind)');
    expect(stdout).toContain('/proc/cgroups');
  });

  it('asks kubectl about one pod, and about no other words', () => {
    const env = machine({ kubectl: 'echo "kubectl $*"' });
    const { stdout, status } = run(shell, ['shop', 'web-0'], env);
    expect(status).toBe(0);
    expect(stdout).toContain('kubectl describe pod web-0 -n shop');
    for (const words of [['shop', 'x; rm -rf /'], ['$(id)', 'x'], ['shop'], ['-n', 'x'], ['a', 'b', 'c']]) {
      const refused = run(shell, words, env);
      expect(refused.status, words.join(' ')).toBe(2);
      expect(refused.stdout).toBe('');
    }
  });

  it('cuts what is long, and leaves nothing behind in the temporary folder', () => {
    const env = machine({
      dmesg: 'i=0; while [ $i -lt 3000 ]; do echo "0123456789 0123456789 $i"; i=$((i + 1)); done',
    });
    const { stdout } = run(shell, [], env);
    expect(stdout.length).toBeLessThan(200_000);
    expect(
      spawnSync('sh', ['-c', `ls "${folder}" | grep -c '^collect\\.[^s]'`], { encoding: 'utf8' }).stdout,
    ).toBe('0\n');
  });
});
