'use client';

import { useEffect, useState } from 'react';
import type { Outcome, Shared } from '@/lib/worker/protocol';
import { engineCase } from '../triage/case';
import { useInputs, useTriage } from '../triage/context';
import { siteHere } from '../ui/site';

export interface SectionProps {
  /** Null while the worker is at it. */
  shared: Outcome<Shared> | null;
  onClose: () => void;
}

/** The case without names and secrets: made when the dialog opens, in the worker. */
export function useShared(): Outcome<Shared> | null {
  const result = useTriage((state) => state.result);
  const { share } = useInputs();
  const [shared, setShared] = useState<Outcome<Shared> | null>(null);
  useEffect(() => {
    if (!result) return;
    let left = false;
    const of = { triageCase: engineCase(result.of), diagnosis: result.diagnosis, site: siteHere() };
    void share(of).then((outcome) => !left && setShared(outcome));
    return () => {
      left = true;
    };
  }, [result, share]);
  return shared;
}
