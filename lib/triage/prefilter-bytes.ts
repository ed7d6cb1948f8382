/**
 * The pre-filter on bytes. A step of an automaton waits for the load of the step before, about six cycles a byte,
 * so four places of the same chunk are read side by side: their loads overlap, and JavaScript needs no SIMD for
 * it (the same idea as multi-stream Aho–Corasick on GPUs; measured in bench/). Where a lane ends, the true run
 * goes on into the next lane until both are in one state; from there on they are the same run.
 */

import type { Automaton } from './prefilter';

/** What a lane reads at once; as many hits can be in it, so that nothing has to grow in the hot loop. */
const LANE = 16 * 1024;
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

/** Reads four neighbouring pieces of `size` bytes side by side, the first from state `start`, the others from the root. */
function scanLanes(
  { classOf, next, accept }: Automaton,
  bytes: Uint8Array,
  from: number,
  size: number,
  start: number,
  lanes: readonly Lane[],
): void {
  for (const lane of lanes) lane.count = 0;
  STATES.fill(0);
  STATES[0] = start;
  const unrolled = size - UNROLLED + 1;
  for (let at = 0; at < size; at++) {
    const [s0, s1, s2, s3] = [STATES[0]!, STATES[1]!, STATES[2]!, STATES[3]!];
    if (at < unrolled) at = untilHit(next, classOf, bytes, from, size, accept, at, s0, s1, s2, s3);
    else oneStep(next, classOf, bytes, from, size, at);
    for (let index = 0; index < LANES; index++) {
      if (STATES[index]! >= accept) note(lanes[index]!, from + index * size + at, STATES[index]!);
    }
  }
  for (let index = 0; index < LANES; index++) lanes[index]!.end = STATES[index]!;
}

/** Where the hot loop leaves its states: the compiler knows its address, so that it takes no register inside. */
const STATES = new Int32Array(LANES);

/** One step of all lanes: what the unrolled loop leaves over. */
function oneStep(
  next: Int32Array,
  classOf: Uint8Array,
  bytes: Uint8Array,
  from: number,
  size: number,
  at: number,
): void {
  for (let index = 0; index < LANES; index++)
    STATES[index] = next[STATES[index]! + classOf[bytes[from + index * size + at]!]!]!;
}

const UNROLLED = 4;

/**
 * The hot loop, from step `i` on; at least UNROLLED steps must be left. Returns the last step made: one at which
 * some lane ends a literal, or one so near the end that fewer than UNROLLED are left. It holds nothing but loads
 * and branches, and is too long to be inlined: whatever else stands around it takes registers and half the speed
 * (1.1 GB/s here against 0.5 with hits noted inside).
 */
function untilHit(
  next: Int32Array,
  classOf: Uint8Array,
  bytes: Uint8Array,
  from: number,
  size: number,
  accept: number,
  i: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): number {
  const from1 = from + size;
  const from2 = from1 + size;
  const from3 = from2 + size;
  for (const end = size - UNROLLED + 1; ;) {
    s0 = next[s0 + classOf[bytes[from + i]!]!]!;
    s1 = next[s1 + classOf[bytes[from1 + i]!]!]!;
    s2 = next[s2 + classOf[bytes[from2 + i]!]!]!;
    s3 = next[s3 + classOf[bytes[from3 + i]!]!]!;
    if (s0 >= accept || s1 >= accept || s2 >= accept || s3 >= accept) break;
    i++;
    s0 = next[s0 + classOf[bytes[from + i]!]!]!;
    s1 = next[s1 + classOf[bytes[from1 + i]!]!]!;
    s2 = next[s2 + classOf[bytes[from2 + i]!]!]!;
    s3 = next[s3 + classOf[bytes[from3 + i]!]!]!;
    if (s0 >= accept || s1 >= accept || s2 >= accept || s3 >= accept) break;
    i++;
    s0 = next[s0 + classOf[bytes[from + i]!]!]!;
    s1 = next[s1 + classOf[bytes[from1 + i]!]!]!;
    s2 = next[s2 + classOf[bytes[from2 + i]!]!]!;
    s3 = next[s3 + classOf[bytes[from3 + i]!]!]!;
    if (s0 >= accept || s1 >= accept || s2 >= accept || s3 >= accept) break;
    i++;
    s0 = next[s0 + classOf[bytes[from + i]!]!]!;
    s1 = next[s1 + classOf[bytes[from1 + i]!]!]!;
    s2 = next[s2 + classOf[bytes[from2 + i]!]!]!;
    s3 = next[s3 + classOf[bytes[from3 + i]!]!]!;
    if (s0 >= accept || s1 >= accept || s2 >= accept || s3 >= accept || i + 1 >= end) break;
    i++;
  }
  STATES[0] = s0;
  STATES[1] = s1;
  STATES[2] = s2;
  STATES[3] = s3;
  return i;
}

function note(lane: Lane, at: number, state: number): void {
  lane.at[lane.count] = at;
  lane.state[lane.count++] = state;
}
