import type { Evidence, Span } from '../triage/diagnosis';
import { lineAt } from './lines';
import { visible } from './visible';

/** Spans of one match stand close together; those of its repeats do not count here. */
const REACH = 600;
const CONTEXT = 60;
/** Longer words (cgroup paths, ids) lose their middle. */
const LONG_WORD = 48;

/**
 * What matched, and on which line of the paste it begins. A log line is one line; of a stack each function has
 * its own, without what the kernel writes around it. Null when it stands nowhere in the paste.
 */
export function quoteOf(
  evidence: Evidence,
  sources: readonly { source: string }[],
  starts: readonly Uint32Array[],
): { text: string; line: number } | null {
  const first = evidence.spans[0];
  const text = first && sources[first.source]?.source;
  const lines = first && starts[first.source];
  if (!first || text === undefined || !lines) return null;
  const near = placesOfOne(evidence, first, lineEnd(text, first.start));
  const pieces =
    evidence.type === 'frames' ? near.map(({ start, end }) => text.slice(start, end)) : [around(text, near)];
  return { text: pieces.map(readable).join('\n'), line: lineAt(lines, first.start) + 1 };
}

/** The places of the first match. Repeats have places of their own: of a stack as many, of a line on other lines. */
function placesOfOne({ spans, count, type }: Evidence, first: Span, end: number): Span[] {
  const near = spans.filter(({ source, start }) => source === first.source && start < first.start + REACH);
  if (!(count > 1)) return near;
  if (type === 'frames') return near.slice(0, Math.max(1, Math.round(spans.length / count)));
  return near.filter(({ start }) => start < end);
}

/** From the first place to the last of one match, with a little of what stands around it. */
function around(text: string, near: readonly Span[]): string {
  const { start } = near[0] as Span;
  const end = Math.min(Math.max(...near.map((span) => span.end)), start + REACH);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const from = start - lineStart <= CONTEXT ? lineStart : start;
  return text.slice(from, Math.min(lineEnd(text, end), end + CONTEXT));
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function readable(piece: string): string {
  const words = visible(piece).replace(/\s+/g, ' ').trim();
  return words.replace(new RegExp(`\\S{${LONG_WORD},}`, 'g'), shorten);
}

function shorten(word: string): string {
  return `${word.slice(0, 28)}…${word.slice(-12)}`;
}
