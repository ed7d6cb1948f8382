/** Takes secrets out of a text: first by shape, then what looks random, then by place. */

import { nestedIn } from './nested';
import { looksRandom, RUN } from './random-looking';
import { hideSecretObjects } from './secret-objects';
import { REDACTED } from './secret-keys';
import { SECRET_RULES } from './secret-rules';
import { TOKEN_SHAPES } from './token-shapes';

export type Counts = Record<string, number>;

/** A mask can bring a key and a value together that were apart before; so rules run until nothing moves. */
const MAX_ROUNDS = 4;

/** A log line in a log line in a log line; nobody wraps deeper than an attacker. */
export const DEEPEST = 3;

export function hideSecrets(text: string, counts: Counts, depth = 0): string {
  let now = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = once(now, counts, depth);
    if (next === now) break;
    now = next;
  }
  return now;
}

/** Secrets of the texts inside this one. */
function inside(text: string, counts: Counts, depth: number): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: inner, wrap } of nestedIn(text)) {
    const safe = hideSecrets(inner, counts, depth + 1);
    out += text.slice(at, start) + (safe === inner ? text.slice(start, end) : wrap(safe));
    at = end;
  }
  return out + text.slice(at);
}

function once(text: string, counts: Counts, depth: number): string {
  let out = depth < DEEPEST ? inside(text, counts, depth) : text;
  const count = (id: string) => void (counts[id] = (counts[id] ?? 0) + 1);
  for (const { id, pattern } of TOKEN_SHAPES)
    out = out.replace(pattern, () => {
      count(id);
      return REDACTED;
    });
  out = out.replace(RUN, (run) => {
    if (!looksRandom(run)) return run;
    count('random-looking');
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
