/** The one store of the page: the case with its past, what the engine said of it, and what the person looks at. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer } from '@/lib/triage/diagnosis';
import type { Diagnosed } from '@/lib/worker/protocol';
import {
  NEW_CASE,
  pasteName,
  withAnswer,
  withoutAnswer,
  withoutPart,
  withPart,
  withTried,
  type NamedPart,
  type PageCase,
} from './case';

/** A line of a part: where the eye is led. */
export interface Spot {
  source: number;
  line: number;
}

export interface Result extends Diagnosed {
  /** The case it belongs to; compared by identity to know whether the result is current. */
  of: PageCase;
}

export interface TriageState {
  page: PageCase;
  past: PageCase[];
  future: PageCase[];
  result: Result | null;
  /** A sentence about something that did not work; goes away with the next action. */
  notice: string | null;
  /** What the worker is reading, for the line that says so. */
  reading: string | null;
  spot: Spot | null;
}

export interface TriageActions {
  paste(text: string): void;
  add(part: Omit<NamedPart, 'limits'> & { limits?: string[] }): void;
  remove(part: number): void;
  answer(answer: Answer): void;
  unanswer(check: string): void;
  didNotHelp(incident: string, fix: string): void;
  undo(): void;
  redo(): void;
  startOver(): void;
  startReading(name: string): void;
  fail(sentence: string): void;
  answered(result: Result): void;
  look(spot: Spot | null): void;
}

export type TriageStore = StoreApi<TriageState & TriageActions>;

export const NOTHING_PASTED =
  'There was no text in that paste. Select the lines in the terminal, copy, and paste again.';

export const START: TriageState = {
  page: NEW_CASE,
  past: [],
  future: [],
  result: null,
  notice: null,
  reading: null,
  spot: null,
};

export function createTriageStore(): TriageStore {
  return createStore((set) => {
    const change = (next: (page: PageCase) => PageCase) => set((state) => step(state, next(state.page)));
    return {
      ...START,
      paste: (text) =>
        set((state) =>
          text.trim() === ''
            ? { notice: NOTHING_PASTED }
            : step(state, withPart(state.page, { name: pasteName(state.page), source: text })),
        ),
      add: (part) => change((page) => withPart(page, part)),
      remove: (part) => change((page) => withoutPart(page, part)),
      answer: (answer) => change((page) => withAnswer(page, answer)),
      unanswer: (check) => change((page) => withoutAnswer(page, check)),
      didNotHelp: (incident, fix) => change((page) => withTried(page, incident, fix)),
      undo: () => set(back),
      redo: () => set(forth),
      startOver: () => set((state) => step(state, NEW_CASE)),
      startReading: (name) => set({ reading: name, notice: null }),
      fail: (sentence) => set({ notice: sentence, reading: null }),
      answered: (result) => set((state) => (result.of === state.page ? { result, spot: null } : {})),
      look: (spot) => set({ spot }),
    };
  });
}

/** Whether something has been put into the case at all. */
export function hasCase(page: PageCase): boolean {
  return page.parts.length > 0 || page.answers.length > 0;
}

function step(state: TriageState, page: PageCase): Partial<TriageState> {
  if (page === state.page) return {};
  return settled(state, page, [...state.past, state.page], []);
}

/** An undo past the start changes nothing. */
function back(state: TriageState): Partial<TriageState> {
  const page = state.past.at(-1);
  return page ? settled(state, page, state.past.slice(0, -1), [state.page, ...state.future]) : {};
}

function forth(state: TriageState): Partial<TriageState> {
  const [page, ...future] = state.future;
  return page ? settled(state, page, [...state.past, state.page], future) : {};
}

/** The old result stays on the screen until the new one is there, unless its text is gone. */
function settled(
  state: TriageState,
  page: PageCase,
  past: PageCase[],
  future: PageCase[],
): Partial<TriageState> {
  const sameText = state.result !== null && page.parts === state.result.of.parts;
  return { page, past, future, notice: null, reading: null, result: sameText ? state.result : null };
}
