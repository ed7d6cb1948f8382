/** The case as the page keeps it, and everything that can happen to it. Pure: each action returns a new case. */

import type { Answer, Case, CasePart, Diagnosis, FileExcerpt, Profile } from '@/lib/triage/diagnosis';

/** One thing that was pasted, dropped or picked. */
export interface NamedPart {
  /** "Paste 1", a file's name, or "Sample: …". */
  name: string;
  source: string;
  format?: string;
  /** The person's word for single ranges of lines. */
  overrides?: CasePart['overrides'];
  /** What was cut or repaired while reading it. */
  limits: string[];
  /** Set when `source` is only what was read of a large file. */
  excerpt?: FileExcerpt;
  /** The check that this output answered by itself. */
  answered?: string;
}

export interface Tried {
  incident: string;
  fix: string;
}

export interface SharedCase {
  diagnosis: Diagnosis;
  /** Answers and tried fixes with which it came. */
  said: string;
  /** That the log was not shared, what could not be read, what was revised since. */
  notes: string[];
}

export interface PageCase {
  parts: NamedPart[];
  answers: Answer[];
  tried: Tried[];
  profile: Profile;
  /** The fix that helped: the case has ended. */
  solved?: Tried;
  /** A diagnosis that came by link, without its log. */
  shared?: SharedCase;
}

export const NEW_CASE: PageCase = { parts: [], answers: [], tried: [], profile: {} };

export const saidIn = ({ answers, tried }: Pick<PageCase, 'answers' | 'tried'>): string =>
  JSON.stringify([answers, tried]);

/** The diagnosis of the link, as long as nothing else was pasted or said: then the engine speaks. */
export function sharedWith(page: PageCase): SharedCase | null {
  return page.shared && page.parts.length === 0 && page.shared.said === saidIn(page) ? page.shared : null;
}

/** What the engine needs of it. */
export function engineCase(page: PageCase): Case {
  return {
    parts: page.parts.map(({ source, format, overrides, excerpt }) => ({
      source,
      ...(format ? { format } : {}),
      ...(overrides ? { overrides } : {}),
      ...(excerpt ? { excerpt } : {}),
    })),
    answers: page.answers,
    tried: page.tried,
    profile: page.profile,
  };
}

export function withPart(page: PageCase, part: Omit<NamedPart, 'limits'> & { limits?: string[] }): PageCase {
  return { ...open(page), parts: [...page.parts, { limits: [], ...part }] };
}

/** What a part answered goes with it. */
export function withoutPart(page: PageCase, index: number): PageCase {
  const answered = page.parts[index]?.answered;
  const left = { ...open(page), parts: page.parts.filter((_, at) => at !== index) };
  const told = page.answers.find((each) => each.check === answered);
  return answered && told?.by === 'pasted' ? withoutAnswer(left, answered) : left;
}

/**
 * The person's word for some lines of a part. It replaces every earlier word about them; null takes it back, and
 * Faultbook decides again.
 */
export function readAs(
  page: PageCase,
  source: number,
  lines: [number, number][],
  format: string | null,
): PageCase {
  const touches = ({ from, to }: { from: number; to: number }) =>
    lines.some(([first, last]) => from <= last && to >= first);
  const parts = page.parts.map((part, at) => {
    if (at !== source) return part;
    const { overrides = [], ...rest } = part;
    const kept = overrides.filter((each) => !touches(each));
    const said = format === null ? [] : lines.map(([from, to]) => ({ from, to, format }));
    const now = [...kept, ...said].sort((a, b) => a.from - b.from);
    return now.length > 0 ? { ...rest, overrides: now } : rest;
  });
  return { ...open(page), parts };
}

/** A second answer to the same check replaces the first; the same one again, as by a double click, is no step. */
export function withAnswer(page: PageCase, answer: Answer): PageCase {
  const before = page.answers.find((each) => each.check === answer.check);
  if (before?.outcome === answer.outcome && before.by === answer.by && !page.solved) return page;
  return { ...open(page), answers: [...page.answers.filter((each) => each.check !== answer.check), answer] };
}

export function withoutAnswer(page: PageCase, check: string): PageCase {
  return { ...open(page), answers: page.answers.filter((each) => each.check !== check) };
}

/** A fix that was tried and did not help. */
export function withTried(page: PageCase, incident: string, fix: string): PageCase {
  const known = page.tried.some((each) => each.incident === incident && each.fix === fix);
  return known ? page : { ...open(page), tried: [...page.tried, { incident, fix }] };
}

export function withoutTried(page: PageCase, incident: string, fix: string): PageCase {
  const tried = page.tried.filter((each) => each.incident !== incident || each.fix !== fix);
  return { ...open(page), tried };
}

export function withSolved(page: PageCase, incident: string, fix: string): PageCase {
  return { ...page, solved: { incident, fix } };
}

/** Whatever is said after "it helped" opens the case again. */
export function open(page: PageCase): PageCase {
  const { solved: _, ...rest } = page;
  return rest;
}

/** "Paste 1", "Paste 2": numbered by what is there, so that names stay unique after a removal. */
export function pasteName(page: PageCase): string {
  const taken = new Set(page.parts.map((part) => part.name));
  let number = 1;
  while (taken.has(`Paste ${number}`)) number++;
  return `Paste ${number}`;
}
