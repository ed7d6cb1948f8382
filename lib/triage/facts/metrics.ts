/** Prometheus samples that say the same as an output: pasted from a query or from /metrics. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { fileShare } from '../formats/memory-stat';
import { memoryExcess } from '../formats/proc-cgroups';
import { bytes } from '../formats/quantity';
import type { FactName } from './vocabulary';

// container_memory_rss{pod="cart-0"} 2e+08
const SAMPLE =
  /^\s*([A-Za-z_:]{3,80})(?:\{([^}]{0,500})\})?\s+(?:=>\s+)?(\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?)(?:\s?([KMGT]i?B?))?(?:\s+@\[[\d.]+\]|\s+\d+)?\s*$/;

const FACT: Record<string, FactName> = {
  container_memory_cache: 'cgroup.memory.cache',
  container_memory_rss: 'cgroup.memory.anon',
  container_memory_total_inactive_file_bytes: 'cgroup.memory.inactive_file',
  container_memory_total_active_file_bytes: 'cgroup.memory.active_file',
  node_nf_conntrack_stat_insert_failed: 'conntrack.insert_failed',
  node_nf_conntrack_stat_drop: 'conntrack.drop',
  node_memory_MemAvailable_bytes: 'memory.available',
  node_memory_MemTotal_bytes: 'memory.total',
  kube_cronjob_spec_starting_deadline_seconds: 'cronjob.starting_deadline_seconds',
};
/** Sums of seconds and their counts, of which a fact is the mean. */
const MEANS: { name: RegExp; fact: FactName }[] = [
  // kubeproxy_sync_proxy_rules_duration_seconds_sum 181204.77
  {
    name: /^kubeproxy_sync_proxy_rules_(?:duration_seconds|latency_microseconds)_(sum|count)$/,
    fact: 'kube_proxy.sync_seconds',
  },
  // cronjob_controller_job_creation_skew_duration_seconds_sum 241988.2
  {
    name: /^cronjob_controller_(?:cronjob_)?job_creation_skew_duration_seconds_(sum|count)$/,
    fact: 'job.start_delay_seconds',
  },
];
/** Samples that become a fact only under one label. */
const LABELLED: { name: string; label: RegExp; fact: FactName }[] = [
  { name: 'node_processes_state', label: /\bstate="Z"/, fact: 'ps.zombies' },
  { name: 'node_cgroups_cgroups', label: /\bsubsys_name="memory"/, fact: 'cgroups.memory' },
  { name: 'node_systemd_units', label: /\bstate="((?:in)?active)"/, fact: 'units.total' },
];
const CGROUPS = 'node_cgroups_cgroups';

/** Emits facts of samples that stand in unclaimed text. The subject is the pod or instance of the labels. */
export function emitMetrics(parts: readonly PartView[], emit: Emit): void {
  const sums = new Map<FactName, { sum?: number; count?: number }>();
  const cgroups: { controller: string; count: number }[] = [];
  const memory = new Map<string, Partial<Record<FactName, number>>>();
  for (const part of parts) {
    if (part.format !== 'plain') continue;
    for (const { line } of part.lines) {
      const sample = SAMPLE.exec(clip(line.text));
      if (!sample) continue;
      const [, name = '', labels = '', amount = '', unit] = sample;
      const value = unit === undefined ? Number(amount) : (bytes(amount + unit) ?? 0);
      for (const { name: wanted, fact } of MEANS) {
        const kind = wanted.exec(name)?.[1];
        if (!kind) continue;
        const seconds = value / (kind === 'sum' && name.includes('micro') ? 1e6 : 1);
        const known: { sum?: number; count?: number } = { ...sums.get(fact), [kind]: seconds };
        sums.set(fact, known);
        const mean = (known.sum ?? Number.NaN) / (known.count ?? 0);
        if (Number.isFinite(mean)) emit(fact, Math.round(mean * 1000) / 1000, line);
      }
      for (const { name: wanted, label, fact } of LABELLED)
        if (name === wanted && label.test(labels)) emit(fact, value, line, label.exec(labels)?.[1]);
      if (name === CGROUPS) {
        cgroups.push({ controller: /\bsubsys_name="(\w+)"/.exec(labels)?.[1] ?? '', count: value });
        const excess = memoryExcess(cgroups);
        if (excess) emit('cgroups.memory_excess', excess, line);
      }
      const fact = Object.hasOwn(FACT, name) ? FACT[name] : undefined;
      if (!fact) continue;
      const subject = /\b(?:pod|instance|id)="([^"]+)"/.exec(labels)?.[1];
      emit(fact, value, line, subject);
      const known = { ...memory.get(subject ?? ''), [fact]: value };
      memory.set(subject ?? '', known);
      const share = fileShare(known['cgroup.memory.cache'], known['cgroup.memory.anon']);
      if (share !== undefined && fact.startsWith('cgroup.'))
        emit('cgroup.memory.file_share', share, line, subject);
    }
  }
}
