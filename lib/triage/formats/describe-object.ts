/** Reads describe output into objects. Indentation is used where it survived; the keys alone carry the rest. */

import { tableLines } from './columns';
import type { PartView } from './format';
import { parseCondition } from './describe-model';
import type { Container, ContainerState, Described, Kind } from './describe-model';
import type { Line } from '../read/line';

const FIELD = /^(\s*)([A-Za-z][\w ./-]{0,60}?):(?:\s+(.*?))?\s*$/;

/** Keys that stand next to Name in an object; a nested Name (a volume's ConfigMap) has other neighbours. */
const AFTER_NAME =
  /^\s*(?:Namespace|Labels|Roles|Role|Priority|Annotations|API Version|CreationTimestamp|Image\(s\)|Node|Taints):/;

const CONTAINERS = /^(?:Init Containers|Containers|Ephemeral Containers)$/;
const SECTIONS = new Set([
  'Conditions',
  'Volumes',
  'System Info',
  'Capacity',
  'Allocatable',
  'Allocated resources',
  'Non-terminated Pods',
  'Events',
  'Pod Template',
  'Addresses',
  'Tolerations',
  'QoS Class',
  'Node-Selectors',
  'Last Schedule Time',
  'Active Jobs',
]);

/** Keys that say what kind of object this is; the first that is there decides. */
const KINDS: [Kind, string[]][] = [
  [
    'node',
    [
      'System Info',
      'Kubelet Version',
      'Non-terminated Pods',
      'Unschedulable',
      'PodCIDR',
      'Roles',
      'ProviderID',
      'Allocatable',
    ],
  ],
  ['cronjob', ['Schedule', 'Concurrency Policy', 'Starting Deadline Seconds']],
  ['deployment', ['StrategyType', 'RollingUpdateStrategy', 'OldReplicaSets', 'NewReplicaSet']],
  ['pod', ['QoS Class', 'Start Time', 'Node-Selectors', 'Controlled By', 'Controllers', 'IP', 'IPs']],
];

/** The objects of a part, in order. */
export function describedObjects(part: PartView): Described[] {
  const lines = [...tableLines(part)];
  const objects: Described[] = [];
  const base = Math.min(
    ...lines.filter(({ text }) => FIELD.test(text)).map(({ text }) => text.search(/\S/)),
    99,
  );
  let reader: Reader | undefined;
  for (const [at, { text, line }] of lines.entries()) {
    const field = FIELD.exec(text);
    const starts =
      field?.[2] === 'Name' &&
      (field[1] ?? '').length <= base &&
      isObject(lines[at + 1]?.text, objects.length);
    if (!reader || starts) {
      reader = {
        object: {
          kind: 'other',
          fields: new Map(),
          containers: [],
          conditions: [],
          allocated: [],
          first: line,
        },
        section: '',
      };
      objects.push(reader.object);
    }
    if (field) readField(reader, field, line);
    else readRow(reader, text, line);
  }
  for (const object of objects) finish(object);
  return objects;
}

function isObject(next: string | undefined, before: number): boolean {
  return before === 0 || next === undefined || AFTER_NAME.test(next);
}

interface Reader {
  object: Described;
  section: string;
  container?: Container;
  /** Indentation of container names in this section. */
  containerIndent?: number;
  state?: ContainerState;
}

function readField(reader: Reader, field: RegExpExecArray, line: Line): void {
  const { object } = reader;
  const [indent, key, value] = [(field[1] ?? '').length, field[2] ?? '', field[3] ?? ''];
  if (CONTAINERS.test(key) && value === '') {
    reader.section = key;
    reader.container = reader.containerIndent = reader.state = undefined;
    return;
  }
  if (SECTIONS.has(key)) {
    reader.section = key;
    reader.container = reader.state = undefined;
  }
  if (CONTAINERS.test(reader.section) && readContainer(reader, indent, key, value, line)) return;
  if (!object.fields.has(key)) object.fields.set(key, { value, line });
  if (key === 'Name') object.name ??= { value, line };
}

function readContainer(reader: Reader, indent: number, key: string, value: string, line: Line): boolean {
  const named = value === '' && /^[a-z0-9][a-z0-9.-]*$/.test(key);
  if (named && (reader.containerIndent === undefined || indent <= reader.containerIndent)) {
    reader.containerIndent = indent;
    reader.container = { name: key, init: reader.section === 'Init Containers', line, fields: new Map() };
    reader.state = undefined;
    reader.object.containers.push(reader.container);
    return true;
  }
  const { container } = reader;
  if (!container) return false;
  if (key === 'State' || key === 'Last State') {
    reader.state = { phase: value, line };
    if (key === 'State') container.state = reader.state;
    else container.last = reader.state;
  } else if (key === 'Reason' && reader.state) reader.state.reason ??= value;
  else if (key === 'Exit Code' && reader.state)
    reader.state.exitCode ??= /^\d+$/.test(value) ? Number(value) : undefined;
  else if (!container.fields.has(key)) container.fields.set(key, { value, line });
  return true;
}

function readRow(reader: Reader, text: string, line: Line): void {
  if (/^\s*Type\s+Status\b/.test(text)) reader.section = 'Conditions';
  const condition = parseCondition(text, line);
  if (condition && (reader.section === 'Conditions' || condition.heartbeat))
    reader.object.conditions.push(condition);
  else if (reader.section === 'Allocated resources') reader.object.allocated.push({ value: text, line });
}

function finish(object: Described): void {
  const has = (key: string) => object.fields.has(key);
  const [kind] = KINDS.find(([, keys]) => keys.some(has)) ?? [];
  const podLike =
    object.containers.some((container) => container.state) ||
    object.conditions.some((row) => row.type === 'PodScheduled');
  if (object.conditions.some((row) => row.heartbeat)) object.kind = 'node';
  else object.kind = podLike ? 'pod' : (kind ?? 'other');
}
