/** What a larger book costs: 100, 1,000 and 10,000 synthetic signatures over the same 20 MB. */

import { compile, EMPTY_CASE, open, type Pack, type PackIncident } from '../lib/triage';
import { noise } from '../lib/triage/test-noise';
import { cpu, interleaved, round, type Figure } from './measure';

const COUNTS = [100, 1_000, 10_000];

export function benchSignatures(pack: Pack, runs: number): Figure[] {
  const bytes = new TextEncoder().encode(noise(20_000_000, 9));
  const packs = COUNTS.map((count) => compile(synthetic(pack, count)));
  const times = interleaved(
    runs,
    ...packs.map((compiled) =>
      cpu(() => {
        const stream = open(compiled);
        for (let at = 0; at < bytes.length; at += 1 << 20) stream.push(bytes.subarray(at, at + (1 << 20)));
        stream.end(EMPTY_CASE);
      }),
    ),
  );
  const slower = times[2]! / times[0]!;
  return [
    ...times.map((time, index): Figure => ({
      what: `20 MB with ${COUNTS[index]!.toLocaleString('en')} signatures`,
      value: round(time),
      unit: 'ms',
      note: `${round(bytes.length / 1000 / time)} MB/s`,
    })),
    {
      what: '10,000 signatures over 100',
      value: round(slower, 2),
      unit: '×',
      budget: 'less than 2',
      kept: slower < 2,
    },
  ];
}

/** Messages that nobody prints, built like those that somebody does. */
function synthetic(pack: Pack, count: number): Pack {
  const verbs = ['failed to', 'could not', 'timed out while trying to', 'refused to', 'gave up after'];
  const things = [
    'attach volume',
    'sync endpoint',
    'renew lease',
    'pull layer',
    'mount subpath',
    'start probe',
  ];
  const patterns = Array.from({ length: count }, (_, at) => {
    const message = `${verbs[at % verbs.length]} ${things[at % things.length]} q${(at * 7919).toString(36)}z`;
    return { pattern: `${message} \\S{1,40}`, literals: [`${message} `] };
  });
  return packOf(pack, patterns);
}

/** Each literal a signature of its own. */
export function literalPack(pack: Pack, literals: readonly string[]): Pack {
  return packOf(
    pack,
    literals.map((literal) => ({
      pattern: literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
      literals: [literal.toLowerCase()],
    })),
  );
}

function packOf(pack: Pack, patterns: readonly { pattern: string; literals: string[] }[]): Pack {
  const [model] = pack.incidents;
  const incidents = patterns.map((pattern, at): PackIncident => ({
    ...model!,
    id: `synthetic-${at}`,
    signatures: [
      {
        id: 'message',
        weight: 'strong',
        group: 'message',
        why: 'It says so.',
        test: { type: 'line', ...pattern },
      },
    ],
  }));
  return { ...pack, incidents, checks: [], lines: [] };
}
