/** Files on their way into the case, one after the other. */

import type { Engine } from '@/lib/worker/client';
import { isCaseFile, openFile } from '../share/open-file';
import type { TriageStore } from './store';

/**
 * Takes files, those of a second drop behind those of the first. A file that cannot be read says so and the others
 * go on; when the person stops one, or lets the case go, those behind it are not begun.
 */
export function fileReader(store: TriageStore, engine: Engine): (files: readonly File[]) => Promise<void> {
  const waiting: File[] = [];
  let reading: Promise<void> | null = null;
  return (files) => {
    waiting.push(...files);
    reading ??= readAll(store, engine, waiting).finally(() => (reading = null));
    return reading;
  };
}

async function readAll(store: TriageStore, engine: Engine, waiting: File[]): Promise<void> {
  const faults: string[] = [];
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    const stopped = new AbortController();
    const stop = () => {
      waiting.length = 0;
      stopped.abort();
    };
    store.getState().startReading(file.name, stop);
    const outcome = await engine.read(file, {
      signal: stopped.signal,
      onProgress: store.getState().progress,
    });
    // The case that the file was for was let go: neither its text nor its fault belongs to what is there now.
    if (store.getState().reading?.stop !== stop) {
      faults.length = 0;
      continue;
    }
    if (outcome.type === 'failed') faults.push(outcome.sentence);
    else if (isCaseFile(file.name, outcome.value.text)) {
      const sentence = await openFile(store, outcome.value.text);
      if (sentence) faults.push(sentence);
    } else {
      const { text: source, ...more } = outcome.value;
      store.getState().add({ name: file.name, source, ...more });
    }
  }
  store.getState().endReading();
  if (faults.length > 0) store.getState().fail(faults.join(' '));
}
