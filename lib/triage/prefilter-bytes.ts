/**
 * The pre-filter on bytes. A step of an automaton waits for the load of the step before, about six cycles a byte,
 * so four places of the same chunk are read side by side: their loads overlap, and JavaScript needs no SIMD for
 * it (the same idea as multi-stream Aho–Corasick on GPUs; measured in bench/). Where a lane ends, the true run
 * goes on into the next lane until both are in one state; from there on they are the same run.
 */

import type { Automaton } from './prefilter';

/** What a lane reads at once; as many hits can be in it, so that nothing has to grow in the hot loop. */
const LANE = 256 * 1024;
const LANES = 4;
/** Shorter pieces are not worth dividing. */
const SHORT = 1024;

const LF = 10;
const CR = 13;

/** Takes a place where literals end: the offset of their last byte, and the accepting state (`outputsOf`). */
export type OnHit = (at: number, state: number) => void;

interface Lane {
  /** Offset and state of each hit. */
  at: Int32Array;
  state: Int32Array;
  count: number;
  /** State at the end. */
  end: number;
}

/** Reads a stream of bytes in pieces of any size. The pieces are one text: literals may lie across them. */
export class ByteScanner {
  private state = 0;
  private readonly lanes: Lane[] = Array.from({ length: LANES }, () => ({
    at: new Int32Array(LANE),
    state: new Int32Array(LANE),
    count: 0,
    end: 0,
  }));

  constructor(private readonly automaton: Automaton) {}

  /** Reads `bytes[from, to)`; hits come in order. CR and LF end no literal. */
  scan(bytes: Uint8Array, from: number, to: number, onHit: OnHit): void {
    let at = from;
    while (to - at >= SHORT) {
      const lane = Math.min(LANE, Math.floor((to - at) / LANES));
      this.four(bytes, at, lane, onHit);
      at += lane * LANES;
    }
    this.state = this.one(bytes, at, to, this.state, onHit);
  }

  private one(bytes: Uint8Array, from: number, to: number, start: number, onHit: OnHit): number {
    const { classOf, next, accept } = this.automaton;
    let state = start;
    for (let i = from; i < to; i++) {
      state = next[state + classOf[bytes[i]!]!]!;
      if (state >= accept && isText(bytes[i]!)) onHit(i, state);
    }
    return state;
  }

  private four(bytes: Uint8Array, from: number, size: number, onHit: OnHit): void {
    scanLanes(this.automaton, bytes, from, size, this.state, this.lanes);
    let state = this.state;
    for (const [index, lane] of this.lanes.entries()) {
      const begin = from + index * size;
      // The first lane began in the right state.
      const same = index === 0 ? begin : this.until(bytes, begin, begin + size, state, onHit);
      if (same < 0) {
        state = ~same;
        continue;
      }
      for (let hit = 0; hit < lane.count; hit++) {
        const at = lane.at[hit]!;
        if (at >= same && isText(bytes[at]!)) onHit(at, lane.state[hit]!);
      }
      state = lane.end;
    }
    this.state = state;
  }

  /** Runs on from `state` until a run that began at the root is in the same state; ~state when that never happens. */
  private until(bytes: Uint8Array, from: number, to: number, state: number, onHit: OnHit): number {
    const { classOf, next, accept } = this.automaton;
    let own = state;
    let fresh = 0;
    for (let i = from; i < to; i++) {
      if (own === fresh) return i;
      const symbol = classOf[bytes[i]!]!;
      own = next[own + symbol]!;
      fresh = next[fresh + symbol]!;
      if (own >= accept && isText(bytes[i]!)) onHit(i, own);
    }
    return own === fresh ? to : ~own;
  }
}

/** CR and LF stay in the state before them, also in an accepting one. */
function isText(byte: number): boolean {
  return byte !== LF && byte !== CR;
}

/**
 * The hot loop. Everything it touches is a local or a typed array, and one branch decides for all four lanes:
 * hits are rare.
 */
function scanLanes(
  automaton: Automaton,
  bytes: Uint8Array,
  from: number,
  size: number,
  start: number,
  lanes: readonly Lane[],
): void {
  const { classOf, next, accept } = automaton;
  const from1 = from + size;
  const from2 = from1 + size;
  const from3 = from2 + size;
  for (const lane of lanes) lane.count = 0;
  let s0 = start;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < size; i++) {
    s0 = next[s0 + classOf[bytes[from + i]!]!]!;
    s1 = next[s1 + classOf[bytes[from1 + i]!]!]!;
    s2 = next[s2 + classOf[bytes[from2 + i]!]!]!;
    s3 = next[s3 + classOf[bytes[from3 + i]!]!]!;
    if (s0 >= accept || s1 >= accept || s2 >= accept || s3 >= accept) {
      if (s0 >= accept) note(lanes[0]!, from + i, s0);
      if (s1 >= accept) note(lanes[1]!, from1 + i, s1);
      if (s2 >= accept) note(lanes[2]!, from2 + i, s2);
      if (s3 >= accept) note(lanes[3]!, from3 + i, s3);
    }
  }
  lanes[0]!.end = s0;
  lanes[1]!.end = s1;
  lanes[2]!.end = s2;
  lanes[3]!.end = s3;
}

function note(lane: Lane, at: number, state: number): void {
  lane.at[lane.count] = at;
  lane.state[lane.count++] = state;
}
