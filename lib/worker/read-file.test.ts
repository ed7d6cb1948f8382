import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compile, open, type Pack } from '../triage';
import { lineStarts } from './lines';
import { readFile as readInto, type Watch } from './read-file';

const EMPTY: Pack = {
  version: 1,
  release: 'test',
  incidents: [],
  checks: [],
  lines: [],
  words: '',
  scoring: { temperature: 1, other: 2 },
};
const compiled = compile(EMPTY);
const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);
const readFile = (given: File, watch?: Watch, most?: number) => readInto(given, open(compiled), watch, most);
const LINE = 'I0513 10:00:00.000001    2143 kubelet.go:1958] nothing happened here today\n';
const BIG = LINE.repeat(200_000);

test('text is read, in UTF-8 and in UTF-16', async () => {
  expect(await readFile(file('a.log', 'one\ntwo'))).toEqual({
    type: 'ok',
    value: { text: 'one\ntwo', limits: [] },
  });
  const utf16 = new Uint8Array([0xff, 0xfe, ...[...'hello'].flatMap((letter) => [letter.charCodeAt(0), 0])]);
  expect(await readFile(file('b.log', utf16))).toMatchObject({ type: 'ok', value: { text: 'hello' } });
});

test('what is no text is refused with a sentence that names the file and the way out', async () => {
  const sentence = async (given: File) => {
    const outcome = await readFile(given);
    return outcome.type === 'failed' ? outcome.sentence : 'was read';
  };
  expect(await sentence(file('core', new Uint8Array(500)))).toMatch(/^core is a binary file/);
  expect(await sentence(file('core.gz', gzipSync(new Uint8Array(500))))).toMatch(/^core.gz is a binary file/);
  expect(await sentence(file('m.gz', new Uint8Array([0x1f, 0x8b, 8, 0])))).toContain('damaged');
  expect(await sentence(file('m.xz', new Uint8Array([0xfd, 0x37, 0x7a, 0x58])))).toContain('xzcat');
  expect(await sentence(file('m.bz2', 'BZh91AY&SY'))).toContain('bzcat');
  expect(await sentence(file('m.lz4', new Uint8Array([0x04, 0x22, 0x4d, 0x18])))).toContain('lz4cat');
  expect(await sentence(file('m.gz.gz', gzipSync(gzipSync('x'))))).toContain('packed twice');
  expect(await sentence(file('e.log'))).toMatch(/^e.log is empty/);
  expect(await sentence(file('s.log', ' \n '))).toMatch(/blank space/);
});

test('a file that cannot be opened says so', async () => {
  const locked = file('locked.log', 'x');
  locked.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('no')) }) as unknown as Blob;
  expect(await readFile(locked)).toMatchObject({
    type: 'failed',
    sentence: expect.stringContaining('could not be read'),
  });
});

test('gzip is undone, a cut file as far as it goes, a bomb up to a bound', async () => {
  const packed = gzipSync('one\ntwo\n');
  expect(await readFile(file('a.gz', packed))).toMatchObject({ value: { text: 'one\ntwo\n', limits: [] } });
  const cut = gzipSync(BIG.slice(0, 2_000_000), { level: 0 }).subarray(0, 1_000_000);
  expect(await readFile(file('cut.gz', cut))).toMatchObject({
    value: { limits: ['cut.gz is damaged or cut off; what could be unpacked was read.'] },
  });
  expect(await readFile(file('bomb.gz', gzipSync('x'.repeat(2_000_000))), {}, 1_048_576)).toMatchObject({
    value: { limits: ['bomb.gz unpacks to more than 1 MB; only the first 1 MB were read.'] },
  });
});

test('of a large file comes what was read, with the numbers of its lines', async () => {
  const outcome = await readFile(file('big.log', BIG));
  if (outcome.type !== 'ok') throw new Error(outcome.sentence);
  const { text, excerpt, limits } = outcome.value;
  expect(excerpt?.of).toBe(200_000);
  expect(excerpt?.lines.length).toBe(text.split('\n').length - 1);
  expect([excerpt?.lines[0], excerpt?.lines.at(-1)]).toEqual([1, 200_000]);
  expect(limits[0]).toMatch(/^A large file: all 200000 lines were searched/);
  expect(await readFile(file('big.log.gz', gzipSync(BIG)))).toEqual(outcome);
});

test('reading can be stopped', async () => {
  let asked = 0;
  const outcome = await readFile(file('big.log', BIG), { cancelled: () => ++asked > 2 });
  expect(outcome).toEqual({ type: 'failed', sentence: 'big.log was not read: you stopped it.' });
  expect(asked).toBe(3);
});

test('lines begin where the engine counts them', () => {
  expect([...lineStarts('')]).toEqual([0]);
  expect([...lineStarts('a\nb\n')]).toEqual([0, 2]);
  expect([...lineStarts('a\r\n\nb')]).toEqual([0, 3, 4]);
  expect(lineStarts('x\n'.repeat(5000)).length).toBe(5000);
});
