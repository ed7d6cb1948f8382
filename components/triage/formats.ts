/** What was recognised in a paste, in words. Pure. */

import type { Part } from '@/lib/triage/diagnosis';
import { FORMATS, isFormatId } from '@/lib/triage/formats/ids';

export interface Recognised {
  title: string;
  /** "41 lines". */
  lines: string;
}

/** One a format, in the order of their first parts: a session at a shell has thousands of parts. */
export function recognisedIn(parts: readonly Part[]): Recognised[] {
  const counts = new Map<string, number>();
  for (const { format, lines } of parts)
    counts.set(format, (counts.get(format) ?? 0) + lines.reduce((sum, [from, to]) => sum + to - from + 1, 0));
  return [...counts].map(([format, count]) => ({ title: formatTitle(format), lines: linesOf(count) }));
}

function formatTitle(format: string): string {
  return isFormatId(format) ? FORMATS[format].title : format;
}

export function linesOf(count: number): string {
  return count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`;
}
