/** The page's side of the worker: asks, waits, and ends a worker that does not come back. */

import type { Case } from '../triage/diagnosis';
import type { Pack } from '../triage/pack';
import type {
  Diagnosed,
  Draft,
  DraftOf,
  FromWorker,
  Outcome,
  Progress,
  ReadFile,
  Shared,
  ShareOf,
  ToWorker,
} from './protocol';

/** A browser cannot interrupt a regular expression; ending the worker is the only budget there is. */
export const BUDGET_MS = 10_000;
export const TOO_SLOW =
  'This took longer than 10 seconds, so the engine was stopped and started again. Your text is still here. Paste a smaller piece: the last few hundred lines around the error usually do.';
export const BROKEN =
  'The engine could not start in this browser. Reload the page; if that does not help, the browser is too old.';

export interface ReadWatch {
  onProgress?(progress: Progress): void;
  signal?: AbortSignal;
}

export interface Engine {
  /** Gives the engine another pack, for everything asked from here on. */
  take(pack: Pack): void;
  /** Reads a file of any size; `onProgress` is called a few times a second, `signal` gives the reading up. */
  read(file: File, watch?: ReadWatch): Promise<Outcome<ReadFile>>;
  triage(triageCase: Case): Promise<Outcome<Diagnosed>>;
  /** Outcomes of a check that a text shows; none when it cannot be told. */
  recognise(check: string, text: string): Promise<string[]>;
  draft(of: DraftOf): Promise<Outcome<Draft>>;
  share(of: ShareOf): Promise<Outcome<Shared>>;
  stop(): void;
}

interface Waiting {
  settle(message: FromWorker): void;
  onProgress?(progress: Progress): void;
  timer: ReturnType<typeof setTimeout>;
}

/** Starts the engine with its pack. `spawn` makes a worker without asking the network (`spawnFrom`). */
export function startEngine(first: Pack, spawn: () => Worker, budget = BUDGET_MS): Engine {
  let pack = first;
  const waiting = new Map<number, Waiting>();
  let ids = 0;
  let worker = start();

  function start(): Worker {
    const fresh = spawn();
    fresh.onmessage = (event: MessageEvent<FromWorker>) => settle(event.data.id, event.data);
    fresh.onerror = () => failAll(BROKEN);
    fresh.postMessage({ type: 'pack', pack } satisfies ToWorker);
    return fresh;
  }

  function settle(id: number, message: FromWorker): void {
    const entry = waiting.get(id);
    if (!entry) return;
    if (message.type === 'progress') {
      // A large file takes longer than the budget; a worker that goes on is not stuck.
      clearTimeout(entry.timer);
      entry.timer = setTimeout(restart, budget);
      entry.onProgress?.(message);
      return;
    }
    waiting.delete(id);
    clearTimeout(entry.timer);
    entry.settle(message);
  }

  function failAll(sentence: string): void {
    for (const id of [...waiting.keys()]) settle(id, { type: 'failed', id, sentence });
  }

  function restart(): void {
    worker.terminate();
    worker = start();
    failAll(TOO_SLOW);
  }

  function ask(message: (id: number) => ToWorker, watch: ReadWatch = {}): Promise<FromWorker> {
    const id = ++ids;
    const cancel = (): void => worker.postMessage({ type: 'cancel', id } satisfies ToWorker);
    watch.signal?.addEventListener('abort', cancel, { once: true });
    return new Promise<FromWorker>((settled) => {
      const { onProgress } = watch;
      waiting.set(id, {
        settle: settled,
        timer: setTimeout(restart, budget),
        ...(onProgress ? { onProgress } : {}),
      });
      worker.postMessage(message(id));
    }).finally(() => watch.signal?.removeEventListener('abort', cancel));
  }

  return {
    take(next) {
      pack = next;
      worker.postMessage({ type: 'pack', pack } satisfies ToWorker);
    },
    async read(file, watch) {
      const reply = await ask((id) => ({ type: 'read', id, file }), watch);
      if (reply.type === 'read') {
        const { text, limits, excerpt } = reply;
        return { type: 'ok', value: { text, limits, ...(excerpt ? { excerpt } : {}) } };
      }
      return { type: 'failed', sentence: reply.type === 'failed' ? reply.sentence : BROKEN };
    },
    async triage(triageCase) {
      const reply = await ask((id) => ({ type: 'triage', id, triageCase }));
      if (reply.type === 'diagnosed')
        return { type: 'ok', value: { diagnosis: reply.diagnosis, starts: reply.starts } };
      return { type: 'failed', sentence: reply.type === 'failed' ? reply.sentence : BROKEN };
    },
    async recognise(check, text) {
      const reply = await ask((id) => ({ type: 'recognise', id, check, text }));
      return reply.type === 'recognised' ? reply.outcomes : [];
    },
    async share(of) {
      const reply = await ask((id) => ({ type: 'share', id, ...of }));
      if (reply.type === 'shared') return { type: 'ok', value: reply };
      return { type: 'failed', sentence: reply.type === 'failed' ? reply.sentence : BROKEN };
    },
    async draft(of) {
      const reply = await ask((id) => ({ type: 'draft', id, ...of }));
      if (reply.type === 'drafted') return { type: 'ok', value: reply };
      return { type: 'failed', sentence: reply.type === 'failed' ? reply.sentence : BROKEN };
    },
    stop() {
      worker.terminate();
      failAll(BROKEN);
    },
  };
}
