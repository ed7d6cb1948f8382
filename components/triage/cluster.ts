/** What is known of the cluster: what the paste shows, under what the person said. Pure. */

import { profileOf } from '@/lib/triage/ask/profile';
import type { Fact, Profile } from '@/lib/triage/diagnosis';

export const RUNTIMES = ['docker', 'containerd', 'cri-o'] as const;
export const COMPONENTS = ['kubelet', 'kernel'] as const;

/** The profile that counts, versions included where all of the paste agrees on one. */
export function clusterOf(facts: readonly Fact[], said: Profile): Profile {
  const versions = Object.fromEntries(
    COMPONENTS.flatMap((component) => {
      const found = new Set(
        facts.filter(({ fact }) => fact === `${component}.version`).map(({ value }) => value),
      );
      const version = found.size === 1 ? String([...found][0]) : said.versions?.[component];
      return version ? [[component, version]] : [];
    }),
  );
  const known = profileOf(facts, said);
  return Object.keys(versions).length > 0 ? { ...known, versions } : withoutVersions(known);
}

function withoutVersions({ versions: _, ...rest }: Profile): Profile {
  return rest;
}

/** The cluster in a few words; empty when nothing is known. */
export function clusterWords({ runtime, cgroup, managed, versions }: Profile): string[] {
  return [
    ...(runtime ? [runtime] : []),
    ...(cgroup ? [`cgroup v${cgroup}`] : []),
    ...(managed === undefined ? [] : [managed ? 'managed' : 'own control plane']),
    ...Object.entries(versions ?? {}).map(([component, version]) => `${component} ${version}`),
  ];
}

/** A profile from storage, or from anywhere else that may hold anything; what is not one is dropped. */
export function readProfile(value: unknown): Profile {
  if (typeof value !== 'object' || value === null) return {};
  const { runtime, cgroup, managed, versions } = value as Record<string, unknown>;
  const kept = Object.fromEntries(
    COMPONENTS.flatMap((component) => {
      const version = (versions as Record<string, unknown> | null | undefined)?.[component];
      return typeof version === 'string' && VERSION.test(version) ? [[component, version]] : [];
    }),
  );
  return {
    ...(RUNTIMES.includes(runtime as never) ? { runtime: runtime as NonNullable<Profile['runtime']> } : {}),
    ...(cgroup === 1 || cgroup === 2 ? { cgroup } : {}),
    ...(typeof managed === 'boolean' ? { managed } : {}),
    ...(Object.keys(kept).length > 0 ? { versions: kept } : {}),
  };
}

/** `1.24.3`, `v1.24.3+k3s1`, `5.4.0-110-generic`. */
export const VERSION = /^v?\d{1,4}(?:\.\d{1,6}){0,4}(?:[-+.~_][0-9A-Za-z][0-9A-Za-z.+~_-]{0,60})?$/;
