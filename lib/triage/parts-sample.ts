/** Which lines of a large log are searched for names and versions: the beginning, each kind of message, some of the rest. */

import { bodyStart } from './formats/kernel-line';
import type { ParsedLine } from './parsed';

const ALL = 3000;
const PER_KIND = 8;
const EVERY = 32;
const KINDS = 5000;

/** Indexes into `lines`, ascending. Up to 3,000 lines that is all of them. */
export function sample(lines: readonly ParsedLine[]): number[] {
  const seen = new Map<string, number>();
  const chosen: number[] = [];
  for (const [at, parsed] of lines.entries()) {
    if (at < ALL || at % EVERY === 0 || isNew(parsed, seen)) chosen.push(at);
  }
  return chosen;
}

function isNew({ format, line }: ParsedLine, seen: Map<string, number>): boolean {
  const { text } = line;
  const from = WORDS[format]?.(text) ?? 0;
  const key = text.slice(from, from + 24).replace(/\d+/g, '0');
  const count = seen.get(key);
  if (count === undefined) {
    if (seen.size < KINDS) seen.set(key, 1);
    return seen.size < KINDS;
  }
  seen.set(key, count + 1);
  return count < PER_KIND;
}

/** Where the words begin, behind stamps that are never the same twice. */
const WORDS: Partial<Record<ParsedLine['format'], (text: string) => number>> = {
  klog: (text) => text.indexOf(' ', 30),
  'kubelet-log': (text) => text.indexOf(' ', 30),
  logfmt: message,
  'docker-log': message,
  'containerd-log': message,
  'json-log': (text) => text.indexOf('"msg"'),
  dmesg: bodyStart,
  'hung-task': bodyStart,
};

function message(text: string): number {
  return Math.max(text.indexOf('msg='), 0);
}
