import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPack } from '../incident/build.server';
import { loadCorpus } from '../incident/corpus.server';
import { compile, diagnose, EMPTY_CASE, open, type Diagnosis } from '.';
import { noise } from './test-noise';

const compiled = compile(buildPack());
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const QUIET = bytesOf(noise(3_000_000));

const PASTES = [
  ...loadCorpus('content/corpus/open').map(({ name, text }) => ({ name, text })),
  ...readdirSync('content/incidents', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)hit-[^/]*\.txt$/.test(file))
    .sort()
    .map((file) => ({ name: file, text: readFileSync(path.join('content/incidents', file), 'utf8') })),
];

function streamed(chunks: readonly Uint8Array[], small?: number): Diagnosis {
  const stream = open(compiled, small);
  for (const chunk of chunks) stream.push(chunk);
  return stream.end(EMPTY_CASE);
}

const gist = ({ verdict, findings }: Diagnosis): string => `${verdict} ${findings[0]?.incident ?? 'nothing'}`;

const whole = [QUIET, QUIET, QUIET, QUIET];
const AROUND = noise(30_000, 5);

/** By itself, in a little noise; and in the middle of a file so large that the small path does not read it. */
function both(text: string, chunks: readonly Uint8Array[], small?: number): [string, string] {
  const paste = `${AROUND}\n${text}\n${AROUND}`;
  const half = chunks.length / 2;
  const large = streamed([...chunks.slice(0, half), bytesOf(paste), ...chunks.slice(half)], small);
  return [gist(diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: paste }] })), gist(large)];
}

describe('a paste in a large file gives the verdict and the first finding that it gives by itself', () => {
  it('every paste of the book and of the open corpus; the limit is lowered, which saves scanning noise', () => {
    const some = QUIET.subarray(0, 600_000);
    const wrong = PASTES.flatMap(({ name, text }) => {
      const [small, large] = both(text, [some, some], 400_000);
      return small === large ? [] : [`${name}: ${small} by itself, ${large} in a large file`];
    });
    expect(wrong).toEqual([]);
  });

  it('one of each incident in 12 MB', () => {
    const firsts = PASTES.filter(({ name }, at) => name.split('/')[0] !== PASTES[at - 1]?.name.split('/')[0]);
    const wrong = firsts.flatMap(({ name, text }) => {
      const [small, large] = both(text, whole);
      return small === large ? [] : [`${name}: ${small} by itself, ${large} in a large file`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('chunks', () => {
  const middle = PASTES.find(({ name }) => name.includes('cgroup-kmem'))!.text;
  const text = bytesOf(`${noise(300_000)}${middle}${noise(300_000, 2)}`);
  const once = JSON.stringify(streamed([text], 100_000));

  it('of any size give the same bytes out', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 30 }), (cuts) => {
        const ends = [...cuts.sort((a, b) => a - b), text.length];
        const chunks = ends.map((end, index) => text.subarray(ends[index - 1] ?? 0, end));
        expect(JSON.stringify(streamed(chunks, 100_000))).toBe(once);
      }),
      { numRuns: 20 },
    );
  });

  it('of one byte give the same, too', () => {
    const bytes = text.subarray(250_000, 330_000);
    const single = Array.from(bytes, (byte) => Uint8Array.of(byte));
    expect(JSON.stringify(streamed(single, 20_000))).toBe(JSON.stringify(streamed([bytes], 20_000)));
  });

  it('may be reused by who pushes them', () => {
    const chunk = new Uint8Array(4096);
    const stream = open(compiled, 100_000);
    for (let at = 0; at < text.length; at += chunk.length) {
      const part = text.subarray(at, at + chunk.length);
      chunk.set(part);
      stream.push(chunk.subarray(0, part.length));
    }
    expect(JSON.stringify(stream.end(EMPTY_CASE))).toBe(once);
  });
});
