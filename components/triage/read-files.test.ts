import { expect, test } from 'vitest';
import type { Engine } from '@/lib/worker/client';
import type { Outcome, ReadFile } from '@/lib/worker/protocol';
import { fileReader } from './read-files';
import { createTriageStore } from './store';

/** An engine that has read a file when the test says so; a stopped one says that it was stopped. */
function setup() {
  const asked: { name: string; done(outcome?: Outcome<ReadFile>): void }[] = [];
  const read: Engine['read'] = (file, watch) =>
    new Promise((settle) => {
      const done = (outcome: Outcome<ReadFile> = { type: 'ok', value: { text: file.name, limits: [] } }) =>
        settle(outcome);
      asked.push({ name: file.name, done });
      watch?.signal?.addEventListener('abort', () => done(failed(`${file.name} was not read.`)));
    });
  const store = createTriageStore();
  const take = fileReader(store, { read } as Engine);
  return { asked, now: () => store.getState(), take: (...names: string[]) => take(names.map(fileOf)) };
}

const fileOf = (name: string) => new File(['x'], name);
const failed = (sentence: string): Outcome<ReadFile> => ({ type: 'failed', sentence });
const names = (now: ReturnType<typeof setup>['now']) => now().page.parts.map(({ name }) => name);
/** Lets everything run that waits for nothing but its turn. */
const turn = () => new Promise((go) => setTimeout(go));

test('a file that cannot be read does not keep the others out', async () => {
  const { asked, now, take } = setup();
  const read = take('bad', 'good');
  asked[0]!.done(failed('bad is bad.'));
  await turn();
  asked[1]!.done();
  await read;
  expect(names(now)).toEqual(['good']);
  expect(now()).toMatchObject({ notice: 'bad is bad.', reading: null });
});

test('files of a second drop wait for those of the first', async () => {
  const { asked, now, take } = setup();
  void take('a');
  const read = take('b');
  expect([asked.length, now().reading?.name]).toEqual([1, 'a']);
  asked[0]!.done();
  await turn();
  expect(now().reading?.name).toBe('b');
  asked[1]!.done();
  await read;
  expect(names(now)).toEqual(['a', 'b']);
});

test('whoever stops a file stops those behind it, and is told', async () => {
  const { asked, now, take } = setup();
  const read = take('a', 'b');
  now().reading!.stop();
  await read;
  expect(asked).toHaveLength(1);
  expect(now()).toMatchObject({ notice: 'a was not read.', reading: null, page: { parts: [] } });
});

test.each(['startOver', 'forget'] as const)(
  '%s lets a file go that is still read, and nothing of it arrives',
  async (way) => {
    const { asked, now, take } = setup();
    now().paste('a');
    const read = take('old', 'older');
    now()[way]();
    expect(now()).toMatchObject({ reading: null, page: { parts: [] } });
    // A file of the new case, dropped before the old one has ended.
    void take('new');
    await turn();
    asked.find(({ name }) => name === 'new')!.done();
    await read;
    expect(asked.map(({ name }) => name)).toEqual(['old', 'new']);
    expect(names(now)).toEqual(['new']);
    expect(now()).toMatchObject({ notice: null, reading: null });
  },
);
