/** Pastes in memory, from text to diagnosis, warm. */

import { diagnose, EMPTY_CASE, type Compiled } from '../lib/triage';
import { noise } from '../lib/triage/test-noise';
import { cpu, interleaved, round, type Figure } from './measure';

const flat = (text: string, size: number): string =>
  text.repeat(Math.ceil(size / text.length)).slice(0, size);

const PASTES = [
  { what: 'paste of 100 KB to diagnosis', source: noise(100_000).slice(0, 100_000), most: 50, runs: 30 },
  {
    what: 'paste of 10 MB to diagnosis',
    source: noise(10_000_000).slice(0, 10_000_000),
    most: 500,
    runs: 9,
  },
  {
    what: 'one line of 5 MB to diagnosis',
    source: flat('no space left on device ', 5_000_000),
    most: 250,
    runs: 9,
  },
];

export function benchPastes(compiled: Compiled): Figure[] {
  return PASTES.map(({ what, source, most, runs }) => {
    const [time] = interleaved(
      runs,
      cpu(() => void diagnose(compiled, { ...EMPTY_CASE, parts: [{ source }] })),
    );
    return { what, value: round(time!, 1), unit: 'ms', budget: `at most ${most} ms`, kept: time! <= most };
  });
}
