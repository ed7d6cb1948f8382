/** For tests: the API schemas of two Kubernetes versions, compiled by the package kubernetes-models. */

import { createRequire } from 'node:module';

/** The package's version says nothing about Kubernetes'; manifests.test.ts proves which one each alias is. */
export const VERSIONS = ['1.27', '1.33'] as const;
export type KubernetesVersion = (typeof VERSIONS)[number];

interface Validated {
  validate(): void;
}
type Model = new (data: object) => Validated;
interface Fault {
  instancePath: string;
  keyword: string;
  message?: string;
}

const STABLE = /^(.+\/)?v\d+$/;

const load = createRequire(import.meta.url);

/** What is wrong with a manifest, one sentence each; `partial` forgives what is missing, never what is there. */
export function faultsOf(
  doc: Record<string, unknown>,
  version: KubernetesVersion,
  partial = false,
): string[] {
  const name = `${String(doc.apiVersion)}/${String(doc.kind)}`;
  const Kind = modelOf(version, name, String(doc.kind));
  if (!Kind) return [`Kubernetes ${version} has no ${name}`];
  // The package keeps beta versions that API servers dropped long ago, so it cannot tell which are served.
  if (!STABLE.test(String(doc.apiVersion))) return [`${String(doc.apiVersion)} is no stable API`];
  const unread = new Set<string>();
  const model = watched(new Kind(doc), '', unread);
  const faults = validated(model)
    .filter(({ keyword }) => !(partial && keyword === 'required'))
    .map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? 'is wrong'}`);
  return [...faults, ...[...unread].sort().map((path) => `${path} is unknown`)];
}

function modelOf(version: KubernetesVersion, path: string, kind: string): Model | null {
  try {
    return (load(`kubernetes-models-${version}/${path}`) as Record<string, Model>)[kind] ?? null;
  } catch {
    return null;
  }
}

function validated(model: Validated): Fault[] {
  try {
    model.validate();
    return [];
  } catch (error) {
    const faults = (error as { errors?: Fault[] }).errors;
    if (!faults) throw error;
    return faults;
  }
}

/**
 * The schemas allow unknown fields, the API server's strict decoding does not. The compiled schema reads every
 * field that it knows; what it never reads, it does not know. A null hides what is below it, and so does this.
 */
function watched<T extends object>(value: T, path: string, unread: Set<string>): T {
  const inner = new Map<string, unknown>();
  for (const key of Object.keys(value)) unread.add(`${path}/${key}`);
  return new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key !== 'string' || !Object.hasOwn(target, key)) return Reflect.get(target, key, receiver);
      unread.delete(`${path}/${key}`);
      const own = (target as Record<string, unknown>)[key];
      if (typeof own !== 'object' || own === null) return own;
      if (!inner.has(key)) inner.set(key, watched(own, `${path}/${key}`, unread));
      return inner.get(key);
    },
  });
}
