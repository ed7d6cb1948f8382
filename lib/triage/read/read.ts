/** The first stage: the text of one paste to logical lines, with the way back to every original character. */

import type { Doc, Line } from './line';
import { HUGE_LINE, LONG_LINE, type RepairContext } from './repair';
import { REPAIRS } from './repairs';
import { splitLines } from './split';

/**
 * Reads `text` as part `source` of a case. `words` is the lower-case vocabulary of the book; it decides whether
 * two halves at a line break are one word. Never throws; undamaged lines come out as they stand (`map` null).
 */
export function read(source: number, text: string, words: ReadonlySet<string>): Doc {
  const counts = new Map<string, number>();
  const limits: string[] = [];
  const context: RepairContext = {
    original: text,
    words,
    note: (id, lines = 1) => counts.set(id, (counts.get(id) ?? 0) + lines),
    limit: (sentence) => limits.push(sentence),
  };
  const split = splitLines(source, text, context);
  let lines = split.lines;
  for (const repair of REPAIRS) lines = repair.apply(lines, context);
  limits.push(...longLines(lines));
  const repairs = [...counts].map(([id, count]) => ({ id, count })).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { source, original: text, lines, lineCount: split.count, repairs, limits };
}

function longLines(lines: readonly Line[]): string[] {
  const long = lines.filter((line) => line.text.length > LONG_LINE && line.text.length <= HUGE_LINE).length;
  const huge = lines.filter((line) => line.text.length > HUGE_LINE).length;
  return [
    ...(long > 0 ? [`Longer than 64 KB, kept whole, not looked at for wrapping: ${long} line(s).`] : []),
    ...(huge > 0 ? [`Longer than 1 MB, kept as they stand, nothing in them repaired: ${huge} line(s).`] : []),
  ];
}
