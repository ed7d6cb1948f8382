/** Decides which lines of a block come along, and with how many neighbours. */

import type { Compiled } from './compile';
import { MAX_PLACES } from './hit';
import { isSpelled } from './large-bytes';
import { LineView, WINDOW } from './large-line';
import { MARKERS } from './large-markers';
import { BLOCK, spread, type Spread } from './large-spread';
import type { Entry, Plan } from './large-plan';

/** Lines that a literal admits unseen: what damage hides from the expression is among them. */
const UNSEEN = 8;
/** A rule that fired so often brings fewer neighbours. */
const FEW = 20;
/** Lines with strange bytes that are read whatever they say. */
const STRANGE = 2000;
const FRAMES = 4000;
/** So often a rule may have fired to be taken along when there is not room for all. */
const SELDOM = 3;
/** Places of one literal in one long line that are looked at. */
const LOOKS = 8;

export interface Wish extends Spread {
  /** Bytes of the line itself. */
  length: number;
  /** A table begins: so many rows may follow. */
  rows: number;
}

/** What has been seen in the whole file so far. */
export class Admission {
  /** Per entry: lines admitted unseen. */
  private readonly unseen: Int32Array;
  /** Per line rule: lines on which its expression held. */
  readonly fired: Int32Array;
  readonly marked = new Int32Array(MARKERS.length);
  private strange = 0;
  private frames = 0;
  /** Expressions run so far: what a hostile file can cost. */
  runs = 0;
  /** Half of what may come along has come: only what fired seldom is taken from here on. */
  tight = false;
  private readonly line = new LineView();
  /** Per entry the line and the place last looked at, and how often. */
  private readonly lookedLine: Int32Array;
  private readonly lookedAt: Int32Array;
  private readonly looks: Int32Array;

  constructor(
    private readonly compiled: Compiled,
    private readonly plan: Plan,
  ) {
    this.unseen = new Int32Array(plan.entries.length);
    this.fired = new Int32Array(compiled.lines.length);
    this.lookedLine = new Int32Array(plan.entries.length);
    this.lookedAt = new Int32Array(plan.entries.length);
    this.looks = new Int32Array(plan.entries.length);
    this.done = new Uint8Array(plan.entries.length);
    this.followed = new Uint8Array(plan.entries.length);
  }

  /** Forgets the line last looked at: another block has come. */
  begin(): void {
    this.line.forget();
  }

  isFull(rule: number): boolean {
    return this.fired[rule]! >= MAX_PLACES;
  }

  /** Per entry: nothing that it stands for is wanted any more. */
  readonly done: Uint8Array;
  /** Per entry: some rule of it is full, and only followed. */
  readonly followed: Uint8Array;

  private settle(index: number): void {
    const entry = this.plan.entries[index]!;
    if (entry.rules.some((rule) => this.isFull(rule))) this.followed[index] = 1;
    const done =
      entry.rules.every((rule) => this.isFull(rule)) &&
      (!entry.frames || this.frames >= FRAMES) &&
      entry.markers.every((marker) => this.marked[marker]! > MARKERS[marker]!.most) &&
      (!entry.trigger || this.strange >= STRANGE);
    if (done) this.done[index] = 1;
  }

  /** What the literal of entry `index`, whose last byte is at `at`, admits; `size` is the end of the block. */
  wish(index: number, at: number, bytes: Uint8Array, size: number): Wish | undefined {
    const entry = this.plan.entries[index]!;
    const { line } = this;
    if (entry.spelling && !isSpelled(bytes, at, entry.spelling)) return undefined;
    line.find(bytes, at, size);
    if (line.isLong() && !this.looksAgain(index, at)) return undefined;
    line.look(bytes, at);
    const rows = this.rowsFrom(entry);
    const around = Math.max(this.ofRules(index, entry, bytes, size), this.ofOthers(entry), rows > 0 ? 4 : -1);
    this.settle(index);
    if (around < 0) return undefined;
    return { ...spread(bytes, size, line.start, line.end, around), rows, length: line.end - line.start };
  }

  /** A long line is looked at in some places, and not in each of the millions where a literal may stand. */
  private looksAgain(index: number, at: number): boolean {
    if (this.lookedLine[index] !== this.line.number) {
      this.lookedLine[index] = this.line.number;
      this.looks[index] = 0;
    } else if (this.looks[index]! >= LOOKS || at - this.lookedAt[index]! < WINDOW / 2) return false;
    this.looks[index]!++;
    this.lookedAt[index] = at;
    return true;
  }

  /** Lines around that the rules of the entry ask for; −1 when none holds. */
  private ofRules(index: number, entry: Entry, bytes: Uint8Array, size: number): number {
    let around = -1;
    for (const rule of entry.rules) {
      if (this.isFull(rule) || !this.holds(rule, bytes, size)) continue;
      const fired = ++this.fired[rule]!;
      if (this.tight && fired > SELDOM) continue;
      const { within } = this.plan.relaxed[rule]!;
      around = Math.max(around, within > 0 ? within + 2 : fired <= FEW ? 3 : 0);
    }
    if (around < 0 && !this.tight && entry.rules.length > 0 && this.unseen[index]! < UNSEEN) {
      this.unseen[index]!++;
      return 1;
    }
    return around;
  }

  /** On the line, on the line without escapes, or over the line ends next to it. */
  private holds(rule: number, bytes: Uint8Array, size: number): boolean {
    const { line } = this;
    if (this.test(rule, line.text)) return true;
    const plain = line.plain();
    if (plain !== '' && this.test(rule, plain)) return true;
    return line.joined(bytes, size).some((text) => this.test(rule, text));
  }

  private test(index: number, text: string): boolean {
    this.runs++;
    if (!this.plan.relaxed[index]!.pattern.test(text)) return false;
    const { and, unless } = this.compiled.lines[index]!;
    return and.every((each) => each.test(text)) && !unless.some((each) => each.test(text));
  }

  private ofOthers(entry: Entry): number {
    let around = -1;
    if (entry.trigger && !this.tight && this.strange++ < STRANGE) around = 1;
    if (entry.frames && this.frames < FRAMES && /\+0x|\[<|\(0x|\(\.\.\.\)|^\s*\S+\s*$/.test(this.line.text)) {
      this.frames++;
      around = BLOCK;
    }
    for (const index of entry.markers) {
      const marker = MARKERS[index]!;
      if (marker.rows || this.marked[index]! > marker.most || !this.isMarked(index)) continue;
      const marked = ++this.marked[index]!;
      if (marked <= (this.tight ? SELDOM : marker.most)) around = Math.max(around, marker.around);
    }
    return around;
  }

  private rowsFrom(entry: Entry): number {
    let rows = 0;
    for (const index of entry.markers) {
      const marker = MARKERS[index]!;
      if (!marker.rows || this.marked[index]! > marker.most || !this.isMarked(index)) continue;
      if (++this.marked[index]! <= marker.most) rows = Math.max(rows, marker.rows);
    }
    return rows;
  }

  private isMarked(index: number): boolean {
    const { confirm } = MARKERS[index]!;
    if (!confirm) return true;
    this.runs++;
    return confirm.test(this.line.text);
  }
}
