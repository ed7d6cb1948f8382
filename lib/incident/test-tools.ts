/** For tests: runs a script or a command of the book among fake tools, in a folder and with a PATH of its own. */

import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Book } from './load.server';

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
  /** Every call of a fake tool, in order: `systemctl stop run-1.scope`. */
  calls: string[];
}

export interface Workshop {
  folder: string;
  /** Adds a file below the folder, folders included. */
  write(file: string, text: string): string;
  read(file: string): string;
  /**
   * A fake tool: a shell body that sees the arguments. Its calls are recorded before it runs. Without a body the
   * tool is not there, even if the machine has it.
   */
  tool(name: string, body: string | null): void;
  run(shell: string, script: string, args?: string[], env?: Record<string, string>): Ran;
  remove(): void;
}

/** Tools of the machine that scripts may use as they are: they change nothing outside of the folder. */
const HARMLESS = spawnSync('bash', [
  '-c',
  'type -P $1',
  '_',
  'awk basename bash cat chmod cksum cp cut date dirname echo env false find grep head hostname jq kill ls mkdir mktemp mv printf rm sed seq sh sleep sort tail test tee timeout touch tr true uniq wc xargs',
])
  .stdout.toString()
  .split('\n')
  .filter(Boolean);

export function workshop(): Workshop {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'faultbook-tools-'));
  const [bin, log] = [path.join(folder, 'bin'), path.join(folder, 'calls')];
  const write = (file: string, text: string) => {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  };
  write('calls', '');
  mkdirSync(bin);
  // The PATH holds these links only: a tool that a test forgot to fake is missing, never the real one.
  for (const tool of HARMLESS) symlinkSync(tool, path.join(bin, path.basename(tool)));
  return {
    folder,
    write,
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
    tool(name, body) {
      rmSync(path.join(bin, name), { force: true });
      if (body === null) return;
      write(`bin/${name}`, `#!/bin/bash\necho "${name} $*" >> '${log}'\n${body}\n`);
      chmodSync(path.join(bin, name), 0o755);
    },
    run(shell, script, args = [], env = {}) {
      const { status, stdout, stderr } = spawnSync(shell, [script, ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { NODE_ENV: 'test', PATH: bin, HOME: folder, ...env },
        timeout: 30_000,
      });
      const calls = readFileSync(log, 'utf8').split('\n').filter(Boolean);
      writeFileSync(log, '');
      return { status, stdout, stderr, calls };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The commands of a fix that destroy something, filled in. */
export function destructive(
  book: Book,
  incident: string,
  fix: string,
  filled: Record<string, string>,
): string[] {
  const found = book.incidents.find(({ id }) => id === incident)?.front.fixes.find(({ id }) => id === fix);
  if (!found) throw new Error(`no fix ${fix} of ${incident}`);
  return found.commands
    .flatMap((command) => (typeof command === 'string' || !command.destroys ? [] : [command.run]))
    .map((run) => run.replace(/\{\{([a-z]+)\}\}/g, (slot, name: string) => filled[name] ?? slot));
}
