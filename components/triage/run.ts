/** Connects the store with the engine: every new case is diagnosed, and only the newest answer counts. */

import type { Engine } from '@/lib/worker/client';
import { engineCase, sharedWith } from './case';
import { isCaseFile, openFile } from '../share/open-file';
import { hasCase, type TriageStore } from './store';

/** Returns the way to disconnect. */
export function connect(store: TriageStore, engine: Engine): () => void {
  const diagnose = async () => {
    const { page } = store.getState();
    if (!hasCase(page)) return;
    const shared = sharedWith(page);
    if (shared) return store.getState().answered({ diagnosis: shared.diagnosis, starts: [], of: page });
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
  const { result, paste, pasteFor } = store.getState();
  const next = result?.diagnosis.next;
  const check = asked ?? next?.check;
  if (!engine || !check || text.trim() === '') return paste(text);
  const outcomes = await engine.recognise(check, text);
  if (outcomes.length === 1) return pasteFor(text, check, outcomes[0]!, null);
  if (!asked) return paste(text);
  const labels = outcomes.map((id) => next?.outcomes.find((outcome) => outcome.id === id)?.label ?? id);
  pasteFor(text, check, null, labels.length === 0 ? FITS_NONE : fitsSeveral(labels));
}

/**
 * Reads files one after the other into the case. A file that cannot be read says so and the others go on; when the
 * person stops one, those behind it are not begun.
 */
export async function addFiles(store: TriageStore, engine: Engine, files: readonly File[]): Promise<void> {
  const faults: string[] = [];
  const stopped = new AbortController();
  for (const file of files) {
    if (stopped.signal.aborted) break;
    store.getState().startReading(file.name, () => stopped.abort());
    const outcome = await engine.read(file, {
      signal: stopped.signal,
      onProgress: store.getState().progress,
    });
    if (outcome.type === 'ok' && isCaseFile(file.name, outcome.value.text)) {
      const sentence = await openFile(store, outcome.value.text);
      if (sentence) faults.push(sentence);
    } else if (outcome.type === 'ok') {
      const { text: source, ...more } = outcome.value;
      store.getState().add({ name: file.name, source, ...more });
    } else faults.push(outcome.sentence);
  }
  store.getState().endReading();
  if (faults.length > 0) store.getState().fail(faults.join(' '));
}
