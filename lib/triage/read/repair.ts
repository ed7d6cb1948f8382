/** What a repair is, and what it may see. */

import type { Line } from './line';

export interface RepairContext {
  original: string;
  /** Lower-case words of the book. */
  words: ReadonlySet<string>;
  /** Says that a repair was made on so many lines. */
  note(id: string, lines?: number): void;
  /** Says that something was cut or given up. */
  limit(sentence: string): void;
}

export interface Repair {
  id: string;
  /** Returns the lines that remain; may change the given ones in place. Never throws. */
  apply(lines: Line[], context: RepairContext): Line[];
}

/** Lines longer than this stay whole, and repairs that look at every character pair leave them alone. */
export const LONG_LINE = 64 * 1024;
