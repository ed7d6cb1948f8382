/** Names that log collectors put in front of every physical line, wrapped pieces and blank lines included. */

import type { Around } from './around';
import { cut } from './edit';
import type { Envelope, Line } from './line';

interface Prefix {
  id: string;
  pattern: RegExp;
  /** So many lines in a row make it a prefix and not text. */
  least: number;
  /** What must be the same on all lines of the run. */
  same(match: RegExpExecArray): string;
  envelope(match: RegExpExecArray): Envelope;
}

const PREFIXES: Prefix[] = [
  {
    // [pod/web-6b7c4f9d5-k2x4m/app] …          kubectl logs --prefix
    id: 'envelope-kubectl',
    pattern: /^\[pod\/([a-z0-9.-]+)\/([a-z0-9.-]+)\](?: |$)/,
    least: 1,
    same: () => '',
    envelope: (match) => ({ kind: 'kubectl', pod: match[1], container: match[2] }),
  },
  {
    // web-6b7c4f9d5-k2x4m app …                stern; a pod's name ends in a hash or an ordinal
    id: 'envelope-kubectl',
    pattern:
      /^([a-z0-9][a-z0-9.-]{0,252}-(?:[a-z0-9]{0,63}\d[a-z0-9]{0,63}|[bcdfghjklmnpqrstvwxz2456789]{5})) ([a-z][a-z0-9-]{0,62})(?: |$)/,
    least: 3,
    same: (match) => match[0].trimEnd(),
    envelope: (match) => ({ kind: 'kubectl', pod: match[1], container: match[2] }),
  },
  {
    // shop_db_backup_1  | …                    docker compose logs: the bars stand under each other
    id: 'envelope-compose',
    pattern: /^([a-zA-Z][\w.-]*) +\|(?: |$)/,
    least: 3,
    same: (match) => String(match[0].trimEnd().length),
    envelope: (match) => ({ kind: 'compose', container: match[1] }),
  },
];

export const prefixes: Around = {
  id: 'prefixes',
  apply(lines, context) {
    for (const prefix of PREFIXES) {
      const count = takeOff(lines, prefix);
      if (count > 0) context.note(prefix.id, count);
    }
    return 0;
  },
};

function takeOff(lines: Line[], prefix: Prefix): number {
  let count = 0;
  for (let at = 0; at < lines.length; at++) {
    const first = prefix.pattern.exec(lines[at]!.text);
    if (!first) continue;
    const run = [first];
    const same = prefix.same(first);
    for (let next = at + 1; next < lines.length; next++) {
      const match = prefix.pattern.exec(lines[next]!.text);
      if (!match || prefix.same(match) !== same) break;
      run.push(match);
    }
    if (run.length >= prefix.least) {
      run.forEach((match, i) => {
        const line = lines[at + i]!;
        line.envelope = { ...line.envelope, ...prefix.envelope(match) };
        cut(line, match[0].length);
      });
      count += run.length;
    }
    at += run.length - 1;
  }
  return count;
}
