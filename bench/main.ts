/**
 * Measures what DESIGN section 9 promises, side by side in one run, and writes results.json and results.md.
 * `node bench/run.mjs scan pastes` measures only these, `npm run sizes` only bytes.
 */

import { writeFileSync } from 'node:fs';
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

const asked = process.argv.slice(2).filter((name) => Object.hasOwn(BENCHES, name));
const figures: Figure[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  for (const figure of await BENCHES[name]!()) {
    figures.push(figure);
    const { what, value, unit, budget, kept, note } = figure;
    console.log(
      `${what.padEnd(66)} ${String(value).padStart(8)} ${unit.padEnd(3)}${budget ? ` (${budget}${kept ? '' : ': NOT KEPT'})` : ''}${note ? `  ${note}` : ''}`,
    );
  }
}

if (asked.length === 0) {
  const machine = `${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${os.cpus().length} processors, Node ${process.versions.node}`;
  const load = os.loadavg()[0]!.toFixed(1);
  writeFileSync(
    'bench/results.json',
    `${JSON.stringify({ machine, load, signatures: compiled.lines.length, figures }, null, 2)}\n`,
  );
  writeFileSync('bench/results.md', table(machine, load));
}

function table(machine: string, load: string): string {
  const rows = figures.map(
    ({ what, value, unit, budget = '', kept, note = '' }) =>
      `| ${what} | ${Number.isNaN(value) ? '–' : `${value} ${unit}`} | ${budget}${kept === false ? ', **not kept**' : ''} | ${note} |`,
  );
  return `| What | Measured | Budget | |\n| --- | ---: | --- | --- |\n${rows.join('\n')}\n\nMedians of one run of \`npm run bench\` on ${machine}; times are CPU time (ripgrep's too), but the clock's in the browser. Other work on the machine: load ${load}.\n`;
}
