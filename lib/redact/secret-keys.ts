/** Which keys hold a secret, and which values of such keys are none. */

/** Keys whose value is a secret, in any case, with any prefix: DB_PASSWORD, x-api-key, client-key-data. */
export const SECRET_WORD =
  '(?:passw(?:or)?d|passwd|passphrase|pwd|secret|token|api[_.-]?key|apikey|access[_.-]?key|private[_.-]?key|account[_.-]?key|shared[_.-]?access[_.-]?(?:key|signature)|signing[_.-]?key|encryption[_.-]?key|master[_.-]?key|license[_.-]?key|client[_.-]?key(?:[_.-]?data)?|client[_.-]?certificate[_.-]?data|certificate[_.-]?authority[_.-]?data|credentials?|dockerconfigjson|dockercfg|session[_.-]?id|sessionid|auth[_.-]?key|webhook[_.-]?url|connection[_.-]?string|conn[_.-]?str|salt|nonce|otp|pin[_.-]?code|passwort|passcode|preshared[_.-]?key|psk|(?:routing|service|integration)[_.-]?key|_auth|erlang[_.-]?cookie|(?<!by)pass(?![\\w.-])|pw(?![\\w.-]))';

/** In the name of an environment variable shorter words do. */
export const ENV_WORD =
  '(?:PASSW(?:OR)?D|PASSPHRASE|PASS|PWD(?<!^PWD)|SECRET|TOKEN|AUTH|API_?KEY|KEY|DSN|COOKIE|CREDENTIALS?|SALT|SIGNATURE|CONNECTION_?STRING|CONN_?STR|WEBHOOK(?:_URL)?)';

/** The rest of a key that makes it a pointer or a number: secretName, tokenExpirationSeconds, PASSWORD_FILE. */
const POINTER =
  /^s?[_.-]?(?:names?|ref|key_?ref|key_?name|file|path|dir|seconds|expir\w*|ttl|count|type|version|policy|mount|volume|length|limit|bytes|usage|request|review|controller|manager|store|provider|class|kind|namespace|lists?|sync\w*|informer|reflector|cleaner)$/i;

/** Values that tell nothing: empty, switches, masks, references to where the secret is. */
const EMPTY =
  /^(?:true|false|null|nil|none|<nil>|<none>|<unset>|undefined|redacted|\[redacted\]|\*+|x{3,}|\d{1,9} bytes|\$\([A-Za-z_][\w.]*\)|\$\{[A-Za-z_][\w.]*\}|\{\{[^{}]*\}\}|<set to the key [^\n]*)?$/i;

export const REDACTED = 'REDACTED';

/** Whether `value`, found under a key that ends in `rest` after the secret word, must go. */
export function isSecret(rest: string, value: string): boolean {
  if (POINTER.test(rest)) return false;
  const bare = value
    .replace(/^(?:\\{0,3}["'`]|[“”‘’]|&quot;|%22)+|(?:\\{0,3}["'`]|[“”‘’]|&quot;|%22)+$/g, '')
    .trim();
  if (EMPTY.test(bare)) return false;
  return !(/^s$/i.test(rest) && /^\d+$/.test(bare));
}

/** Puts the mask between the quotes that the value had. */
export function masked(value: string): string {
  const quotes = /^(\\{0,3}["'`]|[“‘]|&quot;|%22)?[^]*?(\\{0,3}["'`]|[”’“]|&quot;|%22)?$/.exec(value);
  return quotes?.[1] ? `${quotes[1]}${REDACTED}${quotes[2] ?? ''}` : REDACTED;
}
