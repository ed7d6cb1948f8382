import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPack } from '../incident/build.server';
import { loadCorpus } from '../incident/corpus.server';
import { compile, diagnose, EMPTY_CASE, open, type Diagnosis } from '.';
import { DAMAGES } from '../evaluate/damage';
import { LargeReader } from './large';
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

const KMEM = PASTES.find(({ name }) => name.includes('kmem-leak-no-space/hit-containerd-runc'))!.text;

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
    const some = QUIET.subarray(0, 250_000);
    const wrong = PASTES.flatMap(({ name, text }) => {
      const [small, large] = both(text, [some, some], 300_000);
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

describe('a hostile line of 5 MB', () => {
  it('costs a number of expressions that its length does not raise', () => {
    const some = compiled.literals
      .filter((_, index) => index % 40 === 0)
      .map(({ text }) => text)
      .join(' ');
    const line = (size: number) => bytesOf(`${some} `.repeat(Math.ceil(size / some.length)).slice(0, size));
    const runs = (size: number): number => {
      const reader = new LargeReader(compiled);
      reader.push(line(size));
      return reader.end().admission.runs;
    };
    const small = runs(500_000);
    expect(runs(5_000_000)).toBeLessThan(3 * small);
    expect(small).toBeLessThan(50_000);
  });

  it('is answered, and said to be cut', () => {
    const flat = (text: string) => text.replaceAll('\n', ' ');
    const line = `${flat(noise(2_000_000))} ${flat(KMEM)} ${flat(noise(3_000_000))}`;
    const { verdict, limits } = streamed([bytesOf(line)], 1_000_000);
    expect(verdict).not.toBe('none');
    expect(limits).toContain('Of lines longer than 64 KB only the part around what was found was read.');
  });
});

describe('a large file', () => {
  const small = 100_000;

  it('in UTF-16 of either order, in odd chunks, is read as in UTF-8', () => {
    const text = `${noise(200_000)}${KMEM}${noise(200_000, 3)}`;
    const little = new Uint8Array(new Uint16Array(Array.from(text, (unit) => unit.charCodeAt(0))).buffer);
    const big = little.slice();
    for (let at = 0; at < big.length; at += 2) [big[at], big[at + 1]] = [little[at + 1]!, little[at]!];
    const utf8 = JSON.stringify(streamed([bytesOf(text)], small));
    for (const bytes of [little, big]) {
      const chunks = [bytes.subarray(0, 70_001), bytes.subarray(70_001, 70_004), bytes.subarray(70_004)];
      expect(JSON.stringify(streamed(chunks, small))).toBe(utf8);
    }
  });

  it.each([
    ['colour', 'taken off'],
    ['quote-marks', 'taken off'],
    ['html-entities', 'taken off'],
    ['nbsp', 'taken off'],
    ['words-80', 'put together'],
    ['wrap-117', 'A large file'],
    ['crlf', 'A large file'],
  ])('all of which is damaged by %s gives the same finding', (id, words) => {
    const damage = DAMAGES.find((each) => each.id === id)!;
    const text = damage.apply(`${noise(300_000)}${KMEM}${noise(300_000, 3)}`);
    const diagnosis = streamed([bytesOf(text)], small);
    expect(diagnosis.findings[0]?.incident).toBe('cgroup-kmem-leak-no-space');
    expect(diagnosis.limits.join(' ')).toContain(words);
  });

  it('names the lines of the file, and never a sum over lines that it did not read', () => {
    const text = `${noise(300_000)}${KMEM}${noise(300_000, 3)}`;
    const { findings, facts } = streamed([bytesOf(text)], small);
    const first = findings[0]!.for.find(({ type }) => type === 'line')!;
    expect(text.split('\n')[first.line - 1]).toMatch(/mkdir .sys.fs.cgroup.memory/);
    expect(facts.filter(({ fact }) => fact === 'nginx.requests' || fact === 'journal.gap_seconds')).toEqual(
      [],
    );
  });

  it('counts a whole table, and says of what fires often that it is counted', () => {
    const header = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';
    const row = (at: number) =>
      `root     ${10_000 + at}  0.0  0.0      0     0 ?        Z    Feb06   0:00 [curl] <defunct>\n`;
    const table = header + Array.from({ length: 3000 }, (_, at) => row(at)).join('');
    const { facts } = streamed([bytesOf(`${noise(300_000)}\n${table}\n${noise(300_000, 3)}`)], small);
    expect(facts.find(({ fact }) => fact === 'ps.zombies')?.value).toBe(3000);
    const line = KMEM.split('\n').find((each) => each.includes('mkdir /sys/fs/cgroup/memory'))!;
    const often = streamed([bytesOf(`${noise(200_000)}${`${line}\n${noise(500)}`.repeat(600)}`)], small);
    const evidence = often.findings[0]!.for.find(({ type }) => type === 'line')!;
    expect(evidence.atLeast).toBe(true);
    expect(evidence.count).toBeGreaterThanOrEqual(200);
  });
});
