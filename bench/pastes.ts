/** Pastes in memory, from text to diagnosis, warm. */

import { diagnose, EMPTY_CASE, type Compiled } from '../lib/triage';
import { noise } from '../lib/triage/test-noise';
import { interleaved, round, type Figure } from './measure';

const SIZES = [
  { what: 'paste of 100 KB to diagnosis', size: 100_000, most: 50, runs: 30 },
  { what: 'paste of 10 MB to diagnosis', size: 10_000_000, most: 500, runs: 7 },
];

export function benchPastes(compiled: Compiled): Figure[] {
  return SIZES.map(({ what, size, most, runs }) => {
    const source = noise(size).slice(0, size);
    const [time] = interleaved(runs, () => void diagnose(compiled, { ...EMPTY_CASE, parts: [{ source }] }));
    return { what, value: round(time!, 1), unit: 'ms', budget: `at most ${most} ms`, kept: time! <= most };
  });
}
