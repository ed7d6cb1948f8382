/**
 * The case as it survives a reload: answers, what was tried, and the first 1 MB of text with the evidence
 * behind it. Session storage ends near 5 MB and counts UTF-16; it dies with the tab. Pure.
 */

import type { Answer, Diagnosis } from '@/lib/triage/diagnosis';
import type { NamedPart, PageCase, Tried } from './case';

/** UTF-16 units of text that are kept, over all parts. */
export const MOST_TEXT = 1_000_000;
/** Evidence behind the cut, per part. */
const MOST_EVIDENCE = 200_000;

const cutSentence = (name: string, kept: number, of: number) =>
  `${name} was shortened when the page was loaded again: a browser keeps only its first ${kept.toLocaleString('en')} of ${of.toLocaleString('en')} characters, and the evidence behind them. Paste it again to see all of it.`;

/** Null when there is nothing to keep. */
export function toKept(page: PageCase, diagnosis: Diagnosis | null): string | null {
  if (page.parts.length + page.answers.length + page.tried.length === 0) return null;
  let left = MOST_TEXT;
  const parts = page.parts.map((part, at) => {
    const kept = shorten(part, left, diagnosis, at);
    left = Math.max(0, left - part.source.length);
    return kept;
  });
  const { profile: _, ...rest } = page;
  return JSON.stringify({ version: 1, ...rest, parts });
}

function shorten(part: NamedPart, most: number, diagnosis: Diagnosis | null, source: number): NamedPart {
  if (part.source.length <= most) return part;
  const end = part.source.lastIndexOf('\n', most) + 1 || most;
  const head = part.source.slice(0, end);
  return {
    ...part,
    source: head + evidenceBehind(diagnosis, source, end),
    limits: [...part.limits, cutSentence(part.name, end, part.source.length)],
  };
}

/** Lines of evidence that stand behind the cut, in their order; each once. */
function evidenceBehind(diagnosis: Diagnosis | null, source: number, end: number): string {
  const lines = new Map<number, string>();
  for (const finding of diagnosis?.findings ?? [])
    for (const each of [...finding.for, ...finding.against])
      if (each.source === source && each.spans.some((span) => span.source === source && span.start >= end))
        lines.set(each.line, each.text);
  const text = [...lines].sort(([a], [b]) => a - b).map(([, line]) => line);
  return text.join('\n').slice(0, MOST_EVIDENCE);
}

/** Reads it back; storage may hold anything, and what is no case is none. */
export function fromKept(text: string | null, profile: PageCase['profile']): PageCase | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<PageCase> & { version?: unknown };
    if (kept.version !== 1) return null;
    const page: PageCase = {
      parts: list(kept.parts).filter(isPart),
      answers: list(kept.answers).filter(isAnswer),
      tried: list(kept.tried).filter(isTried),
      profile,
      ...(isTried(kept.solved) ? { solved: kept.solved } : {}),
    };
    return page.parts.length + page.answers.length + page.tried.length > 0 ? page : null;
  } catch {
    return null;
  }
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const strings = (value: unknown, ...keys: string[]) =>
  typeof value === 'object' &&
  value !== null &&
  keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

const isTried = (value: unknown): value is Tried => strings(value, 'incident', 'fix');
const isAnswer = (value: unknown): value is Answer => strings(value, 'check', 'outcome', 'by');
const isPart = (value: unknown): value is NamedPart => {
  if (!strings(value, 'name', 'source')) return false;
  const { limits, overrides = [], excerpt } = value as Partial<NamedPart>;
  return (
    Array.isArray(limits) &&
    limits.every((limit) => typeof limit === 'string') &&
    Array.isArray(overrides) &&
    overrides.every((each) => strings(each, 'format')) &&
    (excerpt === undefined || Array.isArray(excerpt?.lines))
  );
};
