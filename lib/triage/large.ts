/**
 * Files beyond 10 MB: one pass of the byte automaton admits lines; what it admits, with its neighbours, is read as
 * a paste is. Blocks have a fixed size in the file, so chunks of any size give the same diagnosis.
 */

import type { Compiled } from './compile';
import { Admission } from './large-admit';
import { countLines, lineEnd, lineStart } from './large-bytes';
import { clean, isDirty, isWrapped, unwrap } from './large-clean';
import type { Piece } from './large-pieces';
import { planOf, type Plan } from './large-plan';
import { TableFollower } from './large-table';
import { LONG, Tails } from './large-tails';
import { ByteScanner } from './prefilter-bytes';

/** Bytes of the file that are looked at together. */
export const BLOCK = 4 * 1024 * 1024;
/** Bytes before a block that are kept, for the lines above a hit and for the end of the file. */
const CARRY = 256 * 1024;
/** Lines at the beginning and at the end that always come along. */
export const EDGE = 200;
/** So much of the file is read as a paste; from half of it on, only what fired seldom comes along. */
const MOST = 8 * 1024 * 1024;

/** What is known when the file has ended. */
export interface Large {
  pieces: Piece[];
  lines: number;
  admission: Admission;
  /** Lines that a slow repair put together stand with blank ones behind them. */
  dense: boolean;
  cleaned: number;
  unwrapped: number;
  cutLines: boolean;
  full: boolean;
}

export class LargeReader {
  private readonly plan: Plan;
  private readonly scanner: ByteScanner;
  private readonly admission: Admission;
  private readonly pieces: Piece[] = [];
  private admitted = 0;
  private readonly buffer = new Uint8Array(CARRY + BLOCK);
  /** `buffer[0, carry)` was read before, `buffer[carry, used)` was not. */
  private carry = 0;
  private used = 0;
  /** Number of the line at `buffer[0]`. */
  private firstLine = 1;
  private blocks = 0;
  /** Admitted up to this offset. */
  private doneTo = 0;
  /** Where the lines admitted last begin. */
  private runFrom = 0;
  private pending = EDGE;
  private readonly table = new TableFollower();
  private readonly tails: Tails;
  private wrapped = false;
  private large = { cleaned: 0, unwrapped: 0, cutLines: false, full: false };

  constructor(private readonly compiled: Compiled) {
    this.plan = planOf(compiled);
    this.scanner = new ByteScanner(this.plan.automaton);
    this.admission = new Admission(compiled, this.plan);
    this.tails = new Tails(this.plan, this.admission);
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const size = Math.min(bytes.length - at, this.buffer.length - this.used);
      this.buffer.set(bytes.subarray(at, at + size), this.used);
      this.used += size;
      at += size;
      if (this.used === this.buffer.length) this.block(false);
    }
  }

  end(): Large {
    this.block(true);
    const lines =
      this.firstLine -
      1 +
      countLines(this.buffer, 0, this.used) +
      (this.buffer[this.used - 1] === 10 ? 0 : 1);
    let from = this.used;
    for (let n = 0; from > 0 && n < EDGE; n++) from = lineStart(this.buffer, from - 1);
    this.pieces.push(...this.tails.pieces(), this.pieceAt(from, this.used));
    return {
      pieces: this.pieces,
      lines,
      admission: this.admission,
      dense: this.large.unwrapped > 0,
      ...this.large,
    };
  }

  /** Reads what is in the buffer, up to the last line end but a few: these lines look ahead to the next block. */
  private block(final: boolean): void {
    let to = this.used;
    if (!final) {
      const floor = this.carry + BLOCK / 2;
      let at = this.used;
      for (let n = 0; n < 4 && at > floor; n++) at = lineStart(this.buffer, at - 1);
      // No line ends here: the line goes on in the next block.
      to = at > floor ? at : this.used;
    }
    this.cursor = { at: 0, line: this.firstLine };
    this.repaired = false;
    if (to > this.carry) this.repairAndScan(to, final);
    this.keep(final ? this.used : to);
    this.blocks++;
  }

  private repairAndScan(to: number, final: boolean): void {
    const { buffer, carry } = this;
    const asked = this.wrapped || final || (this.blocks & (this.blocks - 1)) === 0;
    if (asked) this.wrapped = isWrapped(buffer, carry, to, this.compiled.words);
    const repaired = this.wrapped
      ? unwrap(buffer, carry, to, this.compiled.words)
      : isDirty(buffer, carry, to)
        ? clean(buffer, carry, to)
        : undefined;
    this.repaired = repaired !== undefined;
    if (!repaired) return this.scan(buffer, carry, to);
    if (this.wrapped) this.large.unwrapped++;
    else this.large.cleaned++;
    const whole = new Uint8Array(carry + repaired.length);
    whole.set(buffer.subarray(0, carry));
    whole.set(repaired, carry);
    this.scan(whole, carry, whole.length);
  }

  private scan(bytes: Uint8Array, from: number, to: number): void {
    this.admission.begin();
    this.tails.begin();
    this.doneTo = Math.min(this.doneTo, from);
    this.runFrom = this.doneTo;
    if (this.pending > 0) {
      let end = from;
      for (; end < to && this.pending > 0; this.pending--) end = lineEnd(bytes, end, to);
      this.admit(bytes, from, end);
    }
    if (this.table.open) this.admit(bytes, from, this.table.follow(bytes, from, to));
    const { outputs, outputStart, accept, classes } = this.plan.automaton;
    this.scanner.scan(bytes, from, to, (at, state) => {
      const index = (state - accept) / classes;
      for (let o = outputStart[index]!; o < outputStart[index + 1]!; o++)
        this.found(outputs[o]!, at, bytes, to);
    });
    this.tails.settle(bytes, to, (offset) => this.lineIn(bytes, offset));
    this.doneTo = Math.min(this.doneTo, to);
  }

  private found(entry: number, at: number, bytes: Uint8Array, to: number): void {
    const { admission } = this;
    if (admission.followed[entry] === 1) this.tails.note(entry, at);
    if (admission.done[entry] === 1) return;
    const wish = this.admission.wish(entry, at, bytes, to);
    if (!wish) return;
    if (wish.pending > 0) this.pending = Math.max(this.pending, wish.pending);
    if (wish.length > LONG) {
      this.large.cutLines = true;
      this.admit(bytes, Math.max(wish.start, at - LONG / 4), Math.min(wish.end, at + LONG / 4));
    } else this.admit(bytes, wish.start, wish.end);
    if (wish.rows > 0) {
      this.table.begin(wish.rows);
      this.admit(bytes, Math.min(wish.end, to), this.table.follow(bytes, wish.end, to));
    }
  }

  private cursor = { at: 0, line: 1 };
  /** The block was repaired: its offsets are not those of the buffer. */
  private repaired = false;

  /** Takes lines along. What begins above the lines admitted last goes back for those between. */
  private admit(bytes: Uint8Array, from: number, to: number): void {
    if (from < this.runFrom) {
      this.take(bytes, from, Math.min(to, this.runFrom));
      this.runFrom = from;
    }
    const start = Math.max(from, this.doneTo);
    if (to <= start) return;
    if (start > this.doneTo) this.runFrom = start;
    this.take(bytes, start, to);
    this.doneTo = to;
  }

  private take(bytes: Uint8Array, from: number, to: number): void {
    if (this.admitted + to - from > MOST) {
      this.large.full = true;
      return;
    }
    this.admitted += to - from;
    if (this.admitted > MOST / 2) this.admission.tight = this.large.full = true;
    this.pieces.push({ line: this.lineIn(bytes, from), bytes: bytes.slice(from, to) });
  }

  private pieceAt(from: number, to: number): Piece {
    const line = this.firstLine + countLines(this.buffer, 0, from);
    // The end of a file without line ends may be long.
    return { line, bytes: this.buffer.slice(Math.max(from, to - CARRY), to) };
  }

  /** Number of the line at `offset` of the block, counted from the place last asked about. */
  private lineIn(bytes: Uint8Array, offset: number): number {
    const { at, line } = this.cursor;
    const number = offset >= at ? line + countLines(bytes, at, offset) : line - countLines(bytes, offset, at);
    this.cursor = { at: offset, line: number };
    return number;
  }

  /** Moves the end of what was read to the front of the buffer. */
  private keep(to: number): void {
    let from = Math.max(0, to - CARRY);
    if (from > 0) {
      const start = lineEnd(this.buffer, from - 1, to);
      if (start < to) from = start;
    }
    this.firstLine = this.repaired
      ? this.firstLine + countLines(this.buffer, 0, from)
      : this.lineIn(this.buffer, from);
    this.buffer.copyWithin(0, from, this.used);
    this.carry = to - from;
    this.used -= from;
    // Repaired blocks have other offsets: all of the carried lines were looked at, so nothing before is asked again
    // except as a neighbour, and a neighbour that is admitted twice is dropped by its number.
    this.doneTo = Math.max(0, this.doneTo - from);
  }
}
