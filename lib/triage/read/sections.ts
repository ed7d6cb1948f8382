/** Stretches of lines between which a terminal could have broken a line. */

import { lookOf, looksAlike, sameTable, type Look } from './alike';
import type { Line } from './line';
import { commandOf } from './prompt';
import { beginsRecord, isTimed } from './records';
import { isBlank, LONG_LINE } from './repair';

/** A stretch without a boundary inside. Positions count within the section; `at` leads to the document. */
export interface Section {
  at: Int32Array;
  texts: string[];
  /** Lengths without blanks at the end: a terminal pads, a person trims. */
  lengths: Int32Array;
  /** Whether line i begins a record; asked for only where it matters, remembered. */
  begins(i: number): boolean;
  /** Whether line i begins a record that shows its time. */
  timed(i: number): boolean;
  /** Whether line i is a shell prompt with a command. */
  prompt(i: number): boolean;
  /** Whether lines i and k look like rows of one thing. */
  alike(i: number, k: number): boolean;
  /** Whether lines i and k are surely rows of one table. */
  sameTable(i: number, k: number): boolean;
  /**
   * Whether line i stands out to the left between two indented lines that look alike: what was broken off
   * the row of an indented table does.
   */
  standsOut(i: number): boolean;
}

/** Sections longer than this are cut: a wrapped paste inside a long clean log is judged by what is near. */
const WINDOW = 600;
/** So many lines with exactly one blank line after each: the blank lines are damage, not paragraphs. */
const SPACED_RUN = 4;

/** Neighbouring lines, also across the single blank lines of a paste that a web page spaced out. */
export function sections(lines: readonly Line[]): Section[] {
  const full: number[] = [];
  const gaps: number[] = [];
  let gap = 0;
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (isBlank(text)) {
      gap++;
      continue;
    }
    full.push(i);
    gaps.push(text.length > LONG_LINE ? 2 : gap);
    gap = 0;
  }
  const spaced = spacedOut(gaps);
  const found: Section[] = [];
  let first = 0;
  for (let k = 1; k <= full.length; k++) {
    const together = k < full.length && k - first < WINDOW && (spaced[k] ? gaps[k] === 1 : gaps[k] === 0);
    if (together && (k - 1 === first || spaced[k] === spaced[k - 1] || spaced[k])) continue;
    if (k - first > 1) found.push(section(lines, full.slice(first, k)));
    first = k;
  }
  return found;
}

/** Marks lines that are one blank line behind their predecessor, in a run of such lines. */
function spacedOut(gaps: readonly number[]): Uint8Array {
  const spaced = new Uint8Array(gaps.length);
  for (let k = 1; k < gaps.length; k++) {
    if (gaps[k] !== 1) continue;
    let end = k;
    while (gaps[end + 1] === 1) end++;
    // A line with a direct neighbour below begins a block of its own.
    const last = gaps[end + 1] === 0 ? end - 1 : end;
    if (last - k + 1 >= SPACED_RUN) spaced.fill(1, k, last + 1);
    k = end;
  }
  return spaced;
}

function section(lines: readonly Line[], at: number[]): Section {
  const texts = at.map((i) => lines[i]!.text);
  const known = new Int8Array(texts.length);
  const clocks = new Int8Array(texts.length);
  const looks: (Look | undefined)[] = [];
  const look = (i: number): Look => (looks[i] ??= lookOf(texts[i]!));
  const begins = (i: number): boolean => {
    if (known[i] === 0) known[i] = beginsRecord(texts[i]!) ? 1 : -1;
    return known[i] === 1;
  };
  return {
    at: Int32Array.from(at),
    texts,
    lengths: Int32Array.from(texts, (text) =>
      text.charCodeAt(text.length - 1) <= 32 ? text.trimEnd().length : text.length,
    ),
    begins,
    timed(i) {
      if (clocks[i] === 0) clocks[i] = begins(i) && isTimed(texts[i]!) ? 1 : -1;
      return clocks[i] === 1;
    },
    prompt: (i) => commandOf(texts[i]!) !== undefined,
    alike: (i, k) => looksAlike(look(i), look(k)),
    sameTable: (i, k) => sameTable(texts[i]!, texts[k]!),
    standsOut(i) {
      const [above, text, below] = [texts[i - 1]!, texts[i]!, texts[i + 1]];
      if (below === undefined || /^\s/.test(text) || !/^\s{2}/.test(above) || !/^\s{2}/.test(below))
        return false;
      return looksAlike(look(i - 1), look(i + 1));
    },
  };
}
