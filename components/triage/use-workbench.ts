'use client';

import { useEffect, useState } from 'react';
import { PART_NOT_LOADED } from './sentences';
import type { TriageStore } from './store';
import type * as Workbench from './workbench';

/**
 * What shows a case. It is loaded right behind the page, whether something is pasted or not: the paste box need
 * not wait for it, and a paste asks for nothing.
 */
export function useWorkbench(store: TriageStore): typeof Workbench | null {
  const [loaded, setLoaded] = useState<typeof Workbench | null>(null);
  useEffect(() => {
    import('./workbench').then(setLoaded, () => store.getState().fail(PART_NOT_LOADED));
  }, [store]);
  return loaded;
}
