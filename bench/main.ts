/**
 * Measures what DESIGN section 9 promises, and writes results.json and results.md. What is compared is measured side
 * by side in one group. `npm run bench scan pastes` measures only these groups and leaves the rows of the others.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { buildPack } from '../lib/incident/build.server';
import { compile } from '../lib/triage';
import { benchAsk } from './ask';
import { benchLoad } from './load';
import type { Figure } from './measure';
import { benchMemory } from './memory';
import { benchPage } from './page';
import { benchPastes } from './pastes';
import { benchReading } from './reading';
import { benchScan } from './scan';
import { benchSignatures } from './signatures';
import { benchSizes } from './sizes';

const RUNS = 7;

const pack = buildPack();
const compiled = compile(pack);
const BENCHES: Record<string, () => Figure[] | Promise<Figure[]>> = {
  sizes: () => benchSizes(),
  scan: () => benchScan(pack, compiled, RUNS),
  pastes: () => benchPastes(compiled),
  signatures: () => benchSignatures(pack, 5),
  ask: () => benchAsk(10),
  memory: () => benchMemory(),
  page: () => benchPage(),
  reading: () => benchReading(),
  load: () => benchLoad(),
};

const RESULTS = 'bench/results.json';
const MACHINE = `${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} processors, Node ${process.versions.node}`;

/** What was measured, by group; `load` is the other work on the machine meanwhile. */
type Results = Record<string, { machine: string; load: string; figures: Figure[] }>;

const asked = process.argv.slice(2).filter((name) => Object.hasOwn(BENCHES, name));
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const figures = await measured(name);
  for (const { what, value, unit, budget, kept, note } of figures) {
    console.log(
      `${what.padEnd(66)} ${String(value).padStart(8)} ${unit.padEnd(3)}${budget ? ` (${budget}${kept ? '' : ': NOT KEPT'})` : ''}${note ? `  ${note}` : ''}`,
    );
  }
  record(name, figures);
}

/** A group that fails says so in a row, and the others go on. */
async function measured(name: string): Promise<Figure[]> {
  try {
    return await BENCHES[name]!();
  } catch (error) {
    const [note = ''] = String(error).split('\n');
    process.exitCode = 1;
    return [{ what: `${name}: not measured`, value: Number.NaN, unit: '', note }];
  }
}

function record(name: string, figures: Figure[]): void {
  const known: Results = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : {};
  const own = { machine: MACHINE, load: os.loadavg()[0]!.toFixed(1), figures };
  const all = { ...known, [name]: own };
  const groups = Object.keys(BENCHES).filter((group) => all[group]);
  const results: Results = Object.fromEntries(groups.map((group) => [group, all[group]!]));
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync('bench/results.md', groups.map((group) => table(group, results[group]!)).join('\n'));
}

function table(name: string, { machine, load, figures }: Results[string]): string {
  const rows = figures.map(
    ({ what, value, unit, budget = '', kept, note = '' }) =>
      // JSON has no NaN.
      `| ${what} | ${Number.isFinite(value) ? `${value} ${unit}` : '–'} | ${budget}${kept === false ? ', **not kept**' : ''} | ${note} |`,
  );
  return `## ${name}\n\n| What | Measured | Budget | |\n| --- | ---: | --- | --- |\n${rows.join('\n')}\n\nMedians of one run of \`npm run bench ${name}\` on ${machine}; times of the engine and of ripgrep are CPU time. Other work on the machine: load ${load}.\n`;
}
