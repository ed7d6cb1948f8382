/** A name that one place gave away is found in the other places too. */

import type { Found } from './find-names';
import { RUN_OF_JOB } from './name-forms';
import { keyOf, WORDED, type Kind } from './pseudonym';

/** A name with a digit or a hyphen stands out; other words only count where they stand like a name. */
const DISTINCT = /^(?=.{5,})(?=.*[-\d])(?=.*[A-Za-z])/;

const TOKEN = /[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*/g;
const HEX = /(?<![0-9A-Za-z])[0-9a-f]{12,64}(?![0-9A-Za-z])/g;
const BESIDE = /["'/=_:`]/;

export function findLearned(text: string, found: readonly Found[]): Found[] {
  const kinds = new Map<string, Kind>();
  const ids = new Set<string>();
  for (const { kind, name } of found) {
    if (WORDED.includes(kind) && !kinds.has(name)) kinds.set(name, kind);
    if (kind === 'id') ids.add(keyOf('id', name));
  }
  return [...words(text, kinds), ...idsIn(text, ids)];
}

function words(text: string, kinds: ReadonlyMap<string, Kind>): Found[] {
  const found: Found[] = [];
  const add = (name: string, start: number) => {
    const kind = kinds.get(name);
    if (!kind || !standsOut(name, text, start)) return false;
    found.push({ kind, name, start, end: start + name.length });
    return true;
  };
  for (const match of text.matchAll(TOKEN)) {
    const skip = escapeBefore(text, match.index);
    const token = match[0].slice(skip);
    const start = match.index + skip;
    const job = token.replace(RUN_OF_JOB, '');
    if (add(token, start) || (job !== token && add(job, start)) || !token.includes('.')) continue;
    for (const piece of token.matchAll(/[^.]+/g)) add(piece[0], start + piece.index);
  }
  return found;
}

/** `\nweb-1` and `%2Fweb-1` begin with an escape, not with the name. */
function escapeBefore(text: string, at: number): number {
  const before = text[at - 1];
  if (before === '\\' && /[nrt]/.test(text[at] ?? '')) return 1;
  return before === '%' ? 2 : 0;
}

function standsOut(name: string, text: string, start: number): boolean {
  if (DISTINCT.test(name) || RUN_OF_JOB.test(text.slice(start, start + name.length + 11).split(/[^\w-]/)[0]!))
    return true;
  const before = text[start - 1] ?? '\n';
  const after = text[start + name.length] ?? '\n';
  return name.length > 3 && BESIDE.test(before) && BESIDE.test(after);
}

function idsIn(text: string, ids: ReadonlySet<string>): Found[] {
  if (ids.size === 0) return [];
  return [...text.matchAll(HEX)]
    .filter(([name]) => ids.has(keyOf('id', name)))
    .map((match) => ({
      kind: 'id' as const,
      name: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
}
