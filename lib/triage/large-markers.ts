/**
 * What of a large file is read besides the lines that rules ask for: the places by which formats are recognised
 * and out of which facts are read. Everything else is only counted.
 */

import { VERSION_ROWS } from './facts/versions-table';

export interface Marker {
  /** Lower case, as in the automaton; any of them. */
  literals: string[];
  /** What the line must look like; a literal alone says too little. */
  confirm?: RegExp;
  /** So many lines are admitted; what is behind them is only counted. */
  most: number;
  /** Lines around it that come along. */
  around: number;
  /**
   * A table or an object begins: lines come along until a log goes on for a while. `rows` is the bound; facts of
   * a table that is longer are not emitted.
   */
  rows?: number;
  /** The only facts that need every such line; without all of them they are not emitted. */
  only?: string[];
}

const TABLE = 60_000;
const OBJECT = 3_000;

const table = (literals: string[], confirm?: RegExp): Marker => ({
  literals,
  ...(confirm ? { confirm } : {}),
  most: 40,
  around: 4,
  rows: TABLE,
});
const object = (literals: string[], confirm?: RegExp): Marker => ({
  ...table(literals, confirm),
  rows: OBJECT,
});

/** What to look for instead of words that stand in every other line of a node's logs. */
const TELLING: Record<string, string[]> = {
  'Linux ': [' smp '],
  '.go:': ['] version: ', '"version info"'],
  '-': ['.x86_64', '.aarch64', '-generic', '-aws', '-azure', '-gcp', '-gke', '-amd64'],
  kubelet: ['kubelet-1', 'kubelet 1', 'kubelet  '],
  docker: ['docker-1', 'docker-ce', 'docker-engine', 'docker-ee', 'docker.io '],
  containerd: ['containerd github', 'containerd containerd.io', 'containerd-1', 'containerd.io'],
  runc: ['runc version', 'runc-1', 'runc 1', 'runc  '],
  systemd: ['systemd 2', 'systemd  ', 'systemd:amd64'],
  'systemd-': ['systemd-2'],
  cri: ['cri-o://', 'crio version', '"cri-o" version'],
  ceph: ['ceph version'],
  ingress: ['nginx-ingress-controller', 'ingress-nginx/controller'],
  'go1.': ['go version go', 'goversion'],
  'docker://': ['docker://1', 'docker://2'],
  'containerd://': ['containerd://1', 'containerd://2'],
  ' release ': [' release 7', ' release 8', ' release 9', ' release 6'],
  'Kubernetes ': ['kubernetes v1', 'kubernetes 1'],
};

export const MARKERS: readonly Marker[] = [
  // USER PID %CPU …     PID TTY STAT TIME COMMAND     UID PID PPID C STIME TTY TIME CMD
  table(['pid', ' stat '], /^\s*(?:[A-Z%]+\s+)*(?:PID|STAT)\s+[A-Z%]+(?:\s+[A-Z+%]+)*\s*$/),
  // the header of such a table was not copied
  table(['<defunct>']),
  table(['load average: '], /^\s*top - /),
  // NAME   READY   STATUS   RESTARTS   AGE      NAME STATUS ROLES AGE VERSION
  table(
    ['ready', 'status', 'desired', 'schedule', 'reason', 'last seen'],
    /^[A-Z][A-Z ()/-]*(?:\s{2,}[A-Z%][A-Z ()/-]*)+\s*$/,
  ),
  table(['num_cgroups', 'insert_failed=', 'forward weight activeconn', 'prot localaddress:port']),
  table(['flat%'], /^\s*flat\s+flat%/),
  table(['active sub'], /^\s*UNIT\s+LOAD\s+ACTIVE/),
  table(['.scope', '.mount'], /^[●*\s]*\S+\.(?:scope|mount)\s+(?:loaded|not-found)\s/),
  table([
    'total_inactive_file',
    'inactive_file ',
    'mem-info:',
    'memory cgroup stats',
    'buff/cache',
    'buffers/cache',
  ]),
  object(['namespace:  ', 'taints:  ', 'roles:  ', 'last schedule time:'], /^[A-Z][A-Za-z ]+:\s{2,}/),
  object(['apiversion:'], /^\s*(?:- )?apiVersion: /),
  object(['goroutine '], /^goroutine \d+ \[/),
  // FirstSeen LastSeen Count From …     Type Reason Age From Message
  object(['message'], /^\s*(?:Type|FirstSeen|LAST SEEN)\s+.*\bMessage\s*$/i),
  // Reports of the kernel: the block around them comes along.
  {
    literals: ['blocked for more than', 'call trace:', 'invoked oom-killer', 'oops:', 'soft lockup'],
    most: 60,
    around: 30,
  },
  { literals: ['zap_pid_ns'], most: 60, around: 12 },
  {
    literals: ['+0x', '[<'],
    confirm: /^\s*(?:\d+:?)?\s*(?:\[<[0-9a-f]+>\]|\S+\+0x[0-9a-f]+\/0x)/,
    most: 4000,
    around: 2,
  },
  // Commands: what they print stands below.
  {
    literals: [
      'cat /',
      'ps a',
      'ps -',
      'wc -l',
      'grep ',
      'find /',
      'uname',
      'time ',
      'kubectl ',
      'docker ',
      'sysctl ',
      'systemctl ',
      'ipvsadm',
      'conntrack',
      'crictl ',
    ],
    confirm:
      /^\s*(?:\d+[:\t ]?)?(?:\[?[\w.-]+@[\w.-]+|[\w.~/-]* ?[#$%➜❯>]|\(\w+\)|PS [A-Z]:)[^=]{0,120}?[#$%❯>] ?\S|^[#$] \S/,
    most: 400,
    around: 12,
  },
  {
    literals: ['pulling image', 'pulled image', 'image pull'],
    most: 2000,
    around: 0,
    only: ['pull.open_seconds'],
  },
  {
    literals: [
      'ackend successfully reloaded',
      'reloading nginx with',
      'reload required',
      '(sighup) received',
    ],
    most: 20_000,
    around: 0,
    only: ['nginx.reloads_per_minute'],
  },
  {
    literals: [
      'apiserver_storage_objects',
      'etcd_object_counts',
      'node_nf_conntrack_stat',
      'container_memory_',
      'node_processes_state',
      'node_cgroups_cgroups',
      'node_systemd_units',
      'node_memory_mem',
    ],
    most: 400,
    around: 0,
  },
  { literals: ['z (zombie)'], most: 2000, around: 4 },
  // What crictl ps and docker ps show of a pod's containers.
  {
    literals: ['running  ', ' k8s_'],
    confirm: /\sRunning\s{2,}\S+\s+\d|\sUp .{1,60}\sk8s_/,
    most: 400,
    around: 0,
  },
  { literals: ['watchobservedrunningtime'], most: 200, around: 0 },
  // A capture: answers stand around the queries.
  { literals: [' aaaa? ', 'flags [s],'], most: 400, around: 8 },
  {
    literals: ['replicasets', 'deployments'],
    confirm:
      /resource"?[=:]\s?"?(?:replicasets|deployments)|^[\s|"']*(?:\/registry\/)?(?:replicasets|deployments)\b[^a-z]{1,80}\d|^\s*\d+\s+\S*(?:replicasets|deployments)\b/,
    most: 2000,
    around: 0,
    only: ['replicasets.per_deployment'],
  },
  {
    literals: ['established', 'time_wait', 'fin_wait', 'node_ipvs_backend'],
    confirm: /^\s*(?:TCP|UDP)\s+\d\d:\d\d\s|node_ipvs_backend_connections_active\{/,
    most: 20_000,
    around: 0,
    only: ['ipvs.active_ratio', 'ipvs.active_spread'],
  },
  {
    literals: ['http/1.1', 'http/2.0', 'upstream_addr'],
    confirm: /\] \d{1,3}(?:\.\d{1,3}){3}:\d{1,5}[, ]|upstream_addr/,
    most: 20_000,
    around: 0,
    only: ['nginx.vanished_upstreams'],
  },
  { literals: ['conn_reuse_mode', 'nr_dying_descendants'], most: 40, around: 3 },
  // The first line that speaks of an error.
  {
    literals: ['error', 'failed', 'fatal', 'panic'],
    confirm: /\b(?:ERROR|FATAL|Error|error|failed|Failed|panic)\b/,
    most: 1,
    around: 2,
  },
  // Where programs print their versions.
  ...VERSION_ROWS.map((row): Marker => ({
    literals: TELLING[row.quick] ?? [row.quick.toLowerCase()],
    confirm: row.pattern,
    most: 6,
    around: 1,
  })).filter(({ literals }) => literals.every((literal) => literal.length >= 4)),
];

/**
 * Facts that are sums or rates over lines: true only when all lines of their part were read. What is not listed
 * stands on one line.
 */
export const OVER_LINES: ReadonlySet<string> = new Set([
  ...['ps.processes', 'ps.zombies', 'ps.zombie_siblings', 'ps.dstate'],
  ...[
    'units.total',
    'units.transient_mounts',
    'replicasets.empty',
    'replicasets.total',
    'replicasets.of_one',
    'replicasets.per_deployment',
    'pods.same_node_replicas',
  ],
  ...['conntrack.insert_failed', 'conntrack.drop', 'cgroups.max', 'profile.hottest'],
  ...[
    'ipvs.services',
    'ipvs.active_ratio',
    'ipvs.active_spread',
    'ipvs.weight0_active',
    'ipvs.weight0_ready',
  ],
  ...[
    'journal.gap_seconds',
    'nginx.requests',
    'nginx.status_502',
    'nginx.reloads_per_minute',
    'nginx.vanished_upstreams',
    'nginx.old_generations',
  ],
  ...[
    'pull.open_seconds',
    'pull.open_images',
    'pull.ended_together',
    'pod.pending_but_started',
    'cronjob.missed_runs',
    'cronjob.off_schedule_runs',
    'cronjob.behind',
  ],
]);

/** Bytes that repairs change inside words, so that a literal may not be seen: such lines are read whatever they say. */
export const TRIGGERS: readonly string[] = [
  ...[
    '\x1b[',
    '\x00',
    '\xc2\xa0',
    '\xe2\x80\x8b',
    '\xef\xbb\xbf',
    '&lt;',
    '&gt;',
    '&amp;',
    '&quot;',
    '&#',
    '&nbsp;',
  ],
  ...['^[[', '#033[', '\\u001b', '\\x1b'],
];
