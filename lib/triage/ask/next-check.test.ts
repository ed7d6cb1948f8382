import { describe, expect, it } from 'vitest';
import { EMPTY_CASE } from '../case';
import type { Case, Part } from '../diagnosis';
import type { Check, PackIncident } from '../pack';
import { incident, packWith } from '../test-pack';
import { normalised } from './hypotheses';
import { actionsOf, expectedCost } from './repair';
import { canRun, checkCost } from './cost';
import { nextCheck, rankedChecks, type Situation } from './next-check';
import { check, fix } from './test-checks';

const PASTED: Case = { ...EMPTY_CASE, parts: [{ source: 'something was pasted' }] };

/** Two incidents as likely as each other, one fix each, and checks that may tell them apart. */
function setup(checks: Check[], minutes = 30, more: Partial<Situation> = {}): Situation {
  const predict = (which: 'yes' | 'no') =>
    Object.fromEntries(checks.map(({ id }) => [id, { [which]: 'always' as const }]));
  const a = incident(
    'a',
    {},
    { fixes: [fix('fix-a', { works: 'always', minutes })], checks: predict('yes') },
  );
  const b = incident('b', {}, { fixes: [fix('fix-b', { works: 'always', minutes })], checks: predict('no') });
  return {
    pack: packWith([a, b], { checks }),
    triageCase: EMPTY_CASE,
    parts: [],
    hypotheses: normalised([a, b].map((item) => ({ incident: item, p: 1 }))),
    settled: new Set(),
    allowedFix: () => true,
    causeUnknown: false,
    ...more,
  };
}
const q = (more: Partial<Check> = {}, id = 'q') => check(id, ['yes', 'no'], more);

describe('the order of checks', () => {
  it('is information per minute, then the id', () => {
    const situation = setup([q({ minutes: 2 }, 'slow'), q({}, 'quick-b'), q({}, 'quick-a')]);
    expect(rankedChecks(situation).map((option) => option.check.id)).toEqual(['quick-a', 'quick-b', 'slow']);
  });

  it('leaves out what says nothing', () => {
    const situation = setup([q()]);
    const silent = { ...situation, pack: { ...situation.pack, checks: [q({}, 'unrelated')] } };
    expect(rankedChecks(silent)).toEqual([]);
  });

  it('leaves out what is settled: answered, refused, or answered by the paste', () => {
    const situation = setup([q({}, 'first'), q({}, 'second')], 30, { settled: new Set(['first']) });
    expect(rankedChecks(situation).map((option) => option.check.id)).toEqual(['second']);
  });
});

describe('the cost of a check', () => {
  const cost = (more: Partial<Check>, situation: Partial<Situation> = {}) =>
    checkCost(q(more), { ...setup([q(more)]), ...situation });
  const part = (format: string): Part => ({ source: 0, format, lines: [[1, 1]], confidence: 1 });

  it('is minutes, 3 as root, 3 for a shut door, 5 where it disturbs', () => {
    expect(cost({ minutes: 2 })).toBe(2);
    expect(cost({ minutes: 2, root: true })).toBe(5);
    expect(cost({ minutes: 2, where: 'node' })).toBe(5);
    expect(cost({ minutes: 2, where: 'cloud-console' })).toBe(5);
    expect(cost({ minutes: 2, where: 'pod' })).toBe(2);
    expect(cost({ minutes: 2, disturbs: true })).toBe(7);
    expect(cost({ minutes: 2, where: 'node', root: true, disturbs: true })).toBe(13);
  });

  it('has no door for a symptom: one sees it', () => {
    expect(cost({ minutes: 1, where: 'node', command: undefined })).toBe(1);
  });

  it('has no door where a paste was taken on a node', () => {
    expect(cost({ where: 'node' }, { parts: [part('proc-stack')] })).toBe(1);
    expect(cost({ where: 'node' }, { parts: [part('kubectl-describe')] })).toBe(4);
    expect(cost({ where: 'cloud-console' }, { parts: [part('proc-stack')] })).toBe(4);
  });

  it('has no door where a check behind the same one was answered, unless it could not be run', () => {
    const answered = (outcome: string): Partial<Situation> => ({
      pack: packWith([], { checks: [q({ where: 'node' }, 'other')] }),
      triageCase: { ...EMPTY_CASE, answers: [{ check: 'other', outcome, by: 'picked' }] },
    });
    expect(cost({ where: 'node' }, answered('yes'))).toBe(1);
    expect(cost({ where: 'node' }, answered('cant-run'))).toBe(4);
  });
});

describe('what can be run on a cluster', () => {
  it('is no docker check on containerd, no cgroup v1 check on v2', () => {
    expect(canRun(q({ needs: ['docker'] }), { ...EMPTY_CASE, profile: { runtime: 'containerd' } })).toBe(
      false,
    );
    expect(canRun(q({ needs: ['docker'] }), { ...EMPTY_CASE, profile: { runtime: 'docker' } })).toBe(true);
    expect(canRun(q({ needs: ['cgroup-v1'] }), { ...EMPTY_CASE, profile: { cgroup: 2 } })).toBe(false);
    expect(canRun(q({ needs: ['cgroup-v1'] }), { ...EMPTY_CASE, profile: { cgroup: 1 } })).toBe(true);
  });

  it('is nothing of the control plane on a managed cluster', () => {
    expect(canRun(q({ needs: ['control-plane'] }), { ...EMPTY_CASE, profile: { managed: true } })).toBe(
      false,
    );
    expect(canRun(q({ needs: ['control-plane'] }), { ...EMPTY_CASE, profile: { managed: false } })).toBe(
      true,
    );
  });

  it('is everything while nothing is known', () => {
    expect(canRun(q({ needs: ['docker', 'control-plane', 'cgroup-v2'] }), EMPTY_CASE)).toBe(true);
  });

  it('decides which check is asked', () => {
    const checks = [q({ needs: ['docker'] }, 'by-docker'), q({ minutes: 3 }, 'by-crictl')];
    expect(nextCheck(setup(checks))!.check).toBe('by-docker');
    const containerd = { ...EMPTY_CASE, profile: { runtime: 'containerd' } } as const;
    expect(nextCheck(setup(checks, 30, { triageCase: containerd }))!.check).toBe('by-crictl');
  });
});

describe('when to ask', () => {
  // Knowing which of the two it is saves 12.3 minutes: 47.3 without, 35.0 on average with the answer.
  it('before a paste while the gain is more than the cost', () => {
    expect(nextCheck(setup([q({ minutes: 12 })]))).toMatchObject({ check: 'q', cost: 12 });
    expect(nextCheck(setup([q({ minutes: 13 })]))).toBeNull();
  });

  it('after a paste only while the gain is more than one and a half times the cost', () => {
    expect(nextCheck(setup([q({ minutes: 8 })], 30, { triageCase: PASTED }))).toMatchObject({ check: 'q' });
    expect(nextCheck(setup([q({ minutes: 9 })], 30, { triageCase: PASTED }))).toBeNull();
  });

  it('asks the second best per minute where the best changes no fix', () => {
    const dear = q({ minutes: 5 }, 'dear');
    const situation = setup([dear, q({ minutes: 0.5 }, 'cheap')]);
    const [a, b] = situation.pack.incidents as [PackIncident, PackIncident];
    // The cheap check tells b from its twin, which takes the same fix; only the dear one tells them from a.
    delete a.checks.cheap;
    b.checks.cheap = { yes: 'always' };
    const twin = { ...b, id: 'twin', checks: { ...b.checks, cheap: { no: 'always' as const } } };
    const hypotheses = normalised([
      { incident: a, p: 2 },
      { incident: b, p: 1 },
      { incident: twin, p: 1 },
    ]);
    const both = { ...situation, hypotheses };
    expect(rankedChecks(both)[0]!.check.id).toBe('cheap');
    expect(nextCheck(both)!.check).toBe('dear');
  });

  describe('where no single answer changes what to do', () => {
    /** Eight incidents, each with a fix of its own: only three questions together name one of them. */
    const eight = (minutes: number, more: Partial<Situation> = {}) => {
      const checks = [0, 1, 2].map((bit) => q({}, `bit-${bit}`));
      const incidents = Array.from({ length: 8 }, (_, index) =>
        incident(
          `i${index}`,
          {},
          {
            fixes: [fix(`fix-${index}`, { works: 'always', minutes })],
            checks: Object.fromEntries(
              checks.map(({ id }, bit) => [id, { [(index >> bit) & 1 ? 'yes' : 'no']: 'always' as const }]),
            ),
          },
        ),
      );
      const hypotheses = normalised(incidents.map((item) => ({ incident: item, p: 1 })));
      return { ...setup([]), pack: packWith(incidents, { checks }), hypotheses, ...more };
    };
    const shrugged = (count: number) => ({
      triageCase: {
        ...EMPTY_CASE,
        answers: Array.from({ length: count }, (_, index) => ({
          check: `other-${index}`,
          outcome: 'dont-know',
          by: 'picked' as const,
        })),
      },
    });

    it('asks, because the answers together do', () => {
      const situation = eight(25);
      expect(expectedCost(actionsOf(situation.hypotheses, () => true)).steps).toBe(0);
      expect(nextCheck(situation)).toMatchObject({ check: 'bit-0' });
    });

    it('does not ask where the repair of a known incident is dearer than to wake somebody', () => {
      expect(nextCheck(eight(200))).toBeNull();
    });

    it('asks after seven answers that said nothing, and not after eight', () => {
      expect(nextCheck(eight(25, shrugged(7)))).toMatchObject({ check: 'bit-0' });
      expect(nextCheck(eight(25, shrugged(8)))).toBeNull();
    });

    it('does not ask after a paste: the fixes stand there', () => {
      expect(nextCheck(eight(25, { triageCase: PASTED }))).toBeNull();
    });
  });

  describe('under an umbrella whose cause is unknown', () => {
    const under = (checks: Check[], more: Partial<Situation> = {}) => {
      const situation = setup(checks, 30, { triageCase: PASTED, causeUnknown: true, ...more });
      const causes = situation.hypotheses.map(({ incident: of, p }) => ({
        p,
        incident: { ...of!, blocks: ['u'] },
      }));
      const umbrella = { incident: incident('u', {}, { checks: { seen: { yes: 'always' } } }), p: 1 };
      return { ...situation, hypotheses: normalised([umbrella, ...causes]) };
    };

    it('asks what tells its causes apart, whether it pays or not', () => {
      expect(nextCheck(under([q({ minutes: 40 })]))).toMatchObject({ check: 'q' });
      expect(nextCheck(under([q({ minutes: 40 })], { causeUnknown: false }))).toBeNull();
    });

    it('does not ask what only tells the umbrella from its causes, however cheap', () => {
      const situation = under([q({ minutes: 40 }), q({ minutes: 0.1 }, 'seen')]);
      for (const { incident: of } of situation.hypotheses.slice(1)) of!.checks.seen = { no: 'always' };
      expect(rankedChecks(situation)[0]!.check.id).toBe('seen');
      expect(nextCheck(situation)!.check).toBe('q');
    });

    it('weighs its question like any other without a paste', () => {
      expect(nextCheck(under([q({ minutes: 40 })], { triageCase: EMPTY_CASE }))).toBeNull();
    });

    it('asks nothing more when that is settled and nothing else pays', () => {
      expect(nextCheck(under([q({ minutes: 40 })], { settled: new Set(['q']) }))).toBeNull();
    });
  });

  it('has nothing to ask without hypotheses', () => {
    expect(nextCheck(setup([q()], 30, { hypotheses: [] }))).toBeNull();
  });
});

describe('why this question', () => {
  it('names what each outcome speaks for, and the minutes saved', () => {
    const found = nextCheck(setup([q()]))!;
    expect(found.outcomes.map(({ id, favours }) => [id, favours])).toEqual([
      ['yes', ['a']],
      ['no', ['b']],
    ]);
    expect(found.why).toBe(
      'It tells apart a and b. It is expected to save 12 minutes. The first fix may change with the answer.',
    );
    expect(found.command).toBe('show q');
  });

  it('shows no command where there is none', () => {
    expect(nextCheck(setup([q({ command: undefined })]))!.command).toBeNull();
  });
});

it('finishes with 200 incidents and 150 checks', () => {
  const checks = Array.from({ length: 150 }, (_, index) => check(`q${index}`, ['yes', 'no', 'else']));
  const incidents = Array.from({ length: 200 }, (_, index) =>
    incident(
      `i${index}`,
      {},
      {
        fixes: [fix(`fix-${index % 50}`), fix(`own-${index}`)],
        checks: Object.fromEntries(
          checks
            .filter((_, at) => (index * 7 + at) % 5 === 0)
            .map(({ id }, at) => [id, { [at % 2 ? 'yes' : 'no']: 'usually' as const }]),
        ),
      },
    ),
  );
  const situation: Situation = {
    ...setup([]),
    pack: packWith(incidents, { checks }),
    hypotheses: normalised(incidents.map((item) => ({ incident: item, p: 1 }))),
  };
  expect(rankedChecks(situation).length).toBeGreaterThan(100);
  for (const cause of incidents.slice(1)) cause.blocks.push('i0');
  expect(nextCheck({ ...situation, triageCase: PASTED, causeUnknown: true })!.bits).toBeGreaterThan(0);
});
