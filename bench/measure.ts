/** How things are timed: several runs, the median of them. */

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

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Runs each of `works` in turn, `runs` times, so that all of them meet the same weather; medians in milliseconds. */
export function interleaved(runs: number, ...works: (() => void)[]): number[] {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run <= runs; run++) {
    works.forEach((work, index) => {
      const start = performance.now();
      work();
      // The first round only warms up.
      if (run > 0) times[index]!.push(performance.now() - start);
    });
  }
  return times.map(median);
}

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));
