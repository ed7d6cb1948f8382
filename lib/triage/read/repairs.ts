/** All repairs. */

import { characters } from './characters';
import { envelopes } from './envelopes';
import { escapes } from './escapes';
import type { Repair } from './repair';

/**
 * Order matters. Characters first: every later pattern may then rely on plain ones. Then what was put around
 * each physical line, outermost in. Then the joints of wrapped lines, on the text as the terminal showed it.
 * Envelopes after that, because a wrapped record carries one only on its first piece; escapes last, because a
 * string may run across pieces.
 */
export const REPAIRS: readonly Repair[] = [characters, envelopes, escapes];
