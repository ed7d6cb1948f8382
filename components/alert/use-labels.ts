'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { labelsFrom, type Labels } from '@/lib/fill/labels';

/** The labels in the fragment of the address. The server never sees a fragment, so the page is built without. */
export function useLabels(): Labels {
  const fragment = useSyncExternalStore(
    subscribe,
    () => location.hash,
    () => '',
  );
  return useMemo(() => labelsFrom(fragment), [fragment]);
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}
