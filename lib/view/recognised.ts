/** What was recognised in a paste, counted: for the page and for the command line. */

import type { Part } from '../triage/diagnosis';
import { FORMATS, isFormatId } from '../triage/formats/ids';

export interface Recognised {
  title: string;
  /** Lines of this format. */
  count: number;
}

/** Lines of all these stretches, first and last included. */
export function linesIn(stretches: Part['lines']): number {
  return stretches.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** One a format, in the order of their first parts: a session at a shell has thousands of parts. */
export function recognisedIn(parts: readonly Part[]): Recognised[] {
  const counts = new Map<string, number>();
  for (const { format, lines } of parts) counts.set(format, (counts.get(format) ?? 0) + linesIn(lines));
  return [...counts].map(([format, count]) => ({
    title: isFormatId(format) ? FORMATS[format].title : format,
    count,
  }));
}
