import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wait } from '../triage/diagnosis';
import { chainOf, type Arrow } from './chain';
import { railsOf } from './rails';

const wait = (task: string, thing: string, words = thing): Wait => ({
  task,
  pids: [],
  count: 1,
  for: thing,
  words,
  frame: 'frame',
  source: 0,
  line: 1,
});

/** Arrows in words: `init ~> sync` is not sure. */
function words(waits: Wait[]): string[] {
  const chain = chainOf(waits);
  const name = (index: number) => {
    const row = chain!.rows[index]!;
    return row.type === 'task' ? row.wait.task! : row.type === 'thing' ? row.id : 'unseen';
  };
  return (chain?.arrows ?? []).map(({ from, to, sure }) => `${name(from)} ${sure ? '->' : '~>'} ${name(to)}`);
}

describe('who waits for whom', () => {
  it('an init waits for the others, and these for what their stacks say', () => {
    expect(words([wait('init', 'namespace'), wait('s6-sync', 'sync-all')])).toEqual([
      'init ~> s6-sync',
      's6-sync -> sync-all',
    ]);
  });

  it('an init alone waits for somebody who was not pasted', () => {
    expect(words([wait('init', 'namespace')])).toEqual(['init ~> unseen']);
  });

  it('tasks that wait for one thing meet there, and a sync may hang with the store that hangs', () => {
    expect(words([wait('app', 'ceph'), wait('web', 'ceph'), wait('s6-sync', 'sync-all')])).toEqual([
      's6-sync -> sync-all',
      'sync-all ~> ceph',
      'app -> ceph',
      'web -> ceph',
    ]);
  });

  it('is no picture where no stack says for what', () => {
    expect(chainOf([])).toBeNull();
    expect(chainOf([wait('app', 'exit'), wait('sh', 'child')])).toBeNull();
  });
});

describe('rails', () => {
  const arrows = fc
    .uniqueArray(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 15 })
    .map((all) => all.map(([from, by, sure]): Arrow => ({ from, to: from + by, sure })));

  it('carry every arrow', () => {
    fc.assert(
      fc.property(arrows, (all) => {
        const { rails } = railsOf(all);
        for (const { from, to, sure } of all)
          expect(
            rails.some((rail) => rail.sure === sure && rail.from.includes(from) && rail.to.includes(to)),
          ).toBe(true);
      }),
    );
  });

  it('never run over each other, and number their lanes from 0', () => {
    fc.assert(
      fc.property(arrows, (all) => {
        const { rails, lanes } = railsOf(all);
        for (const [index, one] of rails.entries()) {
          expect(one.lane).toBeLessThan(lanes);
          for (const other of rails.slice(index + 1).filter(({ lane }) => lane === one.lane))
            expect(
              Math.max(...one.to) <= Math.min(...other.from) ||
                Math.max(...other.to) <= Math.min(...one.from),
            ).toBe(true);
        }
      }),
    );
  });
});
