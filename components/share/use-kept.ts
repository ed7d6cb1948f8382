'use client';

import { useCallback, useEffect, useState } from 'react';
import { keptCases, type KeptCase } from './kept-store';

const REFUSED =
  'This browser does not let the page keep anything, as in a private window. Download a case file instead.';

/** The kept cases, and a way to change them that reads them again. */
export function useKept() {
  const [kept, setKept] = useState<KeptCase[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const change = useCallback(async (act: () => Promise<void>) => {
    try {
      await act();
      setKept(await keptCases());
      setFault(null);
    } catch {
      setFault(REFUSED);
    }
  }, []);
  useEffect(() => {
    keptCases().then(setKept, () => {});
  }, []);
  return { kept, fault, change };
}
