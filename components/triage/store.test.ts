import { expect, test, vi } from 'vitest';
import type { Engine } from '@/lib/worker/client';
import type { Diagnosed, Outcome } from '@/lib/worker/protocol';
import { connect, FITS_NONE, fitsSeveral, takePaste } from './run';
import { createTriageStore, NOTHING_PASTED, NOTHING_TO_UNDO } from './store';

const DIAGNOSED = { diagnosis: { findings: [] }, starts: [] } as unknown as Diagnosed;

function setup() {
  const store = createTriageStore();
  return { store, now: () => store.getState() };
}

/** An engine whose answers the test gives out by hand. */
function handEngine() {
  const waiting: ((outcome: Outcome<Diagnosed>) => void)[] = [];
  const engine: Engine = {
    take: () => {},
    read: async () => ({ type: 'failed', sentence: 'no' }),
    triage: () => new Promise((settle) => waiting.push(settle)),
    recognise: async (_, text) => text.split(' ').filter((word) => word !== 'nothing'),
    draft: async () => ({ type: 'failed', sentence: 'no' }),
    share: async () => ({ type: 'failed', sentence: 'no' }),
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

test('the engine has one case at a time, and only the answer to the newest counts', async () => {
  const { store, now } = setup();
  const { engine, waiting } = handEngine();
  connect(store, engine);
  now().paste('a');
  now().paste('b');
  now().paste('c');
  expect(waiting).toHaveLength(1);
  waiting[0]!({ type: 'failed', sentence: 'late' });
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  expect(now()).toMatchObject({ notice: null, result: null });
  waiting[1]!({ type: 'ok', value: DIAGNOSED });
  await vi.waitFor(() => expect(now().result?.of).toBe(now().page));
  expect(waiting).toHaveLength(2);
});

test('a paste from before the book was there is diagnosed when it comes', () => {
  const { store, now } = setup();
  const { engine, waiting } = handEngine();
  now().paste('a');
  connect(store, engine);
  expect(waiting).toHaveLength(1);
});

test('an undo past the start is a sentence, and keeps the case', () => {
  const { now } = setup();
  now().undo();
  expect(now()).toMatchObject({ notice: NOTHING_TO_UNDO, page: { parts: [], answers: [] } });
});

test('output of a check answers it, in one step; its part takes the answer along', async () => {
  const { store, now } = setup();
  const { engine } = handEngine();
  await takePaste(store, engine, 'yes', 'c');
  expect(now().page.answers).toEqual([{ check: 'c', outcome: 'yes', by: 'pasted' }]);
  expect(now().page.parts).toHaveLength(1);
  now().remove(0);
  expect(now().page).toMatchObject({ parts: [], answers: [] });
  now().undo();
  now().answer({ check: 'c', outcome: 'no', by: 'picked' });
  now().remove(0);
  expect(now().page.answers).toEqual([{ check: 'c', outcome: 'no', by: 'picked' }]);
});

test('a paste whose case is let go before it is understood goes with it', async () => {
  const { store, now } = setup();
  const { engine } = handEngine();
  now().paste('a');
  const taking = takePaste(store, engine, 'yes', 'stuck');
  now().forget();
  await taking;
  expect(now().page.parts).toEqual([]);
});

test('output that fits no outcome, or two, is kept and gets a sentence', async () => {
  const { store, now } = setup();
  const { engine } = handEngine();
  await takePaste(store, engine, 'nothing', 'c');
  expect(now()).toMatchObject({ notice: FITS_NONE, page: { answers: [] } });
  await takePaste(store, engine, 'yes no', 'c');
  expect(now()).toMatchObject({ notice: fitsSeveral(['yes', 'no']), page: { answers: [] } });
  expect(now().page.parts).toHaveLength(2);
});

test('a paste elsewhere answers the check that is asked, and says nothing when it does not', async () => {
  const { store, now } = setup();
  const { engine } = handEngine();
  now().paste('a');
  const next = { check: 'c', outcomes: [] };
  const diagnosis = { findings: [], next } as unknown as Diagnosed['diagnosis'];
  now().answered({ diagnosis, starts: [], of: now().page });
  await takePaste(store, engine, 'nothing');
  expect(now()).toMatchObject({ notice: null, page: { answers: [] } });
  now().undo();
  now().answered({ diagnosis, starts: [], of: now().page });
  await takePaste(store, engine, 'yes');
  expect(now().page.answers).toEqual([{ check: 'c', outcome: 'yes', by: 'pasted' }]);
});

test('a fix that helped ends the case, and anything said afterwards opens it again', () => {
  const { now } = setup();
  now().paste('a');
  now().helped('i', 'f');
  expect(now().page.solved).toEqual({ incident: 'i', fix: 'f' });
  now().undo();
  expect(now().page.solved).toBeUndefined();
  now().redo();
  now().didNotHelp('i', 'f');
  expect(now().page).toMatchObject({ tried: [{ incident: 'i', fix: 'f' }] });
  expect(now().page.solved).toBeUndefined();
  now().untry('i', 'f');
  expect(now().page.tried).toEqual([]);
});

test('what is known of the cluster outlives undo and start over', () => {
  const { now } = setup();
  now().paste('a');
  now().setProfile({ runtime: 'containerd' });
  now().undo();
  expect(now().page.profile).toEqual({ runtime: 'containerd' });
  now().startOver();
  expect(now().page.profile).toEqual({ runtime: 'containerd' });
});

test('a link begins a case with its answers, and says what was wrong with the rest', () => {
  const { now } = setup();
  now().begin([{ check: 'c', outcome: 'yes', by: 'picked' }], 'One is unknown.');
  expect(now()).toMatchObject({ notice: 'One is unknown.', page: { answers: [{ check: 'c' }] } });
  now().begin([], 'All are unknown.');
  expect(now()).toMatchObject({ notice: 'All are unknown.', page: { answers: [{ check: 'c' }] } });
});

test('the person’s word about lines replaces the earlier one, is taken back, and can be undone', () => {
  const { now } = setup();
  now().paste('a\nb\nc\nd\n');
  now().readAs(0, [[1, 2]], 'klog');
  now().readAs(0, [[4, 4]], 'ps');
  now().readAs(
    0,
    [
      [1, 1],
      [2, 2],
    ],
    'dmesg',
  );
  const said = () => now().page.parts[0]?.overrides?.map(({ from, to, format }) => `${from}-${to} ${format}`);
  expect(said()).toEqual(['1-1 dmesg', '2-2 dmesg', '4-4 ps']);
  now().readAs(0, [[1, 2]], null);
  expect(said()).toEqual(['4-4 ps']);
  now().undo();
  expect(said()).toHaveLength(3);
  now().readAs(0, [[1, 4]], null);
  expect(said()).toBeUndefined();
});

test('a selected line stays selected while its text is there', () => {
  const { now } = setup();
  now().paste('a\nb\n');
  now().look({ source: 0, line: 2 });
  now().paste('c');
  now().answer({ check: 'x', outcome: 'y', by: 'picked' });
  now().readAs(0, [[1, 2]], 'klog');
  expect(now().spot).toEqual({ source: 0, line: 2 });
  now().remove(0);
  expect(now().spot).toBeNull();
});
