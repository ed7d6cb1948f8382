'use client';

import { useEffect, useState } from 'react';
import { NEW_CASE, engineCase, withPart } from '@/components/triage/case';
import type { Result } from '@/components/triage/store';
import type { Outcome } from '@/lib/worker/protocol';
import { samplesOf, theEngine } from './engine';

const NOT_LOADED = 'The sample did not load. Check the connection and try again.';

/** The diagnosis of one sample; null while the engine is at it. */
export function useRun(incident: string, name: string): Outcome<Result> | null {
  const [run, setRun] = useState<{ name: string; outcome: Outcome<Result> } | null>(null);
  useEffect(() => {
    let left = false;
    diagnose(incident, name).then(
      (outcome) => !left && setRun({ name, outcome }),
      () => !left && setRun({ name, outcome: { type: 'failed', sentence: NOT_LOADED } }),
    );
    return () => {
      left = true;
    };
  }, [incident, name]);
  return run?.name === name ? run.outcome : null;
}

async function diagnose(incident: string, name: string): Promise<Outcome<Result>> {
  const [engine, texts] = await Promise.all([theEngine(), samplesOf(incident)]);
  const of = withPart(NEW_CASE, { name, source: texts[name] ?? '' });
  const outcome = await engine.triage(engineCase(of));
  return outcome.type === 'ok' ? { type: 'ok', value: { ...outcome.value, of } } : outcome;
}
