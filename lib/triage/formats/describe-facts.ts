/** Facts of described pods, nodes, CronJobs and their containers. */

import { missedRuns } from './cron-interval';
import { fieldSeconds } from './describe-model';
import type { Container, ContainerState, Described, Field } from './describe-model';
import { describedObjects } from './describe-object';
import { durationSeconds } from './duration';
import type { Emit, PartView } from './format';
import { parseMoment, secondsSince } from './moment';
import { bytes } from './quantity';
import type { FactName } from '../facts/vocabulary';

type Reader = (object: Described, part: PartView, emit: Emit) => void;

const READERS: Record<Described['kind'], Reader> = {
  pod: emitPod,
  node: emitNode,
  cronjob: emitCronJob,
  deployment: () => {},
  other: () => {},
};

/** Emits the facts of every object of the part. */
export function emitDescribeFacts(part: PartView, emit: Emit): void {
  for (const object of describedObjects(part)) {
    READERS[object.kind](object, part, emit);
    for (const container of object.containers) emitContainer(container, object, emit);
  }
}

function given(field: Field | undefined): field is Field {
  return field !== undefined && field.value !== '' && !/^<(?:none|unset|unknown)>$/.test(field.value);
}

function emitPod(object: Described, part: PartView, emit: Emit): void {
  const { fields, name } = object;
  const subject = name?.value;
  if (given(name)) emit('pod.name', name.value, name.line);
  const namespace = fields.get('Namespace');
  if (given(namespace)) emit('pod.namespace', namespace.value, namespace.line, subject);
  const node = fields.get('Node');
  // Node:  ip-10-1-2-3/10.1.2.3
  if (given(node)) emit('node.name', node.value.split('/')[0] ?? '', node.line);
  const grace = fields.get('Termination Grace Period');
  const seconds = fieldSeconds(grace);
  if (grace && seconds !== undefined) emit('pod.termination_grace_seconds', seconds, grace.line, subject);
  const status = fields.get('Status');
  if (!given(status)) return;
  // Status:  Terminating (lasts 5h)
  const phase = status.value.split(/\s/, 1)[0] ?? '';
  emit('pod.phase', phase, status.line, subject);
  const lasts = durationSeconds(/\(lasts (\S+)\)/.exec(status.value)?.[1] ?? '');
  if (lasts !== undefined) emit('pod.terminating_seconds', lasts, status.line, subject);
  const age = secondsSince(parseMoment(fields.get('Start Time')?.value ?? ''), part.now);
  if (phase === 'Pending' && age !== undefined) emit('pod.pending_seconds', age, status.line, subject);
}

function emitContainer(container: Container, object: Described, emit: Emit): void {
  const pod = object.kind === 'pod' ? object.name?.value : undefined;
  const subject = pod ? `${pod}/${container.name}` : container.name;
  emit('container.name', container.name, container.line, pod);
  const image = container.fields.get('Image');
  if (given(image)) emit('image.name', image.value, image.line, subject);
  const id = container.fields.get('Container ID');
  const hex = /([0-9a-f]{64}|[0-9a-f]{12})$/.exec(id?.value ?? '')?.[1];
  if (id && hex) emit('container.id', hex, id.line, subject);
  const restarts = container.fields.get('Restart Count');
  if (restarts && /^\d+$/.test(restarts.value))
    emit('container.restarts', Number(restarts.value), restarts.line, subject);
  const { state, last } = container;
  if (state?.phase === 'Waiting' && state.reason)
    emit('container.waiting_reason', state.reason, state.line, subject);
  const ended = [state, last].find((one): one is ContainerState => one?.phase === 'Terminated');
  if (ended?.reason) emit('container.terminated_reason', ended.reason, ended.line, subject);
  if (ended?.exitCode !== undefined) emit('container.exit_code', ended.exitCode, ended.line, subject);
}

const NODE_VERSIONS: [string, FactName][] = [
  ['Kernel Version', 'kernel.version'],
  ['OS Image', 'os.version'],
  ['Kubelet Version', 'kubelet.version'],
];
const RUNTIMES: Record<string, FactName> = {
  docker: 'docker.version',
  containerd: 'containerd.version',
  'cri-o': 'cri-o.version',
};

function emitNode(object: Described, _part: PartView, emit: Emit): void {
  const { fields, name } = object;
  const subject = name?.value;
  if (given(name)) emit('node.name', name.value, name.line);
  for (const [key, fact] of NODE_VERSIONS) {
    const field = fields.get(key);
    if (given(field))
      emit(
        fact,
        fact === 'kubelet.version' ? field.value.replace(/^v/, '') : field.value,
        field.line,
        subject,
      );
  }
  const runtime = fields.get('Container Runtime Version');
  const [, kind, version] = /^([\w-]+):\/\/(\S+)$/.exec(runtime?.value ?? '') ?? [];
  if (runtime && kind && Object.hasOwn(RUNTIMES, kind)) {
    emit('runtime.name', kind, runtime.line, subject);
    emit(RUNTIMES[kind] as FactName, version ?? '', runtime.line, subject);
  }
  for (const row of object.conditions) {
    if (row.type === 'Ready') emit('node.ready', row.status, row.line, subject);
    else if (/Pressure$|OutOfDisk$/.test(row.type) && row.status === 'True')
      emit('node.pressure', row.type, row.line, subject);
  }
  const memory = fields.get('memory');
  const size = bytes(memory?.value ?? '');
  if (memory && size !== undefined) emit('memory.total', size, memory.line, subject);
  emitLimits(object, emit);
}

//   memory             190Mi (2%)    390Mi (5%)
function emitLimits(object: Described, emit: Emit): void {
  for (const row of object.allocated) {
    const limits = /^\s*memory\s+\S+ \(\d+%\)\s+\S+ \((\d+)%\)/.exec(row.value)?.[1];
    if (limits !== undefined)
      emit('node.memory_limits_percent', Number(limits), row.line, object.name?.value);
  }
}

const CRON_WORDS: [string, FactName][] = [
  ['Schedule', 'cronjob.schedule'],
  ['Time Zone', 'cronjob.timezone'],
  ['Concurrency Policy', 'cronjob.concurrency_policy'],
];

function emitCronJob(object: Described, part: PartView, emit: Emit): void {
  const { fields, name } = object;
  const subject = name?.value;
  if (given(name)) emit('cronjob.name', name.value, name.line);
  for (const [key, fact] of CRON_WORDS) {
    const field = fields.get(key);
    if (given(field)) emit(fact, field.value, field.line, subject);
  }
  const suspend = fields.get('Suspend');
  if (suspend) emit('cronjob.suspend', suspend.value === 'True', suspend.line, subject);
  const deadline = fields.get('Starting Deadline Seconds');
  const seconds = fieldSeconds(deadline);
  if (deadline && seconds !== undefined)
    emit('cronjob.starting_deadline_seconds', seconds, deadline.line, subject);
  const active = fields.get('Active Jobs');
  const running = given(active) ? active.value.split(',').length : 0;
  const policy = fields.get('Concurrency Policy')?.value;
  if (active && running > 1 && (policy === 'Forbid' || policy === 'Replace'))
    emit('cronjob.extra_runs', running - 1, active.line, subject);
  const last = fields.get('Last Schedule Time');
  const ago = secondsSince(parseMoment(last?.value ?? ''), part.now);
  if (!last || ago === undefined) return;
  emit('cronjob.last_schedule_seconds', ago, last.line, subject);
  const missed = suspend?.value === 'True' ? undefined : missedRuns(fields.get('Schedule')?.value ?? '', ago);
  if (missed !== undefined) emit('cronjob.missed_runs', missed, last.line, subject);
}
