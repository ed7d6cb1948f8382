/** Takes secrets out of a text: first by shape, then by place. */

import { hideSecretObjects } from './secret-objects';
import { REDACTED } from './secret-keys';
import { SECRET_RULES } from './secret-rules';
import { TOKEN_SHAPES } from './token-shapes';

export type Counts = Record<string, number>;

/** A mask can bring a key and a value together that were apart before; so rules run until nothing moves. */
const MAX_ROUNDS = 4;

export function hideSecrets(text: string, counts: Counts): string {
  let now = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = once(now, counts);
    if (next === now) break;
    now = next;
  }
  return now;
}

function once(text: string, counts: Counts): string {
  let out = text;
  const count = (id: string) => void (counts[id] = (counts[id] ?? 0) + 1);
  for (const { id, pattern } of TOKEN_SHAPES)
    out = out.replace(pattern, () => {
      count(id);
      return REDACTED;
    });
  out = hideSecretObjects(out, () => count('secret-object'));
  for (const { id, pattern, put } of SECRET_RULES) {
    out = out.replace(pattern, (match: string, ...rest: unknown[]) => {
      const with_ = put(match, rest.at(-1) as Record<string, string | undefined>);
      if (with_ !== match) count(id);
      return with_;
    });
  }
  return out;
}
