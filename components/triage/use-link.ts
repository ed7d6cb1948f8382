'use client';

import { useEffect } from 'react';
import type { Pack } from '@/lib/triage/pack';
import { answersFrom } from './link';
import type { TriageStore } from './store';

/** Opens the state that the address names, once the book is there to check it against. */
export function useLink(store: TriageStore, pack: Pack | null): void {
  useEffect(() => {
    if (!pack) return;
    const follow = () => {
      const linked = answersFrom(location.hash, pack);
      if (!linked) return;
      // The fragment is spent: a reload must not bring back what was taken back.
      history.replaceState(history.state, '', location.pathname + location.search);
      store.getState().begin(linked.answers, linked.problems.length > 0 ? linked.problems.join(' ') : null);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [store, pack]);
}
