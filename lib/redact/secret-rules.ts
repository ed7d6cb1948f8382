/** Secrets that show by where they stand. Order matters: whole blocks and lines go before single values. */

import { BARE, IS, pattern, QUOTE, QUOTED } from './forms';
import { COMMAND_RULES } from './secret-commands';
import { ENV_WORD, isSecret, REDACTED, SECRET_WORD } from './secret-keys';
import { PROSE_RULES } from './secret-prose';
import { mask, REST, type SecretRule } from './secret-rule';

const VALUE = `(?!\\d{1,9} bytes)(?<value>${QUOTED}|${BARE})`;

export const SECRET_RULES: readonly SecretRule[] = [
  // password: |      (and the indented lines below it)
  {
    id: 'yaml-block',
    pattern: pattern(
      String.raw`(?<before>^(?<indent>[ \t]*)(?:- )?["']?[\w.-]{0,64}?${SECRET_WORD}${REST}["']?:[ \t]*[|>][+-]?\d?[ \t]*\n)(?<value>(?:\k<indent>[ \t]+\S.*(?:\n|$)){1,400})`,
      'gim',
    ),
    put: (match, { before, value = '', rest = '' }) => {
      const indent = /^[ \t]*/.exec(value)?.[0] ?? '  ';
      return isSecret(rest, value)
        ? `${before}${indent}${REDACTED}${value.endsWith('\n') ? '\n' : ''}`
        : match;
    },
  },
  // - name: DB_PASSWORD      {"name":"DB_PASSWORD","value":"x"}, also escaped
  //   value: x
  {
    id: 'env-entry',
    pattern: pattern(
      String.raw`(?<before>name${QUOTE}?${IS}${QUOTE}?[\w.-]{0,64}?${SECRET_WORD}${REST}${QUOTE}?(?:\s{0,200}|,\s{0,200}|\\n\s{0,80}|%2C)${QUOTE}?value${QUOTE}?${IS})${VALUE}`,
      'gi',
    ),
    put: mask,
  },
  // Authorization: Bearer x      -H 'Authorization: Basic x'      X-Auth-Token: x
  {
    id: 'header',
    pattern: pattern(
      String.raw`(?<before>(?:authorization|x-[a-z-]{0,20}(?:token|key|auth|secret))${QUOTE}?${IS}\[?${QUOTE}?(?:(?:bearer|basic|token|digest|negotiate|aws4-hmac-sha256)(?:[ \t+]|%20|\n[ \t]*){1,4})?)(?<value>(?!(?:bearer|basic|token|digest|negotiate)(?:[ \t+\n]|%20))${BARE})`,
      'gi',
    ),
    put: mask,
  },
  {
    id: 'bearer',
    pattern: pattern(
      String.raw`(?<before>\bbearer(?:[ \t+]|%20){1,4}${QUOTE}?)(?<value>(?=\S{0,200}[\d._~+/=-])(?!token|auth)[A-Za-z0-9._~+/%=-]{12,4096})`,
      'gi',
    ),
    put: mask,
  },
  // Cookie: a=b; c=d      Set-Cookie: …
  {
    id: 'cookie',
    pattern: pattern(
      String.raw`(?<before>\b(?:set-)?cookie${QUOTE}?${IS}(?:${QUOTE}|\[)?)(?<value>(?:(?!%22|\\["n])[^"'\n\]]){3,4096})`,
      'gi',
    ),
    put: mask,
  },
  // https://user:pass@host      https%3A%2F%2Fuser%3Apass%40host      https://key@sentry…
  {
    id: 'url-credentials',
    pattern: pattern(
      String.raw`(?<before>[a-z][a-z0-9+.-]{1,20}(?:://|%3A%2F%2F|:\\/\\/))(?<value>(?:(?!%2F%2F|%20|%22|%40[^%\s]{0,200}%40)[^\s"'<>/\\@\0]){1,512})(?<after>@|%40)(?=[A-Za-z0-9[({])`,
      'gi',
    ),
    put: (match, { before, value = '', after }) => {
      const parts = value.split(/:|%3A/i).length;
      const hidden = parts > 1 ? `${REDACTED}${/%3A/i.test(value) ? '%3A' : ':'}${REDACTED}` : REDACTED;
      return value === 'git' ? match : `${before}${hidden}${after}`;
    },
  },
  // export DB_PASSWORD=a b,c      -e DB_PASSWORD=x      (in an environment dump the value is the rest of the line)
  {
    id: 'env-line',
    pattern: pattern(
      String.raw`(?<before>(?:^|\0)[ \t]*(?:export |set |env |declare -x |- |-e |--env[ =]|Environment=|")?(?:[A-Z][A-Z0-9_]{0,64}?)?${ENV_WORD}(?<rest>[A-Z0-9_]{0,32})=)(?<value>${QUOTED}|[^\n\0"']{1,4096})`,
      'gm',
    ),
    put: mask,
  },
  // password: some words      (a YAML line; the value is the rest of the line)
  {
    id: 'yaml-line',
    pattern: pattern(
      String.raw`(?<before>^[ \t]*(?:- )?["']?[\w.-]{0,64}?${SECRET_WORD}${REST}["']?:[ \t]+)(?<value>${QUOTED}|(?![|>{[&*!"'])[^\n#]{1,4096}?)(?<after>[ \t]*,?[ \t]*(?:#[^\n]*)?$)`,
      'gim',
    ),
    put: mask,
  },
  // "auth": "dXNlcjpwYXNz"      identitytoken, also escaped
  {
    id: 'docker-auth',
    pattern: pattern(
      String.raw`(?<before>${QUOTE}(?:auth|identitytoken|registrytoken)${QUOTE}(?:\s{0,8}(?::|%3A)\s{0,8}))(?<value>${QUOTED})`,
      'gi',
    ),
    put: mask,
  },
  // password=x      "token":"x"      client_secret%3Dx      AccountKey=x;
  {
    id: 'key-value',
    pattern: pattern(
      String.raw`(?<before>(?<![A-Za-z]{20})${SECRET_WORD}${REST}${QUOTE}?${IS})${VALUE}`,
      'gi',
    ),
    put: mask,
  },
  // ?sig=…&      X-Amz-Signature=…      code=…
  {
    id: 'url-signature',
    pattern: pattern(
      String.raw`(?<before>[?&;](?:sig|signature|x-amz-(?:signature|credential)|x-goog-(?:signature|credential)|code|auth|key|pass)=)(?<value>[^\s&"'<>]{6,2048})`,
      'gi',
    ),
    put: mask,
  },
  ...COMMAND_RULES,
  ...PROSE_RULES,
];
