/** A command with its placeholders filled, as far as the values go. Pure. */

import { fits, piecesOf, SLOTS, type Slot } from './slots';

/** What each slot is filled with. */
export type Chosen = Partial<Record<Slot, string>>;

export interface Filled {
  /** What is shown and copied. What could not be filled stands there as it was: `{{pod}}`. */
  run: string;
  /** Slots that are still open, in words: "pod", "container id". */
  missing: string[];
}

export function fill(command: string, chosen: Chosen): Filled {
  const missing: Slot[] = [];
  const run = piecesOf(command)
    .map(({ text, slot }) => {
      if (!slot) return text;
      const value = chosen[slot];
      if (value !== undefined && fits(slot, value)) return quoted(value);
      missing.push(slot);
      return text;
    })
    .join('');
  return { run, missing: [...new Set(missing)].map((slot) => SLOTS[slot].title) };
}

/**
 * One shell word. Values that have their slot's shape need no quotes in any place of a command, and none are
 * put where the command quotes already; anything else would be quoted, and never gets here.
 */
export function quoted(value: string): string {
  return /^[A-Za-z0-9_./:@%+=,][A-Za-z0-9_./:@%+=,-]*$/.test(value)
    ? value
    : `'${value.replaceAll("'", "'\\''")}'`;
}
