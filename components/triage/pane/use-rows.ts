'use client';

import { useMemo, useState } from 'react';
import { segmentsOf, type Fold, type Segment } from '@/lib/view/folds';
import type { PaneModel } from '@/lib/view/model';
import { rowsOf, type Rows } from '@/lib/view/rows';

interface Place {
  source: number;
  line: number;
}

export interface Folds {
  rows: Rows;
  /** Whether anything is folded, or could be. */
  some: boolean;
  all: boolean;
  toggle(fold: Fold): void;
  toggleAll(): void;
}

const keyOf = ({ source, key }: Fold): string => `${source}:${key}`;

/** What is shown and what is folded; `wanted` lines are always shown. */
export function useRows(model: PaneModel, wanted: readonly (Place | null)[]): Folds {
  const [all, setAll] = useState(false);
  /** Folds that are not as `all` says: opened ones, or after "unfold all" those that were closed again. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const seen = wanted.map((place) => (place ? `${place.source}:${place.line}` : '')).join(' ');
  const segments = useMemo(() => {
    const places = wanted.filter((place) => place !== null);
    const several = model.texts.length > 1;
    return model.texts.flatMap((_, source): Segment[] => {
      const own = (keys: ReadonlySet<string>) =>
        new Set(
          [...keys]
            .filter((key) => key.startsWith(`${source}:`))
            .map((key) => Number(key.slice(key.indexOf(':') + 1))),
        );
      const lines = segmentsOf({
        source,
        lineCount: model.starts[source]?.length ?? 1,
        matter: model.matter[source] ?? [],
        wanted: places.filter((place) => place.source === source).map(({ line }) => line),
        harmless: model.runs[source] ?? [],
        turned: own(turned),
        all,
      });
      return several ? [{ type: 'title', source }, ...lines] : lines;
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `seen` says what `wanted` says: a new object for the same line is no change
  }, [model, turned, all, seen]);
  const rows = useMemo(() => rowsOf(segments), [segments]);
  return {
    rows,
    some: segments.some(({ type }) => type === 'fold'),
    all,
    toggle: (fold) => {
      const next = new Set(turned);
      if (!next.delete(keyOf(fold))) next.add(keyOf(fold));
      setTurned(next);
    },
    toggleAll: () => {
      setAll(!all);
      setTurned(new Set());
    },
  };
}
