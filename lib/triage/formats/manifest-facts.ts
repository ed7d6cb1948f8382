/** Facts of manifests: from the parsed object, or by their keys where the YAML is cut off or on one line. */

import { clip } from './columns';
import type { Emit, PartView } from './format';
import { at, manifestDocuments } from './manifest-read';
import type { ManifestDocument, ManifestObject } from './manifest-read';
import { bytes } from './quantity';
import type { FactValue } from '../diagnosis';
import type { FactName } from '../facts/vocabulary';
import type { Line } from '../read/line';

type Path = (string | number)[];

interface Entry {
  fact: FactName;
  kinds: RegExp;
  path: Path;
  type: 'number' | 'boolean' | 'string';
}

const CRONJOB = /^(?:CronJob|ScheduledJob)$/;

/** Values at fixed paths. */
const ENTRIES: Entry[] = [
  {
    fact: 'deployment.revision_history_limit',
    kinds: /^Deployment$/,
    path: ['spec', 'revisionHistoryLimit'],
    type: 'number',
  },
  { fact: 'deployment.replicas', kinds: /^Deployment$/, path: ['spec', 'replicas'], type: 'number' },
  { fact: 'cronjob.schedule', kinds: CRONJOB, path: ['spec', 'schedule'], type: 'string' },
  { fact: 'cronjob.timezone', kinds: CRONJOB, path: ['spec', 'timeZone'], type: 'string' },
  { fact: 'cronjob.suspend', kinds: CRONJOB, path: ['spec', 'suspend'], type: 'boolean' },
  { fact: 'cronjob.concurrency_policy', kinds: CRONJOB, path: ['spec', 'concurrencyPolicy'], type: 'string' },
  {
    fact: 'cronjob.starting_deadline_seconds',
    kinds: CRONJOB,
    path: ['spec', 'startingDeadlineSeconds'],
    type: 'number',
  },
];

/** Values of a pod's spec, wherever the kind keeps it. */
const POD_ENTRIES: Omit<Entry, 'kinds'>[] = [
  { fact: 'pod.share_process_namespace', path: ['shareProcessNamespace'], type: 'boolean' },
  { fact: 'pod.termination_grace_seconds', path: ['terminationGracePeriodSeconds'], type: 'number' },
];

const POD_SPEC: Record<string, Path> = {
  Pod: ['spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  ScheduledJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};
const TEMPLATE: Path = ['spec', 'template', 'spec'];
const SPREADS = /^(?:Deployment|StatefulSet|ReplicaSet)$/;

/** Emits the facts of every document. */
export function emitManifestFacts(part: PartView, emit: Emit): void {
  for (const document of manifestDocuments(part)) {
    if (document.objects) for (const object of document.objects) emitObject(object, emit);
    else emitLines(document, emit);
  }
}

/** A value of the wanted type. People quote numbers, and cut-off text has only strings. */
function convert(value: unknown, type: Entry['type']): FactValue | undefined {
  if (type === 'string') return typeof value === 'string' && value !== '' ? value : undefined;
  if (type === 'boolean')
    return value === true || value === 'true'
      ? true
      : value === false || value === 'false'
        ? false
        : undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}

function emitObject(object: ManifestObject, emit: Emit): void {
  const { kind, name, data, lineOf } = object;
  if (CRONJOB.test(kind) && name) emit('cronjob.name', name, lineOf(['metadata', 'name']));
  for (const { fact, kinds, path, type } of ENTRIES) {
    const value = kinds.test(kind) ? convert(at(data, path), type) : undefined;
    if (value !== undefined) emit(fact, value, lineOf(path), name);
  }
  emitWebhooks(object, emit);
  const where = POD_SPEC[kind] ?? TEMPLATE;
  const spec = at(data, where);
  if (typeof spec !== 'object' || spec === null) return;
  for (const { fact, path, type } of POD_ENTRIES) {
    const value = convert(at(spec, path), type);
    if (value !== undefined) emit(fact, value, lineOf([...where, ...path]), name);
  }
  const spread = at(spec, ['affinity', 'podAntiAffinity']) ?? at(spec, ['topologySpreadConstraints']);
  if (SPREADS.test(kind))
    emit('workload.spread', spread !== undefined && spread !== null, lineOf(where), name);
  emitContainers(object, spec, where, emit);
}

function emitContainers({ name, lineOf }: ManifestObject, spec: unknown, where: Path, emit: Emit): void {
  const containers = at(spec, ['containers']);
  if (!Array.isArray(containers)) return;
  for (const [index, container] of containers.entries()) {
    const own = at(container, ['name']);
    const path = [...where, 'containers', index];
    const subject = [name, typeof own === 'string' ? own : undefined].filter(Boolean).join('/') || undefined;
    const image = at(container, ['image']);
    if (typeof image === 'string') emit('image.name', image, lineOf([...path, 'image']), subject);
    emit('container.prestop', at(container, ['lifecycle', 'preStop']) !== undefined, lineOf(path), subject);
    const limit = at(container, ['resources', 'limits', 'memory']);
    const size = limit === undefined ? undefined : bytes(String(limit));
    if (size !== undefined)
      emit('container.memory_limit', size, lineOf([...path, 'resources', 'limits', 'memory']), subject);
  }
}

function emitWebhooks({ kind, name, data, lineOf }: ManifestObject, emit: Emit): void {
  const webhooks = /^(?:Validating|Mutating)WebhookConfiguration$/.test(kind)
    ? at(data, ['webhooks'])
    : undefined;
  if (!Array.isArray(webhooks)) return;
  for (const [index, webhook] of webhooks.entries()) {
    const own = at(webhook, ['name']);
    const subject = typeof own === 'string' ? own : name;
    const wide = wideRule(webhook);
    if (wide >= 0) emit('webhook.covers_all', true, lineOf(['webhooks', index, 'rules', wide]), subject);
    const policy = convert(at(webhook, ['failurePolicy']), 'string');
    if (policy !== undefined)
      emit('webhook.failure_policy', policy, lineOf(['webhooks', index, 'failurePolicy']), subject);
    const timeout = convert(at(webhook, ['timeoutSeconds']), 'number');
    if (timeout !== undefined)
      emit('webhook.timeout_seconds', timeout, lineOf(['webhooks', index, 'timeoutSeconds']), subject);
  }
}

/** A selector with one of these leaves out what is not chosen; DoesNotExist leaves out what somebody has marked. */
const CHOOSES = /^(?:In|NotIn|Exists)$/;

/** Which rule of a webhook takes every kind of object of every namespace; -1 when none does. */
function wideRule(webhook: unknown): number {
  const chosen = (key: string) => {
    const expressions = at(webhook, [key, 'matchExpressions']);
    return (
      Object.keys(at(webhook, [key, 'matchLabels']) ?? {}).length > 0 ||
      (Array.isArray(expressions) && expressions.some((one) => CHOOSES.test(String(at(one, ['operator'])))))
    );
  };
  const rules = at(webhook, ['rules']);
  if (!Array.isArray(rules) || chosen('namespaceSelector') || chosen('objectSelector')) return -1;
  const has = (rule: unknown, key: string, wanted: RegExp) => {
    const list = at(rule, [key]);
    return Array.isArray(list) && list.some((one) => wanted.test(String(one)));
  };
  return rules.findIndex(
    (rule) =>
      has(rule, 'apiGroups', /^\*?$/) &&
      has(rule, 'resources', /^\*(?:\/\*)?$/) &&
      has(rule, 'operations', /^(?:\*|CREATE|UPDATE)$/),
  );
}

/** Keys that mean the same wherever they stand, for line-reading. */
const KEYS: Record<string, { fact: FactName; type: Entry['type'] }> = Object.fromEntries(
  [...ENTRIES, ...POD_ENTRIES]
    .filter(({ fact }) => fact !== 'cronjob.suspend' && fact !== 'deployment.replicas')
    .map(({ fact, path, type }) => [String(path.at(-1)), { fact, type }]),
);
KEYS.failurePolicy = { fact: 'webhook.failure_policy', type: 'string' };

// terminationGracePeriodSeconds: “60”        "schedule": "*/5 * * * *",
const PAIR = new RegExp(
  String.raw`["']?\b(${Object.keys(KEYS).join('|')})["']?\s{0,4}:\s{0,20}(?:["'“]([^"'”“]{1,100})["'”]|([^\s"'“,{}]{1,100}))`,
  'g',
);

function emitLines({ lines }: ManifestDocument, emit: Emit): void {
  const name = documentName(lines);
  for (const line of lines) {
    const text = clip(line.text);
    // An unquoted schedule has blanks in it.
    const schedule = /^\s*schedule:\s+([*\d][\d*,/ -]*[\d*])\s*$/.exec(text)?.[1];
    for (const [, key, quoted, bare] of text.matchAll(PAIR)) {
      const known = KEYS[key ?? ''];
      const value =
        known &&
        convert(known.fact === 'cronjob.schedule' && schedule ? schedule : (quoted ?? bare), known.type);
      if (known && value !== undefined) emit(known.fact, value, line, name);
    }
    if (/\bpreStop["']?\s{0,4}:/.test(text)) emit('container.prestop', true, line, name);
  }
}

/** `metadata:` and the first `name:` behind it. */
function documentName(lines: readonly Line[]): string | undefined {
  const whole = lines
    .slice(0, 60)
    .map((line) => clip(line.text))
    .join('\n');
  return /\bmetadata["']?:[\s\S]{0,2000}?\bname["']?:\s{0,20}["']?([a-z0-9][a-z0-9.-]{0,200})/.exec(
    whole,
  )?.[1];
}
