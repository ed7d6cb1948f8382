/** For tests: a content root in a temporary folder with one good incident, into which faults are put. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packOf } from './pack';
import { lintBodies } from './lint/body';
import { lintCommands } from './lint/commands.server';
import { lintIds } from './lint/ids';
import { lintPatterns } from './lint/patterns';
import { lintSamples } from './lint/samples';
import { loadBook, type Book } from './load.server';
import type { Problem } from './problem';

const INDEX = `---
title: A pump stops under load
summary: The pump stops when the valve is opened too fast.
status: stable
area: runtime
severity: node
frequency: common
applies:
  - {component: kernel, versions: "<4.0"}
signatures:
  - id: pump-stopped
    in: [klog]
    example: 'the pump stopped in room 7'
    line: 'pump stopped in room \\d+'
    weight: strong
    why: The pump says so itself.
  - id: pressure-lost
    example: 'pressure is lost behind the valve'
    line: 'pressure is lost'
    weight: strong
    why: Without the pump there is no pressure.
checks:
  gauge: {low: usually}
fixes:
  - id: open-slowly
    action: open-slowly
    title: Open the valve slowly
    kind: permanent
    effect: cures
    works: usually
    minutes: 5
    risk: low
    reversible: true
    loses: []
    needs: []
    commands: ['valve --slow {{node}}']
    verify: {command: 'cat /proc/gauge', expect: more than 3}
    rollback: Open it fast again.
sources:
  - {title: The pump book, what: It was invented for this test.}
changes:
  - {revision: 1, date: 2026-11-20, what: First written.}
---

The pump stops.

## Symptoms

<Signature id="pump-stopped"/>

<Signature id="pressure-lost"/>

## Diagnosis

<Check id="gauge"/>

## Root cause

The valve.

## Fix

<Fix id="open-slowly"/>

## Prevention

Nothing.

## Not this if

The pump is off.
`;

const CHECK = `ask: What does the gauge show?
command: cat /proc/gauge
where: node
minutes: 1
root: false
disturbs: false
outcomes:
  - {id: low, label: Less than 3, looks: '2'}
  - {id: high, label: 3 or more, looks: '7'}
background: {low: rarely}
group: gauge
`;

const SAMPLES: Record<string, string> = {
  'hit-log.txt': 'the pump stopped in room 7\npressure is lost\n',
  'hit-short.txt': 'the pump stopped in room 12\n',
  'hit-pressure.txt': 'pressure is lost behind the valve\n',
  'miss-started.txt': 'the pump started in room 7\n',
  'miss-off.txt': 'the pump is off\n',
};

export interface Root {
  folder: string;
  /** Adds, or with null removes, a file below the root. */
  write(file: string, text: string | null): void;
  /** Replaces the one occurrence of a text in a file. */
  edit(file: string, from: string, to: string): void;
  remove(): void;
}

export const GOOD = 'incidents/pump-stops/index.mdx';

export function goodRoot(): Root {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'faultbook-'));
  const write: Root['write'] = (file, text) => {
    const full = path.join(folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    if (text === null) rmSync(full, { recursive: true });
    else writeFileSync(full, text);
  };
  write(GOOD, INDEX);
  write('checks/gauge.yaml', CHECK);
  for (const [name, text] of Object.entries(SAMPLES)) write(`incidents/pump-stops/${name}`, text);
  write('healthy/quiet.txt', 'all is well\n');
  return {
    folder,
    write,
    edit(file, from, to) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${file}`);
      write(
        file,
        text.replace(from, () => to),
      );
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Everything that the content check says about a book, but for the registry. */
export function lintAll(book: Book): Problem[] {
  return [
    ...book.problems,
    ...lintIds(book),
    ...lintBodies(book),
    ...lintPatterns(book),
    ...lintCommands(book),
    ...lintSamples(book, { ...packOf(book), release: 'test' }),
  ];
}

/** The problems of a good root after a change, files relative to the root. */
export function problemsAfter(change: (root: Root) => void): Problem[] {
  const root = goodRoot();
  try {
    change(root);
    return lintAll(loadBook([root.folder])).map((problem) => ({
      ...problem,
      file: path.relative(root.folder, problem.file),
    }));
  } finally {
    root.remove();
  }
}

/** 1-based line of the good incident on which a text stands. */
export function lineOf(text: string, source = INDEX): number {
  return source.slice(0, source.indexOf(text)).split('\n').length;
}
