'use client';

import { useEffect } from 'react';
import { keepCase, keptCase } from '../ui/open-case';
import { fromKept, toKept } from './kept-case';
import type { TriageStore } from './store';

const NOT_KEPT = 'This browser keeps no more for this page: after a reload the case would be gone.';

/** Brings back the case of before the reload, and keeps it with every step. */
export function useKeptCase(store: TriageStore): void {
  useEffect(() => {
    const { page, restore } = store.getState();
    const kept = fromKept(keptCase(), page.profile);
    if (kept) restore(kept);
    return store.subscribe((state, before) => {
      if (state.page === before.page && state.result === before.result) return;
      // What was evidence is known when the answer is there; until then the text alone is kept.
      const current = state.result?.of === state.page ? state.result.diagnosis : null;
      if (!keepCase(toKept(state.page, current)) && state.notice === null) store.getState().fail(NOT_KEPT);
    });
  }, [store]);
}
