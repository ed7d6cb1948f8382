/** The diagnosis of a large file: its admitted lines as a paste, with the numbers of the file. */

import type { Compiled } from './compile';
import type { Case, Diagnosis } from './diagnosis';
import { diagnose } from './diagnose';
import { MAX_PLACES } from './hit';
import { EDGE, type Large } from './large';
import { MARKERS, OVER_LINES } from './large-markers';
import { excerptOf } from './large-pieces';
import type { Matches } from './match';
import type { Parsed } from './parsed';
import { decode } from './read/decode';
import type { Doc } from './read/line';
import { read } from './read/read';

/** The part of a large file that was read. Spans of its diagnosis are offsets into `text`. */
export interface StreamExcerpt {
  /** Index of the file among the sources of the diagnosis. */
  source: number;
  text: string;
  /** For each line of `text` its number in the file; blank lines between pieces have that of the line before them. */
  lines: Uint32Array;
  /** Lines of the whole file. */
  of: number;
}

export function resultOf(
  compiled: Compiled,
  large: Large,
  triageCase: Case,
): { diagnosis: Diagnosis; excerpt: StreamExcerpt } {
  const excerpt = excerptOf(large.pieces, large.dense);
  const { text, limits } = decode(excerpt.bytes);
  const source = triageCase.parts.length;
  const docs = triageCase.parts.map((part, index) => read(index, part.source, compiled.words));
  docs.push(renumbered(read(source, text, compiled.words), excerpt.lines));
  const dropped = new Set<string>();
  const whole: Case = { ...triageCase, parts: [...triageCase.parts, { source: text }] };
  const diagnosis = diagnose(compiled, whole, {
    docs,
    parsed: (parsed) => dropUnsound(parsed, source, excerpt.lines, excerpt.gapBefore, large, dropped),
    matches: (matches) => markCounted(matches, compiled, large),
  });
  return {
    diagnosis: {
      ...diagnosis,
      digest: { ...diagnosis.digest, repeats: [], rarest: [] },
      limits: [...limits, ...said(compiled, large, excerpt.lines, dropped), ...diagnosis.limits],
    },
    excerpt: { source, text, lines: Uint32Array.from(excerpt.lines), of: large.lines },
  };
}

/** Lines get their numbers of the file before anything reads them, so that every sentence tells the right one. */
function renumbered(doc: Doc, lines: readonly number[]): Doc {
  const numberOf = (line: number): number => lines[line - 1] ?? lines[lines.length - 1] ?? 1;
  for (const line of doc.lines) {
    line.from = numberOf(line.from);
    line.to = Math.max(line.from, numberOf(line.to));
  }
  return doc;
}

/** A sum over lines of which some were left out is not true. */
function dropUnsound(
  parsed: Parsed,
  source: number,
  lines: readonly number[],
  gapBefore: readonly boolean[],
  { admission }: Large,
  dropped: Set<string>,
): void {
  const gaps = Float64Array.from(lines.filter((_, at) => gapBefore[at]));
  const isTorn = parsed.parts.map((part) => {
    const first = part.lines[0]?.[0] ?? 1;
    const last = part.lines.at(-1)?.[1] ?? first;
    // A gap before line g lies between g − 1 and g in the order of the file.
    return gaps.some((gap) => gap >= first && gap <= last + 1);
  });
  const onlyNeeds = (fact: string): boolean =>
    MARKERS.some((marker, index) => marker.only?.includes(fact) && admission.marked[index]! <= marker.most);
  parsed.facts = parsed.facts.filter(({ fact, part, source: from }) => {
    if (from !== source || !OVER_LINES.has(fact) || onlyNeeds(fact)) return true;
    if (!isTorn[part] && fact !== 'journal.gap_seconds') return true;
    dropped.add(fact);
    return false;
  });
}

/** Rules that fired more often than they are followed. */
function markCounted({ hits }: Matches, compiled: Compiled, { admission, full }: Large): void {
  const counted = new Set(
    compiled.lines.filter((_, index) => admission.isFull(index)).map(({ owner }) => owner),
  );
  for (const hit of hits) if (counted.has(hit.owner) || full) hit.atLeast = true;
}

function said(
  compiled: Compiled,
  large: Large,
  lines: readonly number[],
  dropped: ReadonlySet<string>,
): string[] {
  const { admission, cleaned, unwrapped, cutLines, full } = large;
  const read = new Set(lines).size;
  const counted = compiled.lines.filter((_, index) => admission.isFull(index)).length;
  return [
    `A large file: all ${large.lines} lines were searched for what the book knows, and ${read} of them read with their neighbours, the first and the last ${EDGE} lines included. Repeats and rare lines were not counted.`,
    ...(dropped.size > 0
      ? [`Not worked out, because it takes all lines of a log or a table: ${[...dropped].sort().join(', ')}.`]
      : []),
    ...(counted > 0
      ? [
          `${counted} patterns occur more than ${MAX_PLACES} times and were only counted from there on: their counts mean at least.`,
        ]
      : []),
    ...(compiled.always.length > 0
      ? [
          `${compiled.always.length} patterns have no fixed word to search for; they were tried only on the lines that were read.`,
        ]
      : []),
    ...(cleaned > 0
      ? [
          'Colours, quote marks, entities or odd spaces stand on many lines; they were taken off before the search.',
        ]
      : []),
    ...(unwrapped > 0
      ? ['Lines are broken between words; they were put together before the search, which is slower.']
      : []),
    ...(cutLines ? ['Of lines longer than 64 KB only the part around what was found was read.'] : []),
    ...(full
      ? [
          'So many lines are of interest that not all were read. Cut the file around the time of the incident for a complete answer.',
        ]
      : []),
  ];
}
