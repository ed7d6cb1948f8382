/** Prometheus samples that say the same as an output: pasted from a query or from /metrics. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { fileShare } from '../formats/memory-stat';
import { bytes } from '../formats/quantity';
import type { FactName } from './vocabulary';

// container_memory_rss{pod="cart-0"} 2e+08
const SAMPLE =
  /^\s*([a-z_:]{3,80})(?:\{([^}]{0,500})\})?\s+(?:=>\s+)?(\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?)(?:\s?([KMGT]i?B?))?(?:\s+@\[[\d.]+\]|\s+\d+)?\s*$/;

const FACT: Record<string, FactName> = {
  container_memory_cache: 'cgroup.memory.cache',
  container_memory_rss: 'cgroup.memory.anon',
  container_memory_total_inactive_file_bytes: 'cgroup.memory.inactive_file',
  container_memory_total_active_file_bytes: 'cgroup.memory.active_file',
  node_nf_conntrack_stat_insert_failed: 'conntrack.insert_failed',
  node_nf_conntrack_stat_drop: 'conntrack.drop',
};
// kubeproxy_sync_proxy_rules_duration_seconds_sum 181204.77
const SYNC = /^kubeproxy_sync_proxy_rules_(?:duration_seconds|latency_microseconds)_(sum|count)$/;

/** Emits facts of samples that stand in unclaimed text. The subject is the pod or instance of the labels. */
export function emitMetrics(parts: readonly PartView[], emit: Emit): void {
  const syncs: { sum?: number; count?: number } = {};
  const memory = new Map<string, Partial<Record<FactName, number>>>();
  for (const part of parts) {
    if (part.format !== 'plain') continue;
    for (const { line } of part.lines) {
      const sample = SAMPLE.exec(clip(line.text));
      if (!sample) continue;
      const [, name = '', labels = '', amount = '', unit] = sample;
      const value = unit === undefined ? Number(amount) : (bytes(amount + unit) ?? 0);
      const sync = SYNC.exec(name)?.[1] as 'sum' | 'count' | undefined;
      if (sync) {
        syncs[sync] = value / (sync === 'sum' && name.includes('micro') ? 1e6 : 1);
        const mean = (syncs.sum ?? Number.NaN) / (syncs.count ?? 0);
        if (Number.isFinite(mean)) emit('kube_proxy.sync_seconds', Math.round(mean * 1000) / 1000, line);
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
