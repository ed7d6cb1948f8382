'use client';

import { useEffect } from 'react';
import { keepCase, keptCase } from '../ui/open-case';
import { fromKept, toKept } from './kept-case';
import { hasCase, type TriageStore } from './store';

const NOT_KEPT = 'This browser keeps no more for this page: after a reload the case would be gone.';

/** Milliseconds between a step and its keeping; whoever leaves earlier is kept on the way out. */
const SOON = 250;

/** Brings back the case of before the reload, and keeps it with every step. */
export function useKeptCase(store: TriageStore): void {
  useEffect(() => {
    const { page, restore } = store.getState();
    const kept = fromKept(keptCase(), page.profile);
    if (kept) restore(kept);
    let due: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(due);
      due = undefined;
      const { page, result, notice } = store.getState();
      // What was evidence is known when the answer is there; until then the text alone is kept.
      const current = result?.of === page ? result.diagnosis : null;
      if (!keepCase(toKept(page, current)) && notice === null) store.getState().fail(NOT_KEPT);
    };
    const keepDue = () => {
      if (due !== undefined) keep();
    };
    const stop = store.subscribe((state, before) => {
      if (state.page === before.page && state.result === before.result) return;
      // What is forgotten is gone at once; a megabyte of text is written when the answer has been painted.
      if (!hasCase(state.page)) keep();
      else due ??= setTimeout(keep, SOON);
    });
    addEventListener('pagehide', keepDue);
    return () => {
      stop();
      removeEventListener('pagehide', keepDue);
      keepDue();
    };
  }, [store]);
}
