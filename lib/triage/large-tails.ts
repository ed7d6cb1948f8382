/** The last line on which a rule fired that is only counted: "last seen" must be true. */

import type { Admission } from './large-admit';
import { lineEnd, lineStart, textOf } from './large-bytes';
import type { Piece } from './large-pieces';
import type { Plan } from './large-plan';

/** A line longer than this is cut around what was found. */
export const LONG = 64 * 1024;
/** Latest places of a literal in a block that are tried, the last first. */
const LATEST = 8;

const DECODER = new TextDecoder();

export class Tails {
  /** Per entry a ring of offsets in this block, and how many there were. */
  private readonly latest: Int32Array;
  private readonly count: Int32Array;
  /** Per rule. */
  private readonly last = new Map<number, Piece>();

  constructor(
    private readonly plan: Plan,
    private readonly admission: Admission,
  ) {
    this.latest = new Int32Array(plan.entries.length * LATEST);
    this.count = new Int32Array(plan.entries.length);
  }

  /** Another block has come. */
  begin(): void {
    this.count.fill(0);
  }

  note(entry: number, at: number): void {
    this.latest[entry * LATEST + (this.count[entry]!++ % LATEST)] = at;
  }

  /** The block has ended at `to`. `lineOf` is asked for places in order. */
  settle(bytes: Uint8Array, to: number, lineOf: (offset: number) => number): void {
    const found: { rule: number; start: number }[] = [];
    this.plan.entries.forEach(({ rules }, entry) => {
      if (this.count[entry] === 0) return;
      for (const rule of rules) {
        const at = this.admission.isFull(rule) ? this.lastOf(rule, entry, bytes, to) : -1;
        if (at >= 0) found.push({ rule, start: lineStart(bytes, at) });
      }
    });
    for (const { rule, start } of found.sort((a, b) => a.start - b.start)) {
      const end = Math.min(lineEnd(bytes, start, to), start + LONG);
      this.last.set(rule, { line: lineOf(start), bytes: bytes.slice(start, end) });
    }
  }

  private lastOf(rule: number, entry: number, bytes: Uint8Array, to: number): number {
    const { pattern } = this.plan.relaxed[rule]!;
    const count = this.count[entry]!;
    for (let n = count - 1; n >= 0 && n >= count - LATEST; n--) {
      const at = this.latest[entry * LATEST + (n % LATEST)]!;
      if (pattern.test(textOf(DECODER, bytes, lineStart(bytes, at), lineEnd(bytes, at, to), at))) return at;
    }
    return -1;
  }

  pieces(): Piece[] {
    return [...this.last.values()];
  }
}
