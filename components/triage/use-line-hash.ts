'use client';

import { useEffect } from 'react';
import { lineFromHash, lineHash, type LineRange } from '@/lib/view/line-hash';
import { hasCase, type TriageState, type TriageStore } from './store';

const NOT_HERE =
  'That link leads to a line of a paste that is not open in this tab. A paste stays in the tab in which it was pasted.';

/** Keeps the selected line in the address, and opens the line that the address names once its case is there. */
export function useLineHash(store: TriageStore): void {
  useEffect(() => {
    let wanted: LineRange | null = null;
    const follow = () => {
      wanted = lineFromHash(location.hash);
      if (!wanted) return;
      if (hasCase(store.getState().page)) arrive(store.getState());
      else {
        wanted = null;
        spend();
        store.getState().fail(NOT_HERE);
      }
    };
    const arrive = ({ result, page }: TriageState) => {
      if (!wanted || result?.of !== page) return;
      const { source, line } = wanted;
      const spot = line <= (result.starts[source]?.length ?? 0) ? wanted : null;
      wanted = null;
      if (spot) store.getState().look(spot);
      else spend();
    };
    const stop = store.subscribe((state, before) => {
      if (wanted) return arrive(state);
      if (state.spot === before.spot) return;
      if (state.spot) history.replaceState(history.state, '', lineHash(state.spot));
      else if (lineFromHash(location.hash)) spend();
    });
    follow();
    addEventListener('hashchange', follow);
    return () => {
      stop();
      removeEventListener('hashchange', follow);
    };
  }, [store]);
}

function spend(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}
