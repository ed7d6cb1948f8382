/** One row of the tables of secrets that show by where they stand. */

import { isSecret, masked } from './secret-keys';

export interface SecretRule {
  id: string;
  pattern: RegExp;
  /** What takes the place of the match; the match itself when nothing in it is secret. */
  put(match: string, groups: Record<string, string | undefined>): string;
}

/** What may follow the secret word in a key. */
export const REST = String.raw`(?<rest>[\w.-]{0,32})`;

/** Keeps `before`, masks `value`, keeps `after`. */
export const mask: SecretRule['put'] = (match, { before = '', value = '', after = '', rest = '' }) =>
  isSecret(rest, value) ? `${before}${masked(value)}${after}` : match;
