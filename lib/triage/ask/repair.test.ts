import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { EMPTY_CASE } from '../case';
import type { Fact } from '../diagnosis';
import type { Fix, PackIncident } from '../pack';
import { incident } from '../test-pack';
import { actionsOf, expectedCost, fixApplies, fixCost, inShownOrder, type Action } from './repair';
import { fix } from './test-checks';

const ALL = () => true;
const action = (id: string, helps: number, cost: number, more: Partial<Fix> = {}): Action => {
  const own = incident(`of-${id}`, {});
  const shares = [{ incident: own, p: helps, works: 1 }];
  return { action: id, incident: own, fix: fix(id, more), helps, cost, shares };
};

describe('the cost of a fix', () => {
  it('is its minutes and its risk in minutes', () => {
    expect((['none', 'low', 'medium', 'high'] as const).map((risk) => fixCost(fix('f', { risk })))).toEqual([
      10, 12, 20, 50,
    ]);
  });
});

it('a fix of the control plane is none where the control plane is somebody else’s', () => {
  const restart = fix('restart-apiserver', { needs: ['control-plane'] });
  const on = (managed: boolean) => fixApplies(restart, [], { ...EMPTY_CASE, profile: { managed } });
  expect([on(true), on(false), fixApplies(restart, [], EMPTY_CASE)]).toEqual([false, true, true]);
});

describe('the expected cost of repair', () => {
  it('is sixty minutes, somebody woken, where there is nothing to do', () => {
    expect(expectedCost([])).toEqual({ cost: 60, steps: 0 });
  });

  it('follows the sum by hand: 5 + 0.7 · 10 + 0.2 · 60', () => {
    const found = expectedCost([action('slow', 0.5, 10), action('quick', 0.3, 5)]);
    expect(found.cost).toBeCloseTo(24);
    expect(found.steps).toBe(2);
  });

  it('stops before a fix that costs more than it saves', () => {
    const found = expectedCost([action('slow', 0.5, 10), action('quick', 0.3, 5), action('vain', 0.01, 30)]);
    expect(found.cost).toBeCloseTo(24);
    expect(found.steps).toBe(2);
  });

  it('wakes somebody at once where every fix is dearer than that', () => {
    expect(expectedCost([action('rebuild', 0.97, 100)])).toEqual({ cost: 60, steps: 0 });
  });

  it('does not add up two fixes of one incident: 10 + 0.6 · 60', () => {
    const works = 0.8;
    const one = incident('one', {});
    const both = ['a', 'b'].map((id) => ({
      ...action(id, 0.5 * works, 10),
      shares: [{ incident: one, p: 0.5, works }],
    }));
    // After `a` failed one in six is left of it: `b` would cost ten minutes and save 60 · 0.8 / 6 = 8.
    expect(expectedCost(both).steps).toBe(1);
    expect(expectedCost(both).cost).toBeCloseTo(10 + 0.6 * 60);
  });

  it('does not depend on the order of the list and never exceeds sixty minutes', () => {
    const any = fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.3, noNaN: true }), fc.integer({ min: 1, max: 90 })),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(any, (rows) => {
        const actions = rows.map(([helps, cost], index) => action(`a${index}`, helps, cost));
        const { cost } = expectedCost(actions);
        expect(cost).toBeLessThanOrEqual(60);
        expect(expectedCost([...actions].reverse()).cost).toBe(cost);
      }),
    );
  });
});

describe('actions', () => {
  const shared = { action: 'restart' };
  const likely = incident('likely', {}, { fixes: [fix('restart-node', { ...shared, works: 'usually' })] });
  const other = incident(
    'other',
    {},
    { fixes: [fix('restart-pod', { ...shared, works: 'often' }), fix('own')] },
  );
  const held = [
    { incident: other as PackIncident | null, p: 0.3 },
    { incident: likely, p: 0.6 },
    { incident: null, p: 0.1 },
  ];

  it('add up P · works over the incidents that share them, and speak for the likeliest', () => {
    const restart = actionsOf(held, ALL).find((item) => item.action === 'restart')!;
    expect(restart.helps).toBeCloseTo(0.6 * 0.85 + 0.3 * 0.6);
    expect(restart).toMatchObject({ incident: { id: 'likely' }, fix: { id: 'restart-node' } });
  });

  it('leave out what is not allowed', () => {
    const found = actionsOf(held, (_, { id }) => id !== 'own');
    expect(found.map((item) => item.action)).toEqual(['restart']);
  });
});

describe('the order of fixes', () => {
  it('puts cure and relief before masks, stop-bleeding before permanent, prevention last, then p/c, then names', () => {
    const found = inShownOrder([
      action('prevent', 0.9, 1, { kind: 'prevention' }),
      action('mask-now', 0.9, 1, { effect: 'masks', kind: 'stop-bleeding' }),
      action('permanent-poor', 0.1, 10),
      action('permanent-b', 0.5, 10),
      action('permanent-a', 0.5, 10),
      action('relieve-now', 0.2, 10, { effect: 'relieves', kind: 'stop-bleeding' }),
      action('cure-now', 0.3, 10, { kind: 'stop-bleeding' }),
    ]);
    expect(found.map((item) => item.action)).toEqual([
      'cure-now',
      'relieve-now',
      'permanent-a',
      'permanent-b',
      'permanent-poor',
      'mask-now',
      'prevent',
    ]);
  });
});

describe('a fix for some versions', () => {
  const old = fix('old-way', { applies: [{ component: 'kubelet', versions: '<1.24' }] });
  const fact = (value: string): Fact => ({ fact: 'kubelet.version', value, part: 0, source: 0, line: 1 });

  it('is offered on them, and where no version is known', () => {
    expect(fixApplies(old, [fact('1.19.3')], EMPTY_CASE)).toBe(true);
    expect(fixApplies(old, [], EMPTY_CASE)).toBe(true);
  });

  it('is not offered on others, read from the paste or from the profile', () => {
    expect(fixApplies(old, [fact('1.27.1')], EMPTY_CASE)).toBe(false);
    expect(fixApplies(old, [], { ...EMPTY_CASE, profile: { versions: { kubelet: '1.27.1' } } })).toBe(false);
  });
});
