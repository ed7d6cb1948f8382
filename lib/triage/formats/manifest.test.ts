import { expect, test } from 'vitest';
import { manifest } from './manifest';
import { packWith } from '../test-pack';
import { run } from '../test-run';
import { confidences, factsOf, toPart } from './test-lines';

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: frontend
spec:
  replicas: 3
  revisionHistoryLimit: 10
  template:
    spec:
      terminationGracePeriodSeconds: 60
      containers:
        - name: app
          image: reg.example/frontend:1
          resources: {limits: {memory: 256Mi}}
          lifecycle:
            preStop:
              exec:
                command: ["/bin/sh", "-c", "sleep 4"]`;
const FACTS = {
  'deployment.replicas@frontend': 3,
  'deployment.revision_history_limit@frontend': 10,
  'pod.termination_grace_seconds@frontend': 60,
  'workload.spread@frontend': false,
  'image.name@frontend/app': 'reg.example/frontend:1',
  'container.prestop@frontend/app': true,
  'container.memory_limit@frontend/app': 268_435_456,
};

test('a Deployment, also indented as a whole, as JSON, and in a List', () => {
  expect(Math.min(...confidences(manifest, DEPLOYMENT))).toBeGreaterThanOrEqual(0.8);
  expect(factsOf(manifest, DEPLOYMENT)).toEqual(FACTS);
  expect(factsOf(manifest, DEPLOYMENT.replace(/^/gm, '    '))).toEqual(FACTS);
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${DEPLOYMENT.replace(/\n/g, '\n  ')}`;
  expect(factsOf(manifest, list)).toEqual(FACTS);
  expect(manifest.state?.(toPart(manifest, DEPLOYMENT))).toBe('Deployment frontend');
});

/** What kubectl prints of a pod: owners and fields refer to objects by an apiVersion of their own. */
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web-1
  ownerReferences:
  - apiVersion: apps/v1
    kind: ReplicaSet
    name: web-6d4cf56db6
spec:
  containers:
  - env:
    - name: POD_NAME
      valueFrom:
        fieldRef:
          apiVersion: v1
          fieldPath: metadata.name
    name: web
  shareProcessNamespace: true
status:
  conditions:
  - lastTransitionTime: "2024-05-01T10:00:00Z"
    status: "True"
    type: Ready`;

const partsOf = (text: string) => run(packWith([]), text).digest.state;

test('a pod as kubectl prints it is one object, and so is each of a list', () => {
  expect(partsOf(POD)).toEqual(['Pod web-1']);
  expect(partsOf(`${POD}\n${POD.replace('web-1', 'web-2')}`)).toEqual(['Pod web-1', 'Pod web-2']);
  const items = Array.from({ length: 4 }, () => `- ${POD.replace(/\n/g, '\n  ')}`).join('\n');
  expect(partsOf(`apiVersion: v1\nitems:\n${items}\nkind: List`)).toEqual([
    'Pod web-1, Pod web-1, Pod web-1, Pod web-1',
  ]);
});

test('an object in JSON is read, with the command that printed it and without', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web-1' }, spec: { hostPID: true } };
  const json = JSON.stringify(pod, null, 4);
  expect(partsOf(json)).toEqual(['Pod web-1']);
  expect(partsOf(`$ kubectl get pod web-1 -o json\n${json}`)).toEqual(['Pod web-1']);
});

test('more manifests than are parsed are said to be many, and not to be cut off', () => {
  const many = Array.from({ length: 400 }, () => `- ${POD.replace(/\n/g, '\n  ')}`).join('\n');
  expect(partsOf(`apiVersion: v1\nitems:\n${many}`)).toEqual([
    'Manifests, and more than is read as objects: the rest is read line by line',
  ]);
});

test('documents that lost their dashes stay apart', () => {
  const two = `${DEPLOYMENT}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: solo\nspec:\n  shareProcessNamespace: true\n  containers: []`;
  expect(factsOf(manifest, two)).toEqual({ ...FACTS, 'pod.share_process_namespace@solo': true });
});

test('a cut-off manifest is read by its lines', () => {
  const cut = `... ... ...\n  replicas: 1\n  revisionHistoryLimit: 5\n... ... ...\n      terminationGracePeriodSeconds: 300\n...\napiVersion: v1\nkind: Service\nmetadata:\n  name: my-app`;
  expect(factsOf(manifest, cut)).toEqual({
    'deployment.revision_history_limit': 5,
    'pod.termination_grace_seconds': 300,
  });
});

test('a manifest squeezed onto one line, with curly quotes', () => {
  const slide =
    '—— apiVersion: v1 kind: Deployment metadata: name: nginx-ingress-controller spec: template: spec: terminationGracePeriodSeconds: “60” Ingress';
  expect(confidences(manifest, slide)[0]).toBeGreaterThanOrEqual(0.8);
  expect(factsOf(manifest, slide)).toEqual({ 'pod.termination_grace_seconds@nginx-ingress-controller': 60 });
});

test('CronJobs and webhooks', () => {
  const cron =
    'apiVersion: batch/v1beta1\nkind: CronJob\nmetadata: {name: hello}\nspec:\n  schedule: "*/1 * * * *"\n  suspend: false\n  concurrencyPolicy: Forbid\n  startingDeadlineSeconds: 200\n  jobTemplate: {spec: {template: {spec: {containers: []}}}}';
  expect(factsOf(manifest, cron)).toEqual({
    'cronjob.name': 'hello',
    'cronjob.schedule@hello': '*/1 * * * *',
    'cronjob.suspend@hello': false,
    'cronjob.concurrency_policy@hello': 'Forbid',
    'cronjob.starting_deadline_seconds@hello': 200,
  });
  const hook =
    'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: opa}\nwebhooks:\n- name: validation.gatekeeper.sh\n  failurePolicy: Fail\n  timeoutSeconds: 30';
  expect(factsOf(manifest, hook)).toEqual({
    'webhook.failure_policy@validation.gatekeeper.sh': 'Fail',
    'webhook.timeout_seconds@validation.gatekeeper.sh': 30,
  });
});

test('an alias bomb and deep nesting are refused, quickly, and read by their lines', () => {
  const layers = Array.from(
    { length: 12 },
    (_, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`,
  ).join('\n');
  const bomb = `apiVersion: v1\nkind: Pod\nl0: &l0 [a]\n${layers}\nspec:\n  terminationGracePeriodSeconds: 7`;
  const deep = `apiVersion: v1\nkind: Pod\nspec: ${'['.repeat(50_000)}`;
  const nested = `apiVersion: v1\nkind: Pod\n${Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')}`;
  const begin = performance.now();
  expect(factsOf(manifest, bomb)).toEqual({ 'pod.termination_grace_seconds': 7 });
  for (const text of [deep, nested]) expect(() => factsOf(manifest, text)).not.toThrow();
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test('other YAML, and prose, is no manifest', () => {
  for (const text of [
    'services:',
    'version: "3"',
    'name: web',
    'on: [push]',
    'kind: of a problem',
    'key: value',
    '- item',
    'spec:',
  ]) {
    expect(confidences(manifest, text)[0], text).toBeLessThan(0.8);
  }
});

test('tells webhooks that take everything from those that choose', () => {
  const webhook = (rule: string, more = '') => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: policy}
webhooks:
- name: a.example
  rules:
  - {apiVersions: ["*"], operations: [CREATE], ${rule}}
${more}`;
  const all = 'apiGroups: ["*"], resources: ["*/*"]';
  const covers = (text: string) => factsOf(manifest, text)['webhook.covers_all@a.example'];
  expect(covers(webhook(all))).toBe(true);
  expect(covers(webhook('apiGroups: [""], resources: ["*"]', '  namespaceSelector: {}'))).toBe(true);
  expect(covers(webhook('apiGroups: [gadgets.example], resources: ["*"]'))).toBeUndefined();
  expect(covers(webhook(all, '  namespaceSelector: {matchLabels: {policy: "on"}}'))).toBeUndefined();
});
