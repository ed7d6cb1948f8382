import { afterEach, expect, test, vi } from 'vitest';
import { EMPTY_CASE, type Diagnosis, type Pack } from '../triage';
import { startEngine, TOO_SLOW } from './client';
import type { FromWorker, ToWorker } from './protocol';

const PACK = { version: 1 } as unknown as Pack;

class FakeWorker {
  onmessage: ((event: { data: FromWorker }) => void) | null = null;
  onerror: (() => void) | null = null;
  sent: ToWorker[] = [];
  ended = false;
  postMessage(message: ToWorker) {
    this.sent.push(message);
  }
  terminate() {
    this.ended = true;
  }
  say(data: FromWorker) {
    this.onmessage?.({ data });
  }
}

function setup() {
  vi.useFakeTimers();
  const workers: FakeWorker[] = [];
  const spawn = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return { workers, engine: startEngine(PACK, spawn) };
}

afterEach(() => vi.useRealTimers());

test('the pack is the first thing a worker hears', () => {
  const { workers } = setup();
  expect(workers[0]?.sent.map((message) => message.type)).toEqual(['pack']);
});

test('answers find their question, in any order', async () => {
  const { workers, engine } = setup();
  const first = engine.triage(EMPTY_CASE);
  const second = engine.triage(EMPTY_CASE);
  const say = (id: number) =>
    workers[0]?.say({ type: 'diagnosed', id, diagnosis: { release: `r${id}` } as Diagnosis, starts: [] });
  say(2);
  say(1);
  expect(await first).toMatchObject({ type: 'ok', value: { diagnosis: { release: 'r1' } } });
  expect(await second).toMatchObject({ type: 'ok', value: { diagnosis: { release: 'r2' } } });
});

test('a worker that does not come back is ended, and a fresh one has the pack again', async () => {
  const { workers, engine } = setup();
  const slow = engine.triage(EMPTY_CASE);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await slow).toEqual({ type: 'failed', sentence: TOO_SLOW });
  expect(workers[0]?.ended).toBe(true);
  expect(workers[1]?.sent).toEqual([{ type: 'pack', pack: PACK }]);
  const again = engine.triage(EMPTY_CASE);
  workers[1]?.say({ type: 'failed', id: 2, sentence: 'no' });
  expect(await again).toEqual({ type: 'failed', sentence: 'no' });
});

test('a worker that tells its progress is not stuck; reading can be stopped', async () => {
  const { workers, engine } = setup();
  const told: number[] = [];
  const stop = new AbortController();
  const read = engine.read(new File(['x'], 'big.log'), {
    onProgress: ({ bytes }) => told.push(bytes),
    signal: stop.signal,
  });
  for (const bytes of [1, 2]) {
    await vi.advanceTimersByTimeAsync(9_000);
    workers[0]?.say({ type: 'progress', id: 1, bytes, of: 3, rate: 1 });
  }
  expect(told).toEqual([1, 2]);
  stop.abort();
  expect(workers[0]?.sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
  workers[0]?.say({ type: 'failed', id: 1, sentence: 'stopped' });
  expect(await read).toEqual({ type: 'failed', sentence: 'stopped' });
  expect(workers[0]?.ended).toBe(false);
});
