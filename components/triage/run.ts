/** Connects the store with the engine: every new case is diagnosed, and only the newest answer counts. */

import type { Engine } from '@/lib/worker/client';
import { engineCase, sharedWith, type PageCase } from './case';
import { hasCase, type TriageStore } from './store';

/**
 * Returns the way to disconnect. One case is with the engine at a time, and then the newest: what three hundred
 * files make of the case on their way would otherwise stand in line until the first of them ran out of time.
 */
export function connect(store: TriageStore, engine: Engine): () => void {
  let busy = false;
  const diagnose = async () => {
    const { page } = store.getState();
    if (busy || !hasCase(page)) return;
    busy = true;
    await diagnosePage(store, engine, page);
    busy = false;
    if (store.getState().page !== page) void diagnose();
  };
  void diagnose();
  return store.subscribe((state, before) => {
    if (state.page !== before.page) void diagnose();
  });
}

async function diagnosePage(store: TriageStore, engine: Engine, page: PageCase): Promise<void> {
  const shared = sharedWith(page);
  if (shared) return store.getState().answered({ diagnosis: shared.diagnosis, starts: [], of: page });
  const outcome = await engine.triage(engineCase(page));
  if (store.getState().page !== page) return;
  if (outcome.type === 'ok') store.getState().answered({ ...outcome.value, of: page });
  else store.getState().fail(outcome.sentence);
}

/** What the page says when pasted output does not answer the check that it was pasted for. */
export const FITS_NONE =
  'That output shows none of the outcomes by itself. It was added to the case: say below which one it is, or paste all that the command printed.';
export const fitsSeveral = (labels: readonly string[]) =>
  `That output fits ${labels.length} outcomes: ${labels.map((label) => `“${label}”`).join(' and ')}. It was added to the case: say below which one it is.`;

/**
 * Takes a paste. Output of the check that is asked answers it by itself; `asked` is set when it was pasted
 * into the box of that check, and then a paste that answers nothing gets a sentence.
 */
export async function takePaste(
  store: TriageStore,
  engine: Engine | null,
  text: string,
  asked?: string,
): Promise<void> {
  const { page, result, paste, pasteFor } = store.getState();
  const next = result?.diagnosis.next;
  const check = asked ?? next?.check;
  if (!engine || !check || text.trim() === '') return paste(text);
  const outcomes = await engine.recognise(check, text);
  // The case was let go in the meantime, and what was pasted for it goes with it.
  if (hasCase(page) && !hasCase(store.getState().page)) return;
  if (outcomes.length === 1) return pasteFor(text, check, outcomes[0]!, null);
  if (!asked) return paste(text);
  const labels = outcomes.map((id) => next?.outcomes.find((outcome) => outcome.id === id)?.label ?? id);
  pasteFor(text, check, null, labels.length === 0 ? FITS_NONE : fitsSeveral(labels));
}
