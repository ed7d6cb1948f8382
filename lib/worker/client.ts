/** The page's side of the worker: asks, waits, and ends a worker that does not come back. */

import type { Case } from '../triage/diagnosis';
import type { Pack } from '../triage/pack';
import type { Diagnosed, Draft, DraftOf, FromWorker, Outcome, ReadFile, Shared, ShareOf, ToWorker } from './protocol';

/** A browser cannot interrupt a regular expression; ending the worker is the only budget there is. */
export const BUDGET_MS = 10_000;
export const TOO_SLOW =
  'This took longer than 10 seconds, so the engine was stopped and started again. Your text is still here. Paste a smaller piece: the last few hundred lines around the error usually do.';
const BROKEN =
  'The engine could not start in this browser. Reload the page; if that does not help, the browser is too old.';

export interface Engine {
  read(file: File): Promise<Outcome<ReadFile>>;
  triage(triageCase: Case): Promise<Outcome<Diagnosed>>;
  /** Outcomes of a check that a text shows; none when it cannot be told. */
  recognise(check: string, text: string): Promise<string[]>;
  draft(of: DraftOf): Promise<Outcome<Draft>>;
  share(of: ShareOf): Promise<Outcome<Shared>>;
  stop(): void;
}

interface Waiting {
  settle(message: FromWorker): void;
  timer: ReturnType<typeof setTimeout>;
}

/** Starts the engine with its pack. `spawn` makes a worker without asking the network (`spawnFrom`). */
export function startEngine(pack: Pack, spawn: () => Worker, budget = BUDGET_MS): Engine {
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

  function ask(message: (id: number) => ToWorker): Promise<FromWorker> {
    const id = ++ids;
    return new Promise((settled) => {
      waiting.set(id, { settle: settled, timer: setTimeout(restart, budget) });
      worker.postMessage(message(id));
    });
  }

  return {
    async read(file) {
      const reply = await ask((id) => ({ type: 'read', id, file }));
      if (reply.type === 'read') return { type: 'ok', value: { text: reply.text, limits: reply.limits } };
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
