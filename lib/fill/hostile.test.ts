/** Pastes whose names are commands, through the whole engine and the real book: none of it reaches a command. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildPack } from '../incident/build.server';
import { compile, diagnose, EMPTY_CASE } from '../triage';
import { fillDiagnosis } from './index';

const compiled = compile(buildPack());
/** A real paste of the book, whose incident has commands with many placeholders. */
const STUCK = readFileSync('content/incidents/sync-hang-on-container-stop/hit-seed-two-stacks.txt', 'utf8');

/** Every one holds this word; nothing in the book does. */
const WORD = 'pwned';
const hostile = fc
  .tuple(
    fc.constantFrom('web-0', 'x', '', '-', '/proc/1', 'a/b', '10.0.0.1'),
    fc.constantFrom(
      '; ',
      '$(',
      '`',
      ' | ',
      '&&',
      '\\',
      "'",
      '"',
      '>',
      '\u00a0',
      '\u202e',
      '{{pid}}',
      '%0a',
      ' -- ',
    ),
    fc.string({ maxLength: 4, unit: 'grapheme' }),
  )
  .map(([name, mark, more]) => `${name}${mark}touch ${WORD}${more}`.replaceAll('\n', ' '));

const PASTES: ((name: string) => string)[] = [
  (name) =>
    `Name:         ${name}\nNamespace:    ${name}\nNode:         ${name}/10.0.0.1\nStatus:       Terminating (lasts 2h)\nContainers:\n  app:\n    Container ID:  docker://${name}\n    Image:         ${name}\n`,
  (name) => `NAMESPACE  NAME  READY  STATUS  RESTARTS  AGE\n${name}  ${name}  0/1  Terminating  0  2h\n`,
  (name) =>
    `Nov 18 01:02:03 ${name} kubelet[812]: E1118 01:02:03.000001 812 pod_workers.go:191] Error syncing pod ${name} ("${name}_shop(1)"), skipping\n`,
  (name) =>
    `E1118 01:02:03.000001 812 kuberuntime_manager.go:1] "Failed" pod="${name}/${name}" containerID="docker://${name}"\n`,
  (name) => `$ cat /proc/${name}/stack\n[<0>] iterate_supers+0x1\n[<0>] ksys_sync+0x1\n`,
];

/** All that a person could copy: fixes, what saves evidence, how to verify, the next check, what to paste next. */
function commandsIn(text: string): string[] {
  const filled = fillDiagnosis(diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: text }] }));
  return [
    ...filled.fixes.flatMap(({ commands, saveFirst, verify }) => [
      ...commands.map(({ run }) => run),
      ...saveFirst,
      verify.command,
    ]),
    ...(filled.next?.command ? [filled.next.command] : []),
    ...filled.findings.flatMap(({ notChecked }) => notChecked.flatMap(({ command }) => command ?? [])),
    ...filled.digest.pasteNext.map(({ command }) => command),
  ];
}

it('the paste alone fills commands, so that there is something to attack', () => {
  expect(commandsIn(STUCK).filter((command) => /\/proc\/\d+\//.test(command)).length).toBeGreaterThan(0);
});

it('no part of a hostile name is in any command', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...PASTES), (name, paste) => {
      for (const command of commandsIn(`${paste(name)}${STUCK}`)) expect(command).not.toContain(WORD);
    }),
    { numRuns: 150 },
  );
});
