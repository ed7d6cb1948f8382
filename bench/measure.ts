/**
 * How things are timed: several runs, the median of them. In CPU time of the process where nothing else is said: on
 * a machine with other work on it the clock on the wall measures that work.
 */

import { spawnSync } from 'node:child_process';

export interface Figure {
  what: string;
  /** Milliseconds, megabytes a second, megabytes … */
  value: number;
  unit: string;
  /** What DESIGN section 9 allows, in words; and whether it is kept. */
  budget?: string;
  kept?: boolean;
  note?: string;
}

/** Does something once; returns its milliseconds. */
export type Timed = () => number;

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** CPU milliseconds of this process, its helper threads (compiler, garbage collector) included. */
export const cpu =
  (work: () => void): Timed =>
  () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

/** CPU milliseconds of a command, as the shell counts them. */
export const cpuOf =
  (command: readonly string[]): Timed =>
  () => {
    const { stdout } = spawnSync('sh', ['-c', '"$@" >/dev/null; times', 'sh', ...command], {
      encoding: 'utf8',
    });
    // The second line is the children's: 0m0.156s 0m0.013s
    const spent = stdout.trim().split('\n').at(-1) ?? '';
    return [...spent.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
      (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
      0,
    );
  };

/** Runs each of `works` in turn, `runs` times, so that all of them meet the same weather; their medians. */
export function interleaved(runs: number, ...works: Timed[]): number[] {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run <= runs; run++) {
    works.forEach((work, index) => {
      const time = work();
      // The first round only warms up.
      if (run > 0) times[index]!.push(time);
    });
  }
  return times.map(median);
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
