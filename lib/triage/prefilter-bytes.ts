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
  private readonly states = new Int32Array(LANES);
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
    scanLanes(this.automaton, bytes, from, size, this.state, this.lanes, this.states);
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

function scanLanes(
  { classOf, next, accept }: Automaton,
  bytes: Uint8Array,
  from: number,
  size: number,
  start: number,
  lanes: readonly Lane[],
  states: Int32Array,
): void {
  for (const lane of lanes) lane.count = 0;
  states.fill(0);
  states[0] = start;
  let at = 0;
  while (at < size) {
    at = untilHit(next, classOf, bytes, from, size, accept, at, states);
    for (let index = 0; index < LANES; index++) {
      if (states[index]! >= accept) note(lanes[index]!, from + index * size + at - 1, states[index]!);
    }
  }
  for (let index = 0; index < LANES; index++) lanes[index]!.end = states[index]!;
}

/**
 * The hot loop, from step `at` to the first step at which a lane ends a literal; returns the step behind it.
 * It holds nothing but loads and one branch: noting hits in here costs half the speed, for want of registers.
 */
function untilHit(
  next: Int32Array,
  classOf: Uint8Array,
  bytes: Uint8Array,
  from: number,
  size: number,
  accept: number,
  at: number,
  states: Int32Array,
): number {
  let s0 = states[0]!;
  let s1 = states[1]!;
  let s2 = states[2]!;
  let s3 = states[3]!;
  const from1 = from + size;
  const from2 = from1 + size;
  const from3 = from2 + size;
  let i = at;
  for (; i < size; i++) {
    s0 = next[s0 + classOf[bytes[from + i]!]!]!;
    s1 = next[s1 + classOf[bytes[from1 + i]!]!]!;
    s2 = next[s2 + classOf[bytes[from2 + i]!]!]!;
    s3 = next[s3 + classOf[bytes[from3 + i]!]!]!;
    if (s0 >= accept || s1 >= accept || s2 >= accept || s3 >= accept) {
      i++;
      break;
    }
  }
  states[0] = s0;
  states[1] = s1;
  states[2] = s2;
  states[3] = s3;
  return i;
}

function note(lane: Lane, at: number, state: number): void {
  lane.at[lane.count] = at;
  lane.state[lane.count++] = state;
}
