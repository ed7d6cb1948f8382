/** What a link or a file holds, in words, for the preview. Pure. */

import type { Diagnosis } from '@/lib/triage/diagnosis';
import type { PageCase } from '../triage/case';

export function linkContents({ answers, tried, profile }: PageCase, { findings }: Diagnosis): string[] {
  const [first] = findings;
  const versions = Object.entries(profile.versions ?? {}).map(
    ([component, version]) => `${component} ${version}`,
  );
  const cluster = [profile.runtime, profile.cgroup && `cgroup v${profile.cgroup}`, ...versions].filter(
    Boolean,
  );
  return [
    findings.length === 0
      ? 'that nothing in the book fits'
      : `${counted(findings.length, 'finding')}, the first: ${first!.title}`,
    `which signatures fired, and how often: ${findings.reduce((sum, each) => sum + each.for.length + each.against.length, 0)}`,
    counted(answers.length, 'answer'),
    counted(tried.length, 'tried fix', 'tried fixes'),
    ...(cluster.length > 0 ? [`the cluster: ${cluster.join(', ')}`] : []),
  ];
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? `no ${many}` : `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** Kinds of the redaction that nobody would say so; the others are words already. */
const KINDS: Record<string, string> = {
  account: 'account number',
  cloud: 'cloud name',
  ctr: 'container',
  img: 'image',
  ip: 'IP address',
  mac: 'MAC address',
  mail: 'mail address',
  ns: 'namespace',
  svc: 'service',
};

/** "12 places replaced: 5 pods, 4 nodes, 3 secrets." The most frequent first; ties by name. */
export function redactionSummary(counts: Readonly<Record<string, number>>): string {
  const kinds = Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const sum = kinds.reduce((all, [, count]) => all + count, 0);
  if (sum === 0) return 'Nothing was found to replace. Read it before you send it.';
  const words = kinds.map(([kind, count]) => {
    const one = KINDS[kind] ?? kind;
    return counted(count, one, one.endsWith('s') ? `${one}es` : `${one}s`);
  });
  return `${counted(sum, 'place')} replaced: ${words.join(', ')}.`;
}
