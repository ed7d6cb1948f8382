/**
 * Takes secrets and names out of what was pasted, so that it can be shared. Versions, structure and column
 * widths stay. Pure: the same texts give the same bytes; redacting twice changes nothing.
 */

import { findLearned } from './learned';
import { findNames, type Found } from './find-names';
import { keyOf, pseudonym, spelled, type Kind } from './pseudonym';
import { hideSecrets, type Counts } from './secrets';
import { replaced } from './width';
import { isWrapped } from './wrapped';

/** One name and what stands for it. For the preview; it must never leave the browser. */
export interface Name {
  kind: Kind;
  name: string;
  pseudonym: string;
}

export interface Redacted {
  text: string;
  /** How many places were changed, by kind of secret or name. */
  counts: Counts;
  /** All names so far; give them to the next call of the same case. */
  names: Name[];
}

export interface RedactedAll {
  texts: string[];
  counts: Counts;
  names: Name[];
}

/** Redacts one text. `names` of earlier calls keep their pseudonyms. */
export function redact(text: string, names: readonly Name[] = []): Redacted {
  const { texts, ...rest } = redactAll([text], names);
  return { text: texts[0] ?? '', ...rest };
}

/** Redacts the parts of one case together: a name that one part gives away is found in all. */
export function redactAll(texts: readonly string[], known: readonly Name[] = []): RedactedAll {
  const counts: Counts = {};
  const safe = texts.map((text) => hideSecrets(text.replace(CONTROL, ''), counts));
  const byRule = safe.map(findNames);
  const learned = [...byRule.flat(), ...known.map(({ kind, name }) => ({ kind, name, start: 0, end: 0 }))];
  const spans = safe.map((text, index) => apart([...byRule[index]!, ...findLearned(text, learned)]));
  const book = nameBook(known, safe.some(isWrapped));
  const out = safe.map((text, index) =>
    replaced(
      text,
      spans[index]!.map((found) => {
        const put = book.pseudonym(found);
        if (put !== found.name) counts[found.kind] = (counts[found.kind] ?? 0) + 1;
        return { start: found.start, end: found.end, put };
      }),
    ),
  );
  return { texts: out, counts, names: book.names };
}

/** Colours of the terminal split words; they carry nothing that a reader of the copy needs. */
const CONTROL = /\u001b\[[0-9;?]*[A-Za-z]|\u001b\][^\u0007\n]{0,200}\u0007/g;

/** Without overlaps, by place: of two that meet, the one found first (by an earlier rule) stays. */
function apart(found: readonly Found[]): Found[] {
  const ranked = found
    .map((span, rank) => ({ ...span, rank }))
    .sort((a, b) => a.start - b.start || a.rank - b.rank);
  const kept: typeof ranked = [];
  for (const span of ranked) {
    const last = kept.at(-1);
    if (!last || span.start >= last.end) kept.push(span);
    else if (span.rank < last.rank) kept[kept.length - 1] = span;
  }
  return kept;
}

function nameBook(known: readonly Name[], sameWidth: boolean) {
  const names = [...known];
  const byKey = new Map(known.map((name) => [`${name.kind} ${keyOf(name.kind, name.name)}`, name.pseudonym]));
  const last: Partial<Record<Kind, number>> = {};
  for (const { kind } of known) last[kind] = (last[kind] ?? 0) + 1;
  return {
    names,
    pseudonym({ kind, name }: Found): string {
      const key = `${kind} ${keyOf(kind, name)}`;
      const before = byKey.get(key);
      if (before !== undefined) return spelled(kind, before, name);
      const n = (last[kind] = (last[kind] ?? 0) + 1);
      const put = pseudonym(kind, n, name, sameWidth);
      byKey.set(key, put);
      names.push({ kind, name, pseudonym: put });
      return spelled(kind, put, name);
    },
  };
}
