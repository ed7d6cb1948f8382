/**
 * The stream form of `triage`: for files, in chunks of any size. Up to 10 MB a file is read like a paste. Beyond,
 * one pass of the byte automaton decides what is read (`large.ts`); line numbers are those of the file, and spans
 * are offsets into `excerpt.text`, the part that was read: a string cannot hold a file of 1 GB, nor can a page.
 */

import type { Case, Diagnosis } from './diagnosis';
import { compile, type Compiled } from './compile';
import { diagnose } from './diagnose';
import { LargeReader } from './large';
import { resultOf, type StreamExcerpt } from './large-result';
import type { Pack } from './pack';
import { decode } from './read/decode';
import { transcoder, type Transcoder } from './stream-utf16';

export type { StreamExcerpt };

export interface Stream {
  /** Takes the next bytes of the file; they may be reused afterwards. */
  push(bytes: Uint8Array): void;
  /** The diagnosis of everything pushed, as one more part behind those of `triageCase`. */
  end(triageCase: Case): Diagnosis;
  /** The text that spans of the last part lead into, once `end` was called: the whole file, or what was read of a large one. */
  excerpt(): StreamExcerpt | undefined;
}

/** Files up to this size are read whole. */
export const SMALL = 10_000_000;

export function open(packOrCompiled: Pack | Compiled, small = SMALL): Stream {
  const compiled = 'automaton' in packOrCompiled ? packOrCompiled : compile(packOrCompiled);
  let chunks: Uint8Array[] = [];
  let size = 0;
  let large: LargeReader | undefined;
  let utf16: Transcoder | undefined;
  let excerpt: StreamExcerpt | undefined;
  const feed = (bytes: Uint8Array): void => large!.push(utf16 ? utf16.push(bytes) : bytes);
  return {
    push(bytes) {
      if (large) return feed(bytes);
      chunks.push(bytes.slice());
      size += bytes.length;
      if (size <= small) return;
      large = new LargeReader(compiled);
      utf16 = transcoder(joined(chunks, 4096));
      for (const chunk of chunks) feed(chunk);
      chunks = [];
    },
    end(triageCase) {
      if (large) {
        const result = resultOf(compiled, large.end(), triageCase);
        excerpt = result.excerpt;
        return result.diagnosis;
      }
      const { text, limits } = decode(joined(chunks, size));
      chunks = [];
      const diagnosis = diagnose(compiled, { ...triageCase, parts: [...triageCase.parts, { source: text }] });
      return { ...diagnosis, limits: [...limits, ...diagnosis.limits] };
    },
    excerpt: () => excerpt,
  };
}

/** The first `most` bytes of all chunks. */
function joined(chunks: readonly Uint8Array[], most: number): Uint8Array {
  const all = new Uint8Array(
    Math.min(
      most,
      chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    ),
  );
  let at = 0;
  for (const chunk of chunks) {
    if (at >= all.length) break;
    all.set(chunk.subarray(0, all.length - at), at);
    at += chunk.length;
  }
  return all;
}
