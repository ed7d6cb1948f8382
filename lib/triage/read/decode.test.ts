import { describe, expect, test } from 'vitest';
import { decode } from './decode';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? '\ufeff' : ''), ...text].map((char) => char.charCodeAt(0));
  return Uint8Array.from(
    codes.flatMap((code) => (bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8])),
  );
}

describe('decode', () => {
  test('reads UTF-8 with and without a mark', () => {
    expect(decode(utf8('naïve 内核\n'))).toEqual({ text: 'naïve 内核\n', limits: [], kind: 'text' });
    expect(decode(utf8('\ufeffE0320')).text).toBe('E0320');
  });

  test.each([
    [false, true],
    [true, true],
    [false, false],
    [true, false],
  ])('reads UTF-16 (big endian %s, mark %s)', (bigEndian, mark) => {
    expect(decode(utf16('kubelet: no space left', bigEndian, mark)).text).toBe('kubelet: no space left');
  });

  test('says how many bytes were no UTF-8', () => {
    const { text, limits, kind } = decode(Uint8Array.from([0x61, 0xff, 0x62, 0xfe, 0x63]));
    expect(text).toBe('a\ufffdb\ufffdc');
    expect(limits[0]).toMatch(/^2 places are not valid UTF-8/);
    expect(kind).toBe('text');
  });

  test('says that a file is binary', () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251);
    expect(decode(bytes).kind).toBe('binary');
    expect(decode(bytes).limits.join()).toMatch(/binary/);
  });

  test('takes nothing for nothing', () =>
    expect(decode(new Uint8Array(0))).toEqual({ text: '', limits: [], kind: 'text' }));
});
