import { expect, test } from 'vitest';
import { lineStarts } from './lines';
import { readFile } from './read-file';

const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);

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
  expect(await sentence(file('m.gz', new Uint8Array([0x1f, 0x8b, 8, 0])))).toContain('zcat');
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

test('what is not read for its size is said', async () => {
  const read = await readFile(file('big.log', 'x'.repeat(2_000_000)), 1_048_576);
  expect(read).toMatchObject({
    type: 'ok',
    value: { limits: ['Only the first 1 MB of 2 MB of big.log were read.'] },
  });
});

test('lines begin where the engine counts them', () => {
  expect([...lineStarts('')]).toEqual([0]);
  expect([...lineStarts('a\nb\n')]).toEqual([0, 2]);
  expect([...lineStarts('a\r\n\nb')]).toEqual([0, 3, 4]);
  expect(lineStarts('x\n'.repeat(5000)).length).toBe(5000);
});
