import type { Evidence } from '../triage/diagnosis';
import { lineAt } from './lines';
import { visible } from './visible';

/** Spans of one match stand close together; those of its repeats do not count here. */
const REACH = 600;
const CONTEXT = 60;
/** Longer words (cgroup paths, ids) lose their middle. */
const LONG_WORD = 48;

/** What matched, as one line, and on which line of the paste it begins. Null when it stands nowhere in the paste. */
export function quoteOf(
  evidence: Evidence,
  sources: readonly { source: string }[],
  starts: readonly Uint32Array[],
): { text: string; line: number } | null {
  const first = evidence.spans[0];
  const text = first && sources[first.source]?.source;
  const lines = first && starts[first.source];
  if (!first || text === undefined || !lines) return null;
  const near = evidence.spans.filter(
    (span) => span.source === first.source && span.start < first.start + REACH,
  );
  const end = Math.min(Math.max(...near.map((span) => span.end)), first.start + REACH);
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const from = first.start - lineStart <= CONTEXT ? lineStart : first.start;
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + CONTEXT);
  const words = visible(text.slice(from, to)).replace(/\s+/g, ' ').trim();
  return {
    text: words.replace(new RegExp(`\\S{${LONG_WORD},}`, 'g'), shorten),
    line: lineAt(lines, first.start) + 1,
  };
}

function shorten(word: string): string {
  return `${word.slice(0, 28)}…${word.slice(-12)}`;
}
