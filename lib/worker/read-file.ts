/** A dropped file becomes text, or a sentence that says why it does not. */

import { decode } from '../triage/read/decode';
import type { Outcome, ReadFile } from './protocol';

/** Text beyond this is not read: a string in V8 ends near 512 MB, and the page keeps the paste twice. */
export const MAX_BYTES = 128 * 1024 * 1024;

/** First bytes of packed files, which are text only once unpacked. */
const PACKED: { magic: number[]; what: string; unpack: string }[] = [
  { magic: [0x1f, 0x8b], what: 'gzip', unpack: 'zcat FILE | tail -n 5000 > part.txt' },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], what: 'zstd', unpack: 'zstdcat FILE | tail -n 5000 > part.txt' },
  { magic: [0xfd, 0x37, 0x7a, 0x58], what: 'xz', unpack: 'xzcat FILE | tail -n 5000 > part.txt' },
  { magic: [0x50, 0x4b, 0x03, 0x04], what: 'zip', unpack: 'unzip -p FILE | tail -n 5000 > part.txt' },
  {
    magic: [0x4c, 0x50, 0x4b, 0x53],
    what: 'journald',
    unpack: 'journalctl --file FILE --no-pager | tail -n 5000 > part.txt',
  },
];

export async function readFile(file: File, maxBytes = MAX_BYTES): Promise<Outcome<ReadFile>> {
  if (file.size === 0)
    return failed(`${file.name} is empty. A folder cannot be read either: drop the files in it.`);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.slice(0, maxBytes).arrayBuffer());
  } catch {
    return failed(`${file.name} could not be read: it is a folder, it was moved, or you may not open it.`);
  }
  const packed = PACKED.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (packed) return failed(`${file.name} is a ${packed.what} file. Unpack it first: ${packed.unpack}`);
  const { text, limits, kind } = decode(bytes);
  if (kind === 'binary')
    return failed(`${file.name} is a binary file, not text. Drop a log, or the output of a command.`);
  if (text.trim() === '') return failed(`${file.name} holds nothing but blank space.`);
  const cut =
    file.size > bytes.length
      ? [`Only the first ${megabytes(bytes.length)} of ${megabytes(file.size)} of ${file.name} were read.`]
      : [];
  return { type: 'ok', value: { text, limits: [...cut, ...limits] } };
}

function failed(sentence: string): { type: 'failed'; sentence: string } {
  return { type: 'failed', sentence };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
