'use client';

import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { search, type SearchAnswer, type SearchIndex } from '@/lib/search/search';
import { loadIndex } from './load-index';

/** The answer to what stands in the box; null while the box is empty or the book on its way. */
export function useAnswer(text: string): {
  answer: SearchAnswer | null;
  state: 'loading' | 'ready' | 'failed';
} {
  const [index, setIndex] = useState<SearchIndex | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let left = false;
    loadIndex().then(
      (loaded) => !left && setIndex(loaded),
      () => !left && setFailed(true),
    );
    return () => {
      left = true;
    };
  }, []);
  // Letters appear before their answer does.
  const asked = useDeferredValue(text);
  const answer = useMemo(() => (index && asked.trim() !== '' ? search(index, asked) : null), [index, asked]);
  return { answer, state: failed ? 'failed' : index ? 'ready' : 'loading' };
}
