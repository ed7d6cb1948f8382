'use client';

import { useEffect, useMemo, useState } from 'react';
import { findAll, firstAtOrAfter, MOST_FINDS, type Finds } from '@/lib/view/find';
import { lineAt } from '@/lib/view/lines';
import type { PaneModel } from '@/lib/view/model';

/** Milliseconds of searching between two breaths of the page. */
const BREATH = 8;
/** Milliseconds in which somebody goes on typing. */
const TYPING = 90;

interface Search {
  model: PaneModel;
  query: string;
  exact: boolean;
  /** Offsets, one list a source; they grow while the search runs. */
  found: number[][];
  done: boolean;
  atLeast: boolean;
}

export interface Find {
  query: string;
  exact: boolean;
  ask(query: string, exact: boolean): void;
  count: number;
  /** From 0; -1 when there is none. */
  at: number;
  done: boolean;
  /** The search ended at its limit. */
  atLeast: boolean;
  finds: Finds[];
  /** Where the search stands. */
  place: { source: number; line: number } | null;
  step(by: 1 | -1): void;
}

/** Searches all sources without ever holding the page; begins at the line `from` gives. */
export function useFind(model: PaneModel, from: () => { source: number; line: number }): Find {
  const [{ query, exact }, setAsked] = useState({ query: '', exact: false });
  const [search, setSearch] = useState<Search | null>(null);
  const [at, setAt] = useState(-1);

  useEffect(() => {
    if (query === '') return;
    let left = false;
    const found = model.texts.map((): number[] => []);
    const show = (done: boolean, atLeast = false) => setSearch({ model, query, exact, found, done, atLeast });
    const run = async () => {
      await pause(TYPING);
      let shown = performance.now();
      let until = shown + BREATH;
      for (const [source, { source: text }] of model.texts.entries()) {
        const steps = findAll(text, query, { exact }, found[source]!);
        for (let step = steps.next(); ; step = steps.next()) {
          if (left) return;
          if (step.done) {
            if (step.value) return show(true, true);
            break;
          }
          if (performance.now() < until) continue;
          await pause(0);
          if (left) return;
          const now = performance.now();
          until = now + BREATH;
          if (now - shown < 150) continue;
          shown = now;
          show(false);
        }
      }
      show(true);
    };
    void run();
    return () => {
      left = true;
    };
  }, [model, query, exact]);

  const current = search?.query === query && search.exact === exact && search.model === model ? search : null;
  const counts = current?.found.map((each) => each.length) ?? [];
  const count = counts.reduce((sum, each) => sum + each, 0);

  // A new search stands at the first place at or below where the person was.
  const [placed, setPlaced] = useState<number[][] | null>(null);
  if (current && count > 0 && placed !== current.found) {
    setPlaced(current.found);
    setAt(firstFrom(current.found, model, from()));
  }

  const now = current && placed === current.found ? nth(current.found, at) : null;
  const [source, offset] = [now?.source ?? -1, now?.offset ?? -1];
  const finds = useMemo(
    () =>
      (current?.found ?? []).map((starts, own): Finds => ({
        starts,
        length: query.length,
        now: own === source ? offset : null,
      })),
    [current, query, source, offset],
  );
  const line = source < 0 ? 0 : lineAt(model.starts[source]!, offset) + 1;
  const place = useMemo(() => (source < 0 ? null : { source, line }), [source, line]);
  return {
    query,
    exact,
    ask: (text, same) => setAsked({ query: text, exact: same }),
    count,
    at: now ? at : -1,
    done: query === '' || (current?.done ?? false),
    atLeast: current?.atLeast ?? false,
    finds,
    place,
    step: (by) => count > 0 && setAt((at + by + count) % count),
  };
}

export const FIND_LIMIT = MOST_FINDS;

const pause = (ms: number) => new Promise<void>((go) => setTimeout(go, ms));

function nth(found: readonly number[][], at: number): { source: number; offset: number } | null {
  let left = at;
  for (const [source, starts] of found.entries()) {
    if (left >= 0 && left < starts.length) return { source, offset: starts[left]! };
    left -= starts.length;
  }
  return null;
}

function firstFrom(
  found: readonly number[][],
  model: PaneModel,
  { source, line }: { source: number; line: number },
): number {
  let before = 0;
  for (const [at, starts] of found.entries()) {
    if (at === source) {
      const first = firstAtOrAfter(starts, model.starts[at]?.[line - 1] ?? 0);
      if (first < starts.length) return before + first;
    } else if (at > source && starts.length > 0) return before;
    before += starts.length;
  }
  return 0;
}
