/** One property over many cases: a short series in `npm test`, 100,000 in `npm run fuzz`. */

import fc from 'fast-check';
import { test } from 'vitest';

const LONG = process.env.FUZZ ? Number(process.env.FUZZ) : null;
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** Of a case that fails: enough to see what it is. */
const SHOWN = 2000;

/**
 * `check` throws on a fault. `short` is the number of cases in `npm test`; FUZZ_SEED gives another series. What takes
 * ten times as long as the others has `share` 0.1 of the long series.
 */
export function fuzz<T>(
  name: string,
  short: number,
  cases: fc.Arbitrary<T>,
  check: (value: T) => void,
  share = 1,
): void {
  const runs = LONG === null ? short : Math.ceil(share * LONG);
  test(`${name}: ${runs} cases`, { timeout: 200 * runs + 60_000 }, () => {
    // Shrinking takes longer than all the cases; the long mode does it, `npm test` says the case as it is.
    const ran = fc.check(fc.property(cases, check), {
      numRuns: runs,
      seed: SEED,
      endOnFailure: LONG === null,
    });
    if (ran.failed) throw new Error(faultOf(ran), { cause: ran.errorInstance });
    if (LONG !== null) console.log(`${name}: ${ran.numRuns} cases, 0 exceptions`);
  });
}

function faultOf<T>(ran: fc.RunDetails<[T]>): string {
  const shown = JSON.stringify(ran.counterexample?.[0]) ?? '';
  return [
    `case ${ran.numRuns} (seed ${ran.seed}, path ${ran.counterexamplePath}): ${String(ran.errorInstance)}`,
    `${shown.length} characters: ${shown}`,
  ]
    .map((line) => line.slice(0, SHOWN))
    .join('\n');
}
