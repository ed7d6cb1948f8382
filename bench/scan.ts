/** 100 MB against ripgrep: the scan alone with 400 literals, and the whole engine with the real pack. */

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { EMPTY_CASE, open, type Compiled } from '../lib/triage';
import { countLines } from '../lib/triage/large-bytes';
import { buildAutomaton } from '../lib/triage/prefilter';
import { ByteScanner } from '../lib/triage/prefilter-bytes';
import { eachChunk, EMPTY, LARGE, LITERALS, literals, MB } from './logs';
import { interleaved, round, type Figure } from './measure';

export function benchScan(compiled: Compiled, runs: number): Figure[] {
  const size = fs.statSync(LARGE).size / MB;
  const automaton = buildAutomaton(literals(), [10, 13]);
  let hits = 0;
  let lines = 0;
  const scan = () => {
    const scanner = new ByteScanner(automaton);
    hits = lines = 0;
    eachChunk(LARGE, (bytes) => {
      scanner.scan(bytes, 0, bytes.length, () => void hits++);
      lines += countLines(bytes, 0, bytes.length);
    });
  };
  const whole = () => {
    const stream = open(compiled);
    eachChunk(LARGE, (bytes) => stream.push(bytes));
    stream.end(EMPTY_CASE);
  };
  const rg = (file: string) => () => void spawnSync('rg', ['-j1', '-c', '-F', '-f', LITERALS, file]);
  if (spawnSync('rg', ['--version']).status !== 0) {
    const [scanning, all] = interleaved(runs, scan, whole);
    return figures(size, scanning!, all!, hits);
  }
  const [scanning, all, ripgrep, startup] = interleaved(runs, scan, whole, rg(LARGE), rg(EMPTY));
  const rgTime = ripgrep! - startup!;
  return [
    {
      what: 'ripgrep -j1 -c -F -f, 400 literals, 100 MB, without start-up',
      value: round(rgTime),
      unit: 'ms',
    },
    ...figures(size, scanning!, all!, hits),
    {
      what: 'scan over ripgrep',
      value: round(scanning! / rgTime, 2),
      unit: '×',
      budget: 'at most 1',
      kept: scanning! <= rgTime,
      note: `lines counted too: ${lines}`,
    },
    { what: 'whole engine over ripgrep', value: round(all! / rgTime, 2), unit: '×' },
  ];
}

function figures(size: number, scanning: number, all: number, hits: number): Figure[] {
  return [
    {
      what: 'scan of 100 MB with 400 literals, file read and lines counted',
      value: round(scanning),
      unit: 'ms',
      note: `${round((size * 1000) / scanning)} MB/s, ${hits} hits`,
    },
    {
      what: 'file of 100 MB to diagnosis, real pack',
      value: round(all),
      unit: 'ms',
      note: `${round((size * 1000) / all)} MB/s`,
    },
  ];
}
