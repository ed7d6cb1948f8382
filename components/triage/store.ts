/** The one store of the page: the case with its past, what the engine said of it, and what the person looks at. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Chosen, Slot } from '@/lib/fill';
import type { Answer, Diagnosis, Profile } from '@/lib/triage/diagnosis';
import type { LineRange } from '@/lib/view/line-hash';
import type { Diagnosed, Progress } from '@/lib/worker/protocol';
import {
  NEW_CASE,
  open,
  pasteName,
  readAs,
  withAnswer,
  withoutAnswer,
  withoutPart,
  withoutTried,
  withPart,
  withSolved,
  withTried,
  type NamedPart,
  type PageCase,
} from './case';

export interface Result extends Diagnosed {
  /** The case it belongs to; compared by identity to know whether the result is current. */
  of: PageCase;
}

/** A file on its way into the case. */
export interface Reading {
  name: string;
  /** None until the first of it was read. */
  progress?: Progress;
  stop: () => void;
}

export interface TriageState {
  page: PageCase;
  past: PageCase[];
  future: PageCase[];
  result: Result | null;
  /** The diagnosis before this one, to show what moved. */
  before: Diagnosis | null;
  /** Names that the person chose or typed for commands; they are no part of the case. */
  names: Chosen;
  /** A sentence about something that did not work; goes away with the next action. */
  notice: string | null;
  reading: Reading | null;
  /** The selected line or lines: where the eye is led. Kept as long as its text is there. */
  spot: LineRange | null;
  /** A line that is only glanced at, while its reason has the pointer or the focus. */
  glance: LineRange | null;
  /** The reason that a line of the paste points at: `incident/signature`. */
  pointed: string | null;
}

export interface TriageActions {
  paste(text: string): void;
  /** Pasted output of a check: it joins the case, and answers the check where it shows exactly one outcome. */
  pasteFor(text: string, check: string, outcome: string | null, sentence: string | null): void;
  add(part: Omit<NamedPart, 'limits'> & { limits?: string[] }): void;
  remove(part: number): void;
  answer(answer: Answer): void;
  unanswer(check: string): void;
  /** A new case with several answers at once, as a link has them; what was wrong with the others is the sentence. */
  begin(answers: Answer[], sentence: string | null): void;
  didNotHelp(incident: string, fix: string): void;
  untry(incident: string, fix: string): void;
  helped(incident: string, fix: string): void;
  reopen(): void;
  /** A whole case, as a link, a file or a kept one has it; undo leads back. */
  open(page: PageCase, sentence: string | null): void;
  setProfile(profile: Profile): void;
  name(slot: Slot, value: string | null): void;
  undo(): void;
  redo(): void;
  startOver(): void;
  /** The case of before a reload; there is no step back behind it. */
  restore(page: PageCase): void;
  /** Everything is gone at once, what could be undone too. */
  forget(): void;
  startReading(name: string, stop: () => void): void;
  progress(progress: Progress): void;
  endReading(): void;
  fail(sentence: string): void;
  answered(result: Result): void;
  look(spot: LineRange | null): void;
  glimpse(glance: LineRange | null): void;
  point(reason: string | null): void;
  /** What the person says that some lines of a part are; null takes it back. */
  readAs(source: number, lines: [number, number][], format: string | null): void;
}

export type TriageStore = StoreApi<TriageState & TriageActions>;

export const NOTHING_PASTED =
  'There was no text in that paste. Select the lines in the terminal, copy, and paste again.';

export const NOTHING_TO_UNDO = 'This is the start of the case: there is nothing left to undo.';

export const START: TriageState = {
  page: NEW_CASE,
  past: [],
  future: [],
  result: null,
  before: null,
  names: {},
  notice: null,
  reading: null,
  spot: null,
  glance: null,
  pointed: null,
};

export function createTriageStore(): TriageStore {
  return createStore((set, get) => {
    const change = (next: (page: PageCase) => PageCase) => set((state) => step(state, next(state.page)));
    return {
      ...START,
      paste: (text) =>
        set((state) =>
          text.trim() === ''
            ? { notice: NOTHING_PASTED }
            : step(state, withPart(state.page, { name: pasteName(state.page), source: text })),
        ),
      pasteFor: (text, check, outcome, sentence) =>
        set((state) => {
          const named = { name: pasteName(state.page), source: text };
          const next =
            outcome === null
              ? withPart(state.page, named)
              : withAnswer(withPart(state.page, { ...named, answered: check }), {
                  check,
                  outcome,
                  by: 'pasted',
                });
          return { ...step(state, next), notice: sentence };
        }),
      add: (part) => change((page) => withPart(page, part)),
      remove: (part) => change((page) => withoutPart(page, part)),
      answer: (answer) => change((page) => withAnswer(page, answer)),
      unanswer: (check) => change((page) => withoutAnswer(page, check)),
      begin: (answers, sentence) =>
        set((state) => ({
          ...(answers.length > 0
            ? step(state, answers.reduce(withAnswer, { ...NEW_CASE, profile: state.page.profile }))
            : {}),
          notice: sentence,
        })),
      didNotHelp: (incident, fix) => change((page) => withTried(page, incident, fix)),
      untry: (incident, fix) => change((page) => withoutTried(page, incident, fix)),
      helped: (incident, fix) => change((page) => withSolved(page, incident, fix)),
      reopen: () => change(open),
      open: (page, sentence) => set((state) => ({ ...step(state, page), notice: sentence })),
      setProfile: (profile) => set((state) => ({ page: { ...state.page, profile } })),
      name: (slot, value) =>
        set((state) => {
          const { [slot]: _, ...rest } = state.names;
          return { names: value === null ? rest : { ...rest, [slot]: value } };
        }),
      undo: () => set(back),
      redo: () => set(forth),
      startOver: () => {
        letGo(get());
        set((state) => ({
          ...step(state, { ...NEW_CASE, profile: state.page.profile }),
          names: {},
          reading: null,
        }));
      },
      restore: (page) => set((state) => ({ ...START, page: { ...page, profile: state.page.profile } })),
      forget: () => {
        letGo(get());
        set((state) => ({ ...START, page: { ...NEW_CASE, profile: state.page.profile } }));
      },
      startReading: (name, stop) => set({ reading: { name, stop }, notice: null }),
      progress: (progress) => set(({ reading }) => (reading ? { reading: { ...reading, progress } } : {})),
      endReading: () => set({ reading: null }),
      fail: (sentence) => set({ notice: sentence }),
      answered: (result) => set((state) => (result.of === state.page ? { result } : {})),
      look: (spot) => set({ spot, glance: null }),
      glimpse: (glance) => set({ glance }),
      point: (pointed) => set({ pointed }),
      readAs: (source, lines, format) => change((page) => readAs(page, source, lines, format)),
    };
  });
}

/** Whether something has been put into the case at all. */
export function hasCase(page: PageCase): boolean {
  return page.shared !== undefined || page.parts.length + page.answers.length + page.tried.length > 0;
}

/** A file on its way into the case is not waited for. */
function letGo({ reading }: TriageState): void {
  reading?.stop();
}

function step(state: TriageState, page: PageCase): Partial<TriageState> {
  if (page === state.page) return {};
  return settled(state, page, [...state.past, state.page], []);
}

/** An undo past the start changes nothing, and says so. What is known of the cluster outlives every step. */
function back(state: TriageState): Partial<TriageState> {
  const page = state.past.at(-1);
  if (!page) return { notice: NOTHING_TO_UNDO };
  return settled(state, sameCluster(state, page), state.past.slice(0, -1), [state.page, ...state.future]);
}

function forth(state: TriageState): Partial<TriageState> {
  const [page, ...future] = state.future;
  return page ? settled(state, sameCluster(state, page), [...state.past, state.page], future) : {};
}

function sameCluster(state: TriageState, page: PageCase): PageCase {
  return { ...page, profile: state.page.profile };
}

/** The old result stays on the screen until the new one is there, unless its text is gone. */
function settled(
  state: TriageState,
  page: PageCase,
  past: PageCase[],
  future: PageCase[],
): Partial<TriageState> {
  const sameText = state.result !== null && holdsSameText(page.parts, state.result.of.parts);
  return {
    page,
    past,
    future,
    notice: null,
    result: sameText && hasCase(page) ? state.result : null,
    before: hasCase(page) ? (state.result?.diagnosis ?? state.before) : null,
    spot: keptSpot(state, page),
    glance: null,
  };
}

/** A selection stays as long as the text is there in which it was made. */
function keptSpot({ spot, page: before }: TriageState, page: PageCase): LineRange | null {
  const text = spot && before.parts[spot.source]?.source;
  return text !== null && text === page.parts[spot?.source ?? 0]?.source ? spot : null;
}

/** Parts may be read as something else without being other text. Equal strings are mostly one and the same. */
function holdsSameText(parts: readonly NamedPart[], others: readonly NamedPart[]): boolean {
  return (
    parts === others ||
    (parts.length === others.length && parts.every(({ source }, at) => source === others[at]?.source))
  );
}
