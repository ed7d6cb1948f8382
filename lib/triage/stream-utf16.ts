/** UTF-16 to UTF-8 while it streams: the automaton reads bytes. */

import { swapped, utf16Label } from './read/decode';

export interface Transcoder {
  push(bytes: Uint8Array): Uint8Array;
}

/** Undefined when the beginning of the file is no UTF-16. */
export function transcoder(head: Uint8Array): Transcoder | undefined {
  const label = utf16Label(head);
  if (!label) return undefined;
  const decoder = new TextDecoder('utf-16le');
  const encoder = new TextEncoder();
  let odd: number | undefined;
  return {
    push(bytes) {
      // utf-16be is not in every TextDecoder, so its bytes are swapped by hand, in pairs.
      const whole = odd === undefined ? bytes : prepend(odd, bytes);
      const even = whole.length & ~1;
      odd = whole.length > even ? whole[even] : undefined;
      const pairs = whole.subarray(0, even);
      return encoder.encode(decoder.decode(label === 'utf-16le' ? pairs : swapped(pairs), { stream: true }));
    },
  };
}

function prepend(first: number, bytes: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes.length + 1);
  all[0] = first;
  all.set(bytes, 1);
  return all;
}
