/** The logs of the benchmark: the same bytes on every machine, made on the spot. */

import { closeSync, existsSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { noiseLines } from '../lib/triage/test-noise';

export const MB = 1_000_000;
export const LARGE = 'bench/tmp/node-100mb.log';
export const EMPTY = 'bench/tmp/empty.log';
export const LITERALS = 'bench/literals.txt';
const SIZE = 100 * MB;
const HITS = 20;

export function literals(): string[] {
  return readFileSync(LITERALS, 'utf8').trim().split('\n');
}

/** 100 MB of mixed node logs with 20 lines among them that hold one of the literals each. */
export function makeLarge(): void {
  closeSync(openSync(EMPTY, 'w'));
  if (existsSync(LARGE) && statSync(LARGE).size >= SIZE) return;
  const words = literals();
  const next = noiseLines(42);
  const file = openSync(LARGE, 'w');
  let size = 0;
  let hits = 0;
  while (size < SIZE) {
    const lines: string[] = [];
    for (let length = 0; length < MB;) {
      const line = next();
      lines.push(line);
      length += line.length;
    }
    if (size >= ((hits + 0.5) * SIZE) / HITS && hits < HITS)
      lines.splice(
        lines.length >> 1,
        0,
        `E0513 12:00:00.000001    2143 rare.go:1] rare ${words[(hits++ * 19) % words.length]!} line\n`,
      );
    const bytes = Buffer.from(lines.join(''));
    writeSync(file, bytes);
    size += bytes.length;
  }
  closeSync(file);
}

/** Reads a file chunk by chunk into one buffer. */
export function eachChunk(file: string, take: (bytes: Uint8Array) => void): void {
  const buffer = new Uint8Array(MB);
  const handle = openSync(file, 'r');
  for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer))
    take(buffer.subarray(0, size));
  closeSync(handle);
}
