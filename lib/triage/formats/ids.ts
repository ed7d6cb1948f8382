/**
 * Every format a part can have. A child is also what its parent is: a signature
 * with `in: [klog]` reads `kubelet-log` parts too.
 */
export const FORMATS = {
  klog: { title: 'klog' },
  'kubelet-log': { title: 'kubelet log', parent: 'klog' },
  logfmt: { title: 'logfmt log' },
  'docker-log': { title: 'dockerd log', parent: 'logfmt' },
  'containerd-log': { title: 'containerd log', parent: 'logfmt' },
  'json-log': { title: 'JSON log' },
  journal: { title: 'journal' },
  dmesg: { title: 'kernel log' },
  'hung-task': { title: 'hung-task report', parent: 'dmesg' },
  'proc-stack': { title: '/proc/PID/stack' },
  goroutines: { title: 'Go goroutine dump' },
  'kubectl-describe': { title: 'kubectl describe' },
  events: { title: 'events' },
  'kubectl-get': { title: 'kubectl get' },
  ps: { title: 'ps' },
  top: { title: 'top' },
  'proc-cgroups': { title: '/proc/cgroups' },
  'memory-stat': { title: 'memory.stat' },
  meminfo: { title: 'memory figures' },
  'conntrack-stat': { title: 'conntrack -S' },
  ipvsadm: { title: 'ipvsadm -Ln' },
  'pprof-top': { title: 'pprof -top' },
  'systemctl-units': { title: 'systemctl list-units' },
  'nginx-access': { title: 'nginx access log' },
  'nginx-error': { title: 'nginx error log' },
  manifest: { title: 'manifest' },
  terraform: { title: 'Terraform output' },
  shell: { title: 'shell' },
  plain: { title: 'text' },
} as const satisfies Record<string, { title: string; parent?: string }>;

export type FormatId = keyof typeof FORMATS;

export function isFormatId(id: string): id is FormatId {
  return Object.hasOwn(FORMATS, id);
}

/** Whether a part of format `id` is read by a signature restricted to `allowed`. */
export function formatAllows(id: string, allowed: readonly string[]): boolean {
  if (allowed.includes(id)) return true;
  const parent = isFormatId(id) ? (FORMATS[id] as { parent?: string }).parent : undefined;
  return parent !== undefined && allowed.includes(parent);
}
