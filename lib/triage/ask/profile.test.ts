import { expect, it } from 'vitest';
import type { Fact, FactValue } from '../diagnosis';
import { profileOf } from './profile';

const fact = (name: string, value: FactValue): Fact => ({ fact: name, value, part: 0, source: 0, line: 1 });

it('reads runtime and cgroup version from the paste', () => {
  const facts = [fact('runtime.name', 'containerd'), fact('cgroup.version', 2), fact('ps.zombies', 3)];
  expect(profileOf(facts, {})).toEqual({ runtime: 'containerd', cgroup: 2 });
});

it('leaves open what the paste does not agree on', () => {
  expect(profileOf([fact('runtime.name', 'docker'), fact('runtime.name', 'containerd')], {})).toEqual({});
});

it('lets the person’s word win', () => {
  const said = { runtime: 'docker', managed: true } as const;
  expect(profileOf([fact('runtime.name', 'containerd')], said)).toEqual(said);
});

it('knows no runtime but the three', () => {
  expect(profileOf([fact('runtime.name', 'rkt'), fact('cgroup.version', 3)], {})).toEqual({});
});
