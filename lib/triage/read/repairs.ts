/** All repairs. */

import { around } from './around';
import { characters } from './characters';
import { envelopes } from './envelopes';
import { escapes } from './escapes';
import { printk } from './printk';
import type { Repair } from './repair';
import { runTogether } from './run-together';
import { wrapping } from './wrapping';

/**
 * Order matters. Characters first: every later pattern may then rely on plain ones. Then what was put around
 * each physical line, outermost in. Then the joints of wrapped lines, on the text as the terminal showed it.
 * Envelopes after that, because a wrapped record carries one only on its first piece; escapes last, because a
 * string may run across pieces.
 */
export const REPAIRS: readonly Repair[] = [
  characters,
  around,
  printk,
  wrapping,
  runTogether,
  envelopes,
  escapes,
];
