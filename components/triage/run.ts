/** Connects the store with the engine: every new case is diagnosed, and only the newest answer counts. */

import type { Engine } from '@/lib/worker/client';
import { engineCase } from './case';
import { hasCase, type TriageStore } from './store';

/** Returns the way to disconnect. */
export function connect(store: TriageStore, engine: Engine): () => void {
  const diagnose = async () => {
    const { page } = store.getState();
    if (!hasCase(page)) return;
    const outcome = await engine.triage(engineCase(page));
    if (store.getState().page !== page) return;
    if (outcome.type === 'ok') store.getState().answered({ ...outcome.value, of: page });
    else store.getState().fail(outcome.sentence);
  };
  void diagnose();
  return store.subscribe((state, before) => {
    if (state.page !== before.page) void diagnose();
  });
}

/** Reads files one after the other into the case. A file that cannot be read says so and the others go on. */
export async function addFiles(store: TriageStore, engine: Engine, files: readonly File[]): Promise<void> {
  const faults: string[] = [];
  for (const file of files) {
    store.getState().startReading(file.name);
    const outcome = await engine.read(file);
    if (outcome.type === 'ok')
      store.getState().add({ name: file.name, source: outcome.value.text, limits: outcome.value.limits });
    else faults.push(outcome.sentence);
  }
  if (faults.length > 0) store.getState().fail(faults.join(' '));
}
