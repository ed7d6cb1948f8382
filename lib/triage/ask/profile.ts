/** What the paste says about the cluster, under what the person said. */

import type { Fact, FactValue, Profile } from '../diagnosis';

/** The person's word wins; a fact counts only where all of the paste agrees, for a cluster may be mixed. */
export function profileOf(facts: readonly Fact[], said: Profile): Profile {
  const runtime = agreed(facts, 'runtime.name');
  const cgroup = agreed(facts, 'cgroup.version');
  return {
    ...(runtime === 'docker' || runtime === 'containerd' || runtime === 'cri-o' ? { runtime } : {}),
    ...(cgroup === 1 || cgroup === 2 ? { cgroup } : {}),
    ...said,
  };
}

function agreed(facts: readonly Fact[], name: string): FactValue | undefined {
  const values = new Set(facts.filter(({ fact }) => fact === name).map(({ value }) => value));
  return values.size === 1 ? [...values][0] : undefined;
}
