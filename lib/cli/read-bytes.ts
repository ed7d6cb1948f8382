/** The bytes of a file or of standard input, gzip undone on the way. */

import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { GUNZIP_MOST, gunzipLimit } from './texts';

const CHUNK = 1 << 20;

/** Calls `push` with each chunk; returns what to say in `limits`. Rejects when the file cannot be read. */
export async function readBytes(file: string, push: (bytes: Uint8Array) => void): Promise<string[]> {
  const source = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK });
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await firstBytes(chunks);
  const all = joined(first, chunks);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    for await (const chunk of all) push(chunk);
    return [];
  }
  return gunzip(all, push);
}

/** A short pipe may begin with a single byte. */
async function firstBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let first: Uint8Array = new Uint8Array(0);
  while (first.length < 2) {
    const next = await chunks.next();
    if (next.done) break;
    first = Buffer.concat([first, next.value]);
  }
  return first;
}

async function* joined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** A bomb of some kilobytes unpacks to petabytes: what is unpacked has an end. */
async function gunzip(
  packed: AsyncIterable<Uint8Array>,
  push: (bytes: Uint8Array) => void,
): Promise<string[]> {
  const unzip = createGunzip({ chunkSize: CHUNK });
  // Faults of the source come out of `unzip` below.
  pipeline(Readable.from(packed), unzip, () => {});
  let size = 0;
  try {
    for await (const chunk of unzip as AsyncIterable<Uint8Array>) {
      push(chunk.subarray(0, GUNZIP_MOST - size));
      size += chunk.length;
      if (size >= GUNZIP_MOST) return [gunzipLimit];
    }
  } catch (error) {
    if (size === 0) throw error;
    return ['The gzip file is damaged or cut off; what could be unpacked was read.'];
  }
  return [];
}
