/**
 * The stream form of `triage`: for files, in chunks of any size. Up to 10 MB a file is read like a paste. Beyond,
 * one pass of the byte automaton decides what is read (`large.ts`): a string cannot hold a file of 1 GB, nor can a
 * page. Line numbers are those of the file; spans are offsets into the text that was read, which `close` gives.
 */

import type { Case, CasePart, Diagnosis } from './diagnosis';
import { compile, type Compiled } from './compile';
import { diagnose } from './diagnose';
import { LargeReader } from './large';
import { partOf } from './large-result';
import type { Pack } from './pack';
import { decode } from './read/decode';
import { transcoder, type Transcoder } from './stream-utf16';

export interface Stream {
  /** Takes the next bytes of the file; they may be reused afterwards. */
  push(bytes: Uint8Array): void;
  /** The diagnosis of everything pushed, as one more part behind those of `triageCase`. */
  end(triageCase: Case): Diagnosis;
  /** Everything pushed as a part of a case, for whoever asks again with more parts and answers. */
  close(): Closed;
}

export interface Closed {
  part: CasePart;
  /** What was cut or repaired while reading it. */
  limits: string[];
  kind: 'text' | 'binary';
}

/** Files up to this size are read whole. */
export const SMALL = 10_000_000;
const HEAD = 4096;

export function open(packOrCompiled: Pack | Compiled, small = SMALL): Stream {
  const compiled = 'automaton' in packOrCompiled ? packOrCompiled : compile(packOrCompiled);
  let chunks: Uint8Array[] = [];
  let size = 0;
  let large: LargeReader | undefined;
  let utf16: Transcoder | undefined;
  let closed: Closed | undefined;
  const feed = (reader: LargeReader, bytes: Uint8Array): void =>
    reader.push(utf16 ? utf16.push(bytes) : bytes);
  const stream: Stream = {
    push(bytes) {
      if (large) return feed(large, bytes);
      chunks.push(bytes.slice());
      size += bytes.length;
      if (size <= small) return;
      large = new LargeReader(compiled);
      utf16 = transcoder(joined(chunks, HEAD));
      for (const chunk of chunks) feed(large, chunk);
      chunks = [];
    },
    close() {
      if (closed) return closed;
      if (large) closed = { ...partOf(compiled, large.end()), kind: 'text' };
      else {
        const { text, limits, kind } = decode(joined(chunks, size));
        closed = { part: { source: text }, limits, kind };
      }
      chunks = [];
      return closed;
    },
    end(triageCase) {
      const { part, limits } = stream.close();
      const diagnosis = diagnose(compiled, { ...triageCase, parts: [...triageCase.parts, part] });
      return { ...diagnosis, limits: [...limits, ...diagnosis.limits] };
    },
  };
  return stream;
}

/** The first `most` bytes of all chunks. */
function joined(chunks: readonly Uint8Array[], most: number): Uint8Array {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const all = new Uint8Array(Math.min(most, size));
  let at = 0;
  for (const chunk of chunks) {
    if (at >= all.length) break;
    all.set(chunk.subarray(0, all.length - at), at);
    at += chunk.length;
  }
  return all;
}
