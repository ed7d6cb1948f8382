'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { startEngine, type Engine } from '@/lib/worker/client';
import type { PickableSample } from '@/lib/incident/samples';
import type { Case } from '@/lib/triage/diagnosis';
import type { Pack } from '@/lib/triage/pack';
import type { loadBook, LoadedBook } from './load-book';
import { nextTask } from '../ui/next-task';
import type { Inputs } from './context';
import { fileReader } from './read-files';
import { connect, takePaste } from './run';
import { BOOK_NOT_LOADED, STILL_LOADING } from './sentences';
import type { TriageStore } from './store';

const WARM_SAMPLES = 8;
const EMPTY_CASE: Case = { parts: [], answers: [], tried: [], profile: {} };

/** Loads the book, starts the worker with it, and connects both with the store: all before any paste. */
export function useEngine(store: TriageStore, load: typeof loadBook) {
  const [book, setBook] = useState<{ pack: Pack; samples: PickableSample[] } | null>(null);
  const engine = useRef<Engine | null>(null);
  const readFiles = useRef<ReturnType<typeof fileReader> | null>(null);

  useEffect(() => {
    let left = false;
    let disconnect = () => {};
    const start = async () => {
      const loaded = await load();
      if (left) return;
      const started = startEngine(loaded.core, loaded.spawn);
      engine.current = started;
      readFiles.current = fileReader(store, started);
      void started.triage(warmUp(loaded));
      const pack = await loaded.pack;
      if (left) return;
      started.take(pack);
      disconnect = connect(store, unhurried(started));
      setBook({ pack, samples: loaded.samples });
    };
    start().catch(() => {
      // Said again after every step: a step clears what was said before it.
      const say = () => store.getState().fail(BOOK_NOT_LOADED);
      disconnect = store.subscribe((state, before) => state.page !== before.page && say());
      say();
    });
    return () => {
      left = true;
      disconnect();
      engine.current?.stop();
      engine.current = null;
      readFiles.current = null;
    };
  }, [store, load]);

  const inputs = useMemo<Inputs>(
    () => ({
      addFiles(files) {
        if (files.length === 0) return;
        if (readFiles.current) void readFiles.current(files);
        else store.getState().fail(STILL_LOADING);
      },
      takePaste: (text, check) => void takePaste(store, engine.current, text, check),
      share: async (of) => engine.current?.share(of) ?? { type: 'failed', sentence: STILL_LOADING },
      draft: async (of) => engine.current?.draft(of) ?? { type: 'failed', sentence: STILL_LOADING },
    }),
    [store],
  );
  return { pack: book?.pack ?? null, samples: book?.samples ?? [], inputs };
}

/** Taking a large answer out of its message and drawing it are two tasks: neither holds the page for long. */
function unhurried(engine: Engine): Engine {
  return {
    ...engine,
    triage: async (triageCase) => {
      const outcome = await engine.triage(triageCase);
      await nextTask();
      return outcome;
    },
  };
}

/** A first run over a few samples compiles the engine's code, so that the first real paste need not wait for it. */
function warmUp({ samples }: LoadedBook): Case {
  return { ...EMPTY_CASE, parts: samples.slice(0, WARM_SAMPLES).map(({ text }) => ({ source: text })) };
}
