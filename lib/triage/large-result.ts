/** A large file that was read becomes one part of a case: its admitted lines, and what only the whole file shows. */

import type { Compiled } from './compile';
import type { CasePart, Digest, FileExcerpt } from './diagnosis';
import { ownerKey } from './compile';
import { MAX_PLACES } from './hit';
import { EDGE, type Large } from './large';
import { MARKERS, OVER_LINES } from './large-markers';
import { excerptOf } from './large-pieces';
import type { Matches } from './match';
import type { Parsed } from './parsed';
import { decode } from './read/decode';
import type { Doc } from './read/line';

type Parts = readonly Pick<CasePart, 'excerpt'>[];

export function partOf(compiled: Compiled, large: Large): { part: CasePart; limits: string[] } {
  const excerpt = excerptOf(large.pieces, large.dense);
  const { text, limits } = decode(excerpt.bytes);
  const { admission } = large;
  const full = compiled.lines.filter((_, index) => admission.isFull(index));
  const complete = MARKERS.flatMap((marker, index) =>
    marker.only && admission.marked[index]! <= marker.most ? marker.only : [],
  );
  return {
    part: {
      source: text,
      excerpt: {
        lines: excerpt.lines,
        of: large.lines,
        complete,
        counted: large.full ? 'all' : full.map(({ owner }) => ownerKey(owner)),
      },
    },
    limits: [...limits, ...said(compiled, large, excerpt.lines, full.length)],
  };
}

/** Lines get their numbers of the file before anything reads them, so that every sentence tells the right one. */
export function renumber(docs: readonly Doc[], parts: Parts): void {
  for (const doc of docs) {
    const excerpt = parts[doc.source]?.excerpt;
    if (!excerpt || excerpt.numbers === 'excerpt') continue;
    const numberOf = (line: number): number => excerpt.lines[line - 1] ?? excerpt.of;
    for (const line of doc.lines) {
      line.from = numberOf(line.from);
      line.to = Math.max(line.from, numberOf(line.to));
    }
  }
}

/**
 * One line that says the sum by itself: a sample of Prometheus, a count alone or in front of a state or a name, a row
 * of what the runtime runs, a schedule beside its last run.
 */
const ALONE =
  /^\s*[a-z][\w:]{2,99}\{|^\s*\d{1,8}(?:\s+(?:State:\s.*|[a-z0-9][\w./-]*))?\s*$|\*\s.{0,80}\d{4}-\d\d-\d\dT\d\d:|\sRunning\s{2,}\S+\s+\d|\sUp .{1,60}\sk8s_/;

/** A sum over lines of which some were left out is not true: it is dropped, and said to be. */
export function dropUnsound(parsed: Parsed, parts: Parts): void {
  const gapsOf = parts.map(({ excerpt }) => (excerpt ? gaps(excerpt) : []));
  const torn = parsed.parts.map((part) => {
    const first = part.lines[0]?.[0] ?? 1;
    const last = part.lines.at(-1)?.[1] ?? first;
    return gapsOf[part.source]!.some((gap) => gap >= first && gap <= last + 1);
  });
  const dropped = new Set<string>();
  const alone = new Set(
    parsed.lines.filter(({ line }) => ALONE.test(line.text)).map(({ line }) => `${line.source}:${line.from}`),
  );
  parsed.facts = parsed.facts.filter(({ fact, part, source, line }) => {
    const excerpt = parts[source]?.excerpt;
    if (!excerpt || !OVER_LINES.has(fact) || excerpt.complete.includes(fact)) return true;
    if (alone.has(`${source}:${line}`)) return true;
    if (!torn[part] && fact !== 'journal.gap_seconds') return true;
    dropped.add(fact);
    return false;
  });
  if (dropped.size > 0) {
    const names = [...dropped].sort().join(', ');
    parsed.limits.push(`Not worked out, because it takes all lines of a log or a table: ${names}.`);
  }
}

/** Numbers of the lines before which others were left out, as the lines are numbered. */
function gaps({ lines, numbers }: FileExcerpt): number[] {
  const found: number[] = [];
  for (let at = 0; at < lines.length; at++) {
    const before = lines[at - 1] ?? 0;
    // A blank line that parts two pieces has the number of the line before it.
    if (lines[at]! > before + 1) found.push(numbers === 'excerpt' ? at + 1 : lines[at]!);
  }
  return found;
}

/** Rules that fired more often than they were followed. */
export function markCounted({ hits }: Matches, parts: Parts): void {
  for (const { excerpt } of parts) {
    if (!excerpt) continue;
    const counted = excerpt.counted === 'all' ? undefined : new Set(excerpt.counted);
    for (const hit of hits) if (!counted || counted.has(ownerKey(hit.owner))) hit.atLeast = true;
  }
}

/** What repeats and what is rare only the whole file would show. */
export function withoutCounts(digest: Digest, parts: Parts): Digest {
  if (!parts.some(({ excerpt }) => excerpt)) return digest;
  const whole = ({ source }: { source: number }): boolean => !parts[source]?.excerpt;
  return { ...digest, repeats: digest.repeats.filter(whole), rarest: digest.rarest.filter(whole) };
}

function said(compiled: Compiled, large: Large, lines: readonly number[], counted: number): string[] {
  const { cleaned, unwrapped, cutLines, full } = large;
  const read = new Set(lines).size;
  return [
    `A large file: all ${large.lines} lines were searched for what the book knows, and ${read} of them read with their neighbours, the first and the last ${EDGE} lines included. Repeats and rare lines were not counted.`,
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
