/** Secrets in sentences, and the rest of a secret in the next line. These rules run last. */

import { pattern } from './forms';
import { goesOnRandom } from './random-looking';
import { REDACTED } from './secret-keys';
import { mask, type SecretRule } from './secret-rule';

const PASSWORD = '(?:pass(?:word|phrase|code|wort)|passwort)';

export const PROSE_RULES: readonly SecretRule[] = [
  // the password is x1      password set to "x"; "password is expired" is no password
  {
    id: 'prose',
    pattern: pattern(
      String.raw`(?<before>\b${PASSWORD}(?:[ \t]+(?:is|was|set to|changed to|of))?[ \t]+)(?<value>(?=[^\s"']{0,64}[A-Za-z])(?=[^\s"']{0,64}\d)(?!\d{1,9} bytes)[^\s"',;:()]{6,128})`,
      'gi',
    ),
    put: mask,
  },
  {
    id: 'prose',
    pattern: pattern(
      String.raw`(?<before>\b${PASSWORD}(?:[ \t]+(?:is|was|set to|changed to|of))?[ \t]+)(?<value>"[^"\s]{4,128}"|'[^'\s]{4,128}')`,
      'gi',
    ),
    put: mask,
  },
  // login anna:x      credentials: anna:x
  {
    id: 'prose',
    pattern: pattern(
      String.raw`(?<before>\b(?:login|credentials?|creds)(?:[ \t]*[=:])?[ \t]+[A-Za-z_][\w.@-]{0,64}:)(?<value>(?!\d{1,5}\b)[^\s"',;/]{3,128})`,
      'gi',
    ),
    put: mask,
  },
  // AWS Secret Access Key [None]: x
  {
    id: 'prose',
    pattern: pattern(
      String.raw`(?<before>\b(?:secret(?: access)?|access|api|private|auth|signing|license) key(?: \[[^\]\n]{0,40}\])?[ \t]*[=:][ \t]*)(?<value>[^\s"',;]{8,4096})`,
      'gi',
    ),
    put: mask,
  },
  // Beside the id of an AWS key stands the key: forty letters of base64.
  {
    id: 'aws-key',
    pattern: pattern(
      String.raw`(?<before>${REDACTED}["']?[ \t:,;|]{1,8}["']?)(?<value>(?=[^\s"']{0,39}[A-Z])(?=[^\s"']{0,39}[a-z])[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])`,
    ),
    put: mask,
  },
  // A terminal cut the secret; what stands in the next line is its end.
  {
    id: 'continued',
    pattern: pattern(
      String.raw`(?<before>${REDACTED}["']?[ \t]*\n[ \t>|]*)(?<value>[A-Za-z0-9+/_.~-]{6,4096}={0,2})(?=[\s"',;]|$)`,
    ),
    put: (match, { before = '', value = '' }) => (goesOnRandom(value) ? `${before}${REDACTED}` : match),
  },
];
