/** The stream form of `triage`: for files, in chunks of any size. */

import type { Case, Diagnosis } from './diagnosis';
import { compile } from './compile';
import { diagnose } from './diagnose';
import type { Pack } from './pack';
import { decode } from './read/decode';

export interface Stream {
  /** Takes the next bytes of the file. */
  push(bytes: Uint8Array): void;
  /** The diagnosis of everything pushed, as one more part behind those of `triageCase`. */
  end(triageCase: Case): Diagnosis;
}

export function open(pack: Pack): Stream {
  const compiled = compile(pack);
  const chunks: Uint8Array[] = [];
  return {
    push: (bytes) => void chunks.push(bytes.slice()),
    end(triageCase) {
      const { text, limits } = decode(joined(chunks));
      const diagnosis = diagnose(compiled, { ...triageCase, parts: [...triageCase.parts, { source: text }] });
      return { ...diagnosis, limits: [...limits, ...diagnosis.limits] };
    },
  };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
