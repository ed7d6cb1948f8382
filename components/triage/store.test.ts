import { expect, test } from 'vitest';
import type { Engine } from '@/lib/worker/client';
import type { Diagnosed, Outcome } from '@/lib/worker/protocol';
import { addFiles, connect } from './run';
import { createTriageStore, NOTHING_PASTED } from './store';

const DIAGNOSED = { diagnosis: { findings: [] }, starts: [] } as unknown as Diagnosed;

function setup() {
  const store = createTriageStore();
  return { store, now: () => store.getState() };
}

/** An engine whose answers the test gives out by hand. */
function handEngine() {
  const waiting: ((outcome: Outcome<Diagnosed>) => void)[] = [];
  const engine: Engine = {
    read: async (file) =>
      file.name === 'bad'
        ? { type: 'failed', sentence: 'bad is bad.' }
        : { type: 'ok', value: { text: await file.text(), limits: [] } },
    triage: () => new Promise((settle) => waiting.push(settle)),
    stop: () => {},
  };
  return { engine, waiting };
}

test('pastes get names of their own and can be removed', () => {
  const { now } = setup();
  now().paste('a');
  now().paste('b');
  now().remove(0);
  now().paste('c');
  expect(now().page.parts.map((part) => [part.name, part.source])).toEqual([
    ['Paste 2', 'b'],
    ['Paste 1', 'c'],
  ]);
});

test('an empty paste is a sentence, and goes away with the next paste', () => {
  const { now } = setup();
  now().paste(' \n');
  expect(now()).toMatchObject({ notice: NOTHING_PASTED, page: { parts: [] } });
  now().paste('a');
  expect(now().notice).toBeNull();
});

test('every step can be undone and redone, and an undo past the start changes nothing', () => {
  const { now } = setup();
  now().undo();
  now().paste('a');
  now().answer({ check: 'c', outcome: 'yes', by: 'picked' });
  now().answer({ check: 'c', outcome: 'no', by: 'picked' });
  expect(now().page.answers).toEqual([{ check: 'c', outcome: 'no', by: 'picked' }]);
  now().undo();
  expect(now().page.answers).toEqual([{ check: 'c', outcome: 'yes', by: 'picked' }]);
  now().redo();
  expect(now().page.answers[0]?.outcome).toBe('no');
  for (let step = 0; step < 9; step++) now().undo();
  expect(now().page.parts).toEqual([]);
  now().redo();
  expect(now().page.parts).toHaveLength(1);
});

test('starting over can be undone too', () => {
  const { now } = setup();
  now().paste('a');
  now().startOver();
  expect(now().page.parts).toEqual([]);
  now().undo();
  expect(now().page.parts).toHaveLength(1);
});

test('only the answer to the newest case counts', async () => {
  const { store, now } = setup();
  const { engine, waiting } = handEngine();
  connect(store, engine);
  now().paste('a');
  now().paste('b');
  waiting[1]?.({ type: 'ok', value: DIAGNOSED });
  waiting[0]?.({ type: 'failed', sentence: 'late' });
  await Promise.resolve();
  await Promise.resolve();
  expect(now().notice).toBeNull();
  expect(now().result?.of).toBe(now().page);
});

test('a paste from before the book was there is diagnosed when it comes', () => {
  const { store, now } = setup();
  const { engine, waiting } = handEngine();
  now().paste('a');
  connect(store, engine);
  expect(waiting).toHaveLength(1);
});

test('a file that cannot be read does not keep the others out', async () => {
  const { store, now } = setup();
  const { engine } = handEngine();
  await addFiles(store, engine, [new File(['x'], 'bad'), new File(['y'], 'good')]);
  expect(now().page.parts.map((part) => part.name)).toEqual(['good']);
  expect(now().notice).toBe('bad is bad.');
});
