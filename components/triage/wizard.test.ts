import { expect, test } from 'vitest';
import { buildPack } from '@/lib/incident/build.server';
import type { Diagnosis, Fact } from '@/lib/triage/diagnosis';
import { clusterOf, clusterWords, readProfile } from './cluster';
import { answersFrom, answersLink } from './link';
import { movedTo, rise } from './moves';
import { matching, NOT_READY, symptomsOf } from './symptoms';

const pack = buildPack();

test('a link opens the state that it names, and every unknown thing in it is a sentence', () => {
  const given = [{ check: 'node-ready', outcome: 'unknown' }];
  expect(answersFrom(answersLink(given), pack)).toEqual({
    answers: [{ ...given[0], by: 'picked' }],
    problems: [],
  });
  expect(answersFrom('#root-cause', pack)).toBeNull();
  const odd = answersFrom('#answers=node-ready:unknown,gone:yes,pod-state:purple,node-ready:not-ready', pack);
  expect(odd?.answers).toEqual([{ check: 'node-ready', outcome: 'not-ready', by: 'picked' }]);
  expect(odd?.problems).toEqual([
    expect.stringContaining('“gone”'),
    expect.stringContaining('“purple”'),
    expect.stringContaining('twice'),
  ]);
  expect(answersFrom('#answers=', pack)?.problems).toHaveLength(1);
  expect(answersFrom('#answers=%E0%A4%A:x', pack)?.problems).toHaveLength(1);
});

test('what one sees is grouped, leaves out what is healthy, and asks first about NotReady', () => {
  const symptoms = symptomsOf(pack);
  expect(new Set(symptoms.map(({ group }) => group)).size).toBeGreaterThanOrEqual(5);
  expect(symptoms.some(({ id }) => id === 'pod-state:running' || id === 'node-ready:ready')).toBe(false);
  const notReady = symptoms.find(({ label }) => label === NOT_READY.label);
  expect(notReady?.answers.map(({ outcome }) => outcome).sort()).toEqual([...NOT_READY.outcomes].sort());
  expect(symptoms.some(({ id }) => id === 'node-ready:unknown')).toBe(false);
});

test('type-ahead finds what holds every word', () => {
  const symptoms = symptomsOf(pack);
  expect(matching(symptoms, 'stuck terminating')[0]?.id).toBe('pod-state:terminating');
  expect(matching(symptoms, '  ')).toHaveLength(symptoms.length);
  expect(matching(symptoms, 'purple elephant')).toEqual([]);
});

test('what an answer did to the ranking is said in words', () => {
  const ranked = (...incidents: string[]) =>
    ({
      findings: incidents.map((incident) => ({
        incident,
        title: incident,
        probability: 0.5,
        band: 'possible',
      })),
    }) as unknown as Diagnosis;
  expect(movedTo(null, ranked('a'))).toBeNull();
  expect(movedTo(ranked('a', 'b', 'c'), ranked('c', 'a', 'b'))).toBe('Now first: c. It was third before.');
  expect(movedTo(ranked('a'), ranked('b'))).toContain('not in the list before');
  expect(movedTo(ranked('a'), ranked('a'))).toContain('Still first: a');
  expect(rise(ranked('a', 'b', 'c'), ranked('c', 'a', 'b'), 'c')).toBe(2);
  expect(rise(ranked('a'), ranked('b'), 'b')).toBe(0);
});

test('the cluster is what the paste shows under what was said; versions of the paste win', () => {
  const fact = (name: string, value: string | number) => ({ fact: name, value }) as Fact;
  const facts = [fact('runtime.name', 'containerd'), fact('kubelet.version', '1.24.3')];
  const said = { runtime: 'docker', managed: true, versions: { kubelet: '1.20.0', kernel: '5.4' } } as const;
  expect(clusterOf(facts, said)).toEqual({
    runtime: 'docker',
    managed: true,
    versions: { kubelet: '1.24.3', kernel: '5.4' },
  });
  expect(clusterWords(clusterOf(facts, {}))).toEqual(['containerd', 'kubelet 1.24.3']);
  expect(clusterWords({})).toEqual([]);
});

test('what storage holds may be anything', () => {
  for (const odd of [null, 3, 'x', [], { runtime: 'rm -rf', cgroup: 7, managed: 'yes', versions: 4 }])
    expect(readProfile(odd)).toEqual({});
  expect(readProfile({ runtime: 'cri-o', cgroup: 2, versions: { kubelet: '1.2', evil: '1' } })).toEqual({
    runtime: 'cri-o',
    cgroup: 2,
    versions: { kubelet: '1.2' },
  });
});
