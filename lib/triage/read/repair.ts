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

/** Lines longer than this are no pieces of a wrapped one: 64 KB. */
export const LONG_LINE = 64 * 1024;

/** Lines longer than this are left as they stand: 1 MB. Said in `limits`. */
export const HUGE_LINE = 1024 * 1024;

export function isBlank(text: string): boolean {
  // Most lines begin with a visible character, and are done with.
  return text.length === 0 || (text.charCodeAt(0) <= 32 && text.trim() === '');
}
