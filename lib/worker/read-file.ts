/** A dropped file becomes a part of the case, or a sentence that says why it does not. Gzip is undone on the way. */

import { decode } from '../triage/read/decode';
import type { Stream } from '../triage';
import type { Outcome, Progress, ReadFile } from './protocol';

/** Between two chunks the worker hears whether it shall stop. */
const CHUNK = 4 * 1024 * 1024;
/** Text or binary is told by the beginning. */
const SAMPLE = 64 * 1024;
/** A bomb of some kilobytes unpacks to petabytes: what is unpacked has an end. */
export const MAX_UNPACKED = 4 * 1024 ** 3;
const TELL_MS = 100;

const GZIP = [0x1f, 0x8b];
/** First bytes of packed files that a browser cannot unpack. */
const PACKED: { magic: number[]; what: string; unpack: string }[] = [
  { magic: [0x28, 0xb5, 0x2f, 0xfd], what: 'zstd', unpack: 'zstdcat FILE | gzip > file.gz' },
  { magic: [0xfd, 0x37, 0x7a, 0x58], what: 'xz', unpack: 'xzcat FILE | gzip > file.gz' },
  { magic: [0x42, 0x5a, 0x68], what: 'bzip2', unpack: 'bzcat FILE | gzip > file.gz' },
  { magic: [0x04, 0x22, 0x4d, 0x18], what: 'lz4', unpack: 'lz4cat FILE | gzip > file.gz' },
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'zip', unpack: 'unzip -p FILE | gzip > file.gz' },
  {
    magic: [0x4c, 0x50, 0x4b, 0x53],
    what: 'journald',
    unpack: 'journalctl --file FILE --no-pager | gzip > file.gz',
  },
];

/** What whoever waits wants to know, and may say. */
export interface Watch {
  onProgress?(progress: Progress): void;
  cancelled?(): boolean;
}

export async function readFile(
  file: File,
  stream: Stream,
  watch: Watch = {},
  maxUnpacked = MAX_UNPACKED,
): Promise<Outcome<ReadFile>> {
  if (file.size === 0)
    return failed(`${file.name} is empty. A folder cannot be read either: drop the files in it.`);
  const limits: string[] = [];
  try {
    const head = await bytesOf(file, 0, SAMPLE);
    const packed = PACKED.find(({ magic }) => begins(head, magic));
    if (packed) return failed(`${file.name} is a ${packed.what} file. Unpack it first: ${packed.unpack}`);
    const gzip = begins(head, GZIP);
    const fault = gzip
      ? await unpack(file, stream, watch, maxUnpacked, limits)
      : isBinary(head)
        ? binary(file.name)
        : await readPlain(file, stream, watch);
    if (fault) return failed(fault);
  } catch {
    return failed(`${file.name} could not be read: it is a folder, it was moved, or you may not open it.`);
  }
  const { part, limits: said, kind } = stream.close();
  if (kind === 'binary') return failed(binary(file.name));
  if (part.source.trim() === '') return failed(`${file.name} holds nothing but blank space.`);
  // The page shows the lines that were read, and nothing else.
  const excerpt = part.excerpt && { ...part.excerpt, numbers: 'excerpt' as const };
  return {
    type: 'ok',
    value: { text: part.source, limits: [...limits, ...said], ...(excerpt ? { excerpt } : {}) },
  };
}

const begins = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
const isBinary = (head: Uint8Array): boolean => decode(head).kind === 'binary';
const binary = (name: string): string =>
  `${name} is a binary file, not text. Drop a log, or the output of a command.`;
const stopped = (name: string): string => `${name} was not read: you stopped it.`;

async function bytesOf(file: File, from: number, to: number): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}

/** Undefined, or why it was given up. */
async function readPlain(file: File, stream: Stream, watch: Watch): Promise<string | undefined> {
  const tell = teller(file.size, watch);
  for (let at = 0; at < file.size; at += CHUNK) {
    if (watch.cancelled?.()) return stopped(file.name);
    stream.push(await bytesOf(file, at, Math.min(file.size, at + CHUNK)));
    tell(Math.min(file.size, at + CHUNK));
  }
  return undefined;
}

async function unpack(
  file: File,
  stream: Stream,
  watch: Watch,
  most: number,
  limits: string[],
): Promise<string | undefined> {
  let read = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      read += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const reader = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip')).getReader();
  const tell = teller(file.size, watch);
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (size === 0 && begins(next.value, GZIP))
        return `${file.name} was packed twice. Unpack it once first: zcat FILE > file.gz`;
      if (size === 0 && isBinary(next.value.subarray(0, SAMPLE))) return binary(file.name);
      stream.push(next.value.subarray(0, most - size));
      size += next.value.length;
      if (size >= most) {
        limits.push(
          `${file.name} unpacks to more than ${megabytes(most)}; only the first ${megabytes(most)} were read.`,
        );
        return undefined;
      }
      if (watch.cancelled?.()) return stopped(file.name);
      // What is told is the file's own bytes: how much it unpacks to nobody knows.
      tell(Math.min(read, file.size));
    }
  } catch {
    if (size === 0) return `${file.name} is a damaged gzip file: nothing of it could be unpacked.`;
    limits.push(`${file.name} is damaged or cut off; what could be unpacked was read.`);
  } finally {
    void reader.cancel().catch(() => {});
  }
  return undefined;
}

/** Passes progress on, a few times a second. */
function teller(of: number, { onProgress }: Watch): (bytes: number) => void {
  const start = performance.now();
  let last = start;
  return (bytes) => {
    const now = performance.now();
    if (!onProgress || now - last < TELL_MS) return;
    last = now;
    onProgress({ bytes, of, rate: Math.round((bytes * 1000) / Math.max(1, now - start)) });
  };
}

function failed(sentence: string): { type: 'failed'; sentence: string } {
  return { type: 'failed', sentence };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
