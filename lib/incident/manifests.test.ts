/** Every manifest of the book against the API schemas of two Kubernetes versions. */

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadBook } from './load.server';
import { manifestsOf, type Manifest } from './manifests.server';
import { faultsOf, VERSIONS } from './test-kubernetes-schema';
import { goodRoot, type Root } from './test-root';

const EVICTION_SIGNALS = [
  'memory.available',
  'nodefs.available',
  'nodefs.inodesFree',
  'imagefs.available',
] as const;

/** Kinds that other programs define. Each is read by its own strict shape. */
const OTHER_APIS: Record<string, z.ZodType> = {
  'kubelet.config.k8s.io/v1beta1 KubeletConfiguration': z.strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    kubeReserved: z.record(z.string(), z.string()),
    systemReserved: z.record(z.string(), z.string()),
    evictionHard: z.partialRecord(z.enum(EVICTION_SIGNALS), z.string()),
    enforceNodeAllocatable: z.array(z.enum(['none', 'pods', 'system-reserved', 'kube-reserved'])),
  }),
  'monitoring.coreos.com/v1 PrometheusRule': z.strictObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.strictObject({ name: z.string(), namespace: z.string().optional() }),
    spec: z.strictObject({
      groups: z.array(
        z.strictObject({
          name: z.string(),
          rules: z.array(
            z.strictObject({
              alert: z.string(),
              expr: z.string(),
              for: z.string().optional(),
              labels: z.record(z.string(), z.string()).optional(),
              annotations: z.record(z.string(), z.string()).optional(),
            }),
          ),
        }),
      ),
    }),
  }),
};
const otherOf = ({ doc }: Manifest) => OTHER_APIS[`${String(doc.apiVersion)} ${String(doc.kind)}`];

const { manifests, unreadable } = manifestsOf(loadBook());
const named = manifests.map((manifest) => ({
  name: `${manifest.file}:${manifest.line} ${String(manifest.doc.kind)}`,
  manifest,
}));

describe('the book', () => {
  it('prints manifests, and each can be read', () => {
    expect(manifests.length).toBeGreaterThan(10);
    expect(unreadable).toEqual([]);
  });

  it.each(named)('$name', ({ manifest }) => {
    const other = otherOf(manifest);
    if (other) {
      other.parse(manifest.doc);
      return;
    }
    for (const version of VERSIONS) {
      const faults = faultsOf(manifest.doc, version, manifest.partial);
      // A mark that is no longer needed goes: what is historic must be refused today.
      if (manifest.historic) expect(faults, `${manifest.historic}, but ${version} takes it`).not.toEqual([]);
      else expect(faults, `Kubernetes ${version}`).toEqual([]);
    }
  });

  it('uses every foreign shape that stands here', () => {
    const used = manifests.filter(otherOf).map(({ doc }) => `${String(doc.apiVersion)} ${String(doc.kind)}`);
    expect([...new Set(used)].sort()).toEqual(Object.keys(OTHER_APIS).sort());
  });
});

const DAEMONSET = `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: pump}
spec:
  selector: {matchLabels: {app: pump}}
  template:
    metadata: {labels: {app: pump}}
    spec:
      containers:
        - {name: pump, image: "pump:1"}
`;
const daemonset = (from = '', to = '') => parse(DAEMONSET.replace(from, to)) as Record<string, unknown>;

describe('a schema', () => {
  it.each(VERSIONS)('of %s takes what is right', (version) => {
    expect(faultsOf(daemonset(), version)).toEqual([]);
  });

  it('knows its version', () => {
    const sleeps = daemonset('image: "pump:1"', 'lifecycle: {preStop: {sleep: {seconds: 4}}}');
    expect(faultsOf(sleeps, '1.27')).toEqual([
      '/spec/template/spec/containers/0/lifecycle/preStop/sleep is unknown',
    ]);
    expect(faultsOf(sleeps, '1.33')).toEqual([]);
    const stops = daemonset('image: "pump:1"', 'lifecycle: {stopSignal: SIGQUIT}');
    expect(faultsOf(stops, '1.27')).toHaveLength(1);
    expect(faultsOf(stops, '1.33')).toEqual([]);
  });

  it.each([
    ['a wrong field', daemonset('image:', 'Image:'), /containers\/0\/Image is unknown/],
    ['a wrong field at the top', daemonset('metadata:', 'matadata: {}\nmetadata:'), /^\/matadata is unknown/],
    [
      'a wrong type',
      daemonset('    spec:', '    spec:\n      terminationGracePeriodSeconds: "60"'),
      /must be integer/,
    ],
    [
      'a missing field',
      daemonset('  selector: {matchLabels: {app: pump}}\n', ''),
      /required property selector/,
    ],
    [
      'a kind that is gone',
      daemonset('apps/v1', 'extensions/v1beta1'),
      /extensions\/v1beta1 is no stable API/,
    ],
    ['a misspelt kind', daemonset('kind: DaemonSet', 'kind: Daemonset'), /has no apps\/v1\/Daemonset/],
  ])('refuses %s', (_, doc, fault) => {
    for (const version of VERSIONS) expect(faultsOf(doc, version).join('\n')).toMatch(fault);
  });

  it('forgives a patch what is missing, never what is there', () => {
    const patch = (spec: object) => ({ apiVersion: 'apps/v1', kind: 'Deployment', spec });
    expect(faultsOf(patch({ revisionHistoryLimit: 5 }), '1.33', true)).toEqual([]);
    expect(faultsOf(patch({ revisionHistoryLimit: '5' }), '1.33', true)).toHaveLength(1);
    expect(faultsOf(patch({ revisionHistory: 5 }), '1.33', true)).toEqual([
      '/spec/revisionHistory is unknown',
    ]);
  });
});

describe('manifests are found', () => {
  const FOLDER = 'incidents/pump-stops';
  const found = (change: (root: Root) => void) => {
    const root = goodRoot();
    change(root);
    const result = manifestsOf(loadBook([root.folder]));
    root.remove();
    return result;
  };
  const inCommand = (command: string) =>
    found((root) => root.edit(`${FOLDER}/index.mdx`, "'valve --slow {{node}}'", JSON.stringify(command)));

  it('in files, of several documents', () => {
    const text = `# a comment\n${DAEMONSET}---\n# historic: Kubernetes <1.16\n${DAEMONSET.replace('apps/v1', 'extensions/v1beta1')}`;
    const { manifests: two } = found((root) => root.write(`${FOLDER}/pump.yaml`, text));
    expect(two.map(({ line, historic }) => [line, historic])).toEqual([
      [2, null],
      [14, 'Kubernetes <1.16'],
    ]);
  });

  it('in code blocks', () => {
    const block = (root: Root) =>
      root.edit(`${FOLDER}/index.mdx`, 'Nothing.', '```yaml\n' + DAEMONSET + '```');
    expect(found(block).manifests).toMatchObject([{ doc: { kind: 'DaemonSet' }, partial: false }]);
  });

  it('in here-documents', () => {
    const { manifests: one } = inCommand(`kubectl apply -f - <<'EOF'\n${DAEMONSET}EOF`);
    expect(one).toMatchObject([{ doc: { kind: 'DaemonSet' } }]);
  });

  it('in merge patches and in JSON patches', () => {
    expect(
      inCommand(`kubectl -n x patch cronjob y --type merge -p '{"spec":{"suspend":true}}'`).manifests,
    ).toMatchObject([{ doc: { kind: 'CronJob', spec: { suspend: true } }, partial: true }]);
    const json = `kubectl patch deployment/y --type json -p '[{"op":"add","path":"/spec/template/spec/containers/0/image","value":"a"}]'`;
    expect(inCommand(json).manifests[0]!.doc.spec).toEqual({
      template: { spec: { containers: [{ image: 'a' }] } },
    });
  });

  it('as patch files', () => {
    const patch = '# patch: apps/v1 Deployment\nspec: {replicas: 2}\n';
    expect(found((root) => root.write(`${FOLDER}/p.yaml`, patch)).manifests).toMatchObject([
      { doc: { apiVersion: 'apps/v1', kind: 'Deployment' }, partial: true },
    ]);
  });

  it.each([
    [`kubectl patch gadget y -p '{}'`, /resource gadget/],
    [`kubectl patch pod y -p "{}"`, /no patch in single quotes/],
    [`kubectl patch pod y -p '{'`, /SyntaxError/],
    ['kubectl patch pod y --patch-file no.yaml', /no such patch file/],
  ])('and not passed over when unreadable: %s', (command, what) => {
    const { manifests: none, unreadable: bad } = inCommand(command);
    expect(none).toEqual([]);
    expect(bad.map((fault) => fault.what)).toEqual([expect.stringMatching(what)]);
  });
});
