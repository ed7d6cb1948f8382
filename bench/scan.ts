/** 100 MB against ripgrep: the scan, the whole engine with the same 400 literals, and with the real pack. */

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { compile, EMPTY_CASE, open, type Compiled, type Pack } from '../lib/triage';
import { countLines } from '../lib/triage/large-bytes';
import { buildAutomaton } from '../lib/triage/prefilter';
import { ByteScanner } from '../lib/triage/prefilter-bytes';
import { eachChunk, EMPTY, LARGE, LITERALS, literals, makeLarge, MB } from './logs';
import { cpu, cpuOf, interleaved, round, type Figure } from './measure';
import { literalPack } from './signatures';

export function benchScan(pack: Pack, compiled: Compiled, runs: number): Figure[] {
  makeLarge();
  const size = fs.statSync(LARGE).size / MB;
  const automaton = buildAutomaton(literals(), [10, 13]);
  let hits = 0;
  const scan = () => {
    const scanner = new ByteScanner(automaton);
    hits = 0;
    eachChunk(LARGE, (bytes) => {
      scanner.scan(bytes, 0, bytes.length, () => void hits++);
      countLines(bytes, 0, bytes.length);
    });
  };
  const engine = (of: Compiled) => () => {
    const stream = open(of);
    eachChunk(LARGE, (bytes) => stream.push(bytes));
    stream.end(EMPTY_CASE);
  };
  const fixed = compile(literalPack(pack, literals()));
  const works = [cpu(scan), cpu(engine(fixed)), cpu(engine(compiled))];
  const rg = (file: string) => cpuOf(['rg', '-j1', '-c', '-F', '-f', LITERALS, file]);
  const compared = spawnSync('rg', ['--version']).status === 0;
  const [scanning = 0, literal = 0, real = 0, ripgrep = Number.NaN, startup = Number.NaN] = interleaved(
    runs,
    ...works,
    ...(compared ? [rg(LARGE), rg(EMPTY)] : []),
  );
  const rgTime = ripgrep - startup;
  const speed = (time: number) => `${round((size * 1000) / time)} MB/s`;
  const over = (time: number) => ({ value: round(time / rgTime, 2), unit: '×' });
  const most = (time: number) => ({ budget: 'at most 1', kept: time <= rgTime });
  return [
    {
      what: 'ripgrep -j1 -c -F -f, 400 literals, 100 MB, without start-up',
      value: round(rgTime),
      unit: 'ms',
    },
    {
      what: 'scan of 100 MB with 400 literals, file read and lines counted',
      value: round(scanning),
      unit: 'ms',
      note: `${speed(scanning)}, ${hits} hits`,
    },
    {
      what: '100 MB to diagnosis, whole engine, the 400 literals as signatures',
      value: round(literal),
      unit: 'ms',
      note: speed(literal),
    },
    {
      what: `100 MB to diagnosis, whole engine, real pack (${compiled.literals.length} literals)`,
      value: round(real),
      unit: 'ms',
      note: speed(real),
    },
    { what: 'scan over ripgrep', ...over(scanning), ...most(scanning) },
    { what: 'whole engine with 400 literals over ripgrep', ...over(literal), ...most(literal) },
    { what: 'whole engine with the real pack over ripgrep', ...over(real), ...most(real) },
  ];
}
