/** memory.stat of cgroup v1 and v2, cgroup.stat, and how long reading it took. */

import { clip, tableLines } from './columns';
import { durationSeconds, sayDuration } from './duration';
import type { Emit, Format, LineContext, PartView } from './format';
import { sayBytes } from './quantity';
import type { FactName } from '../facts/vocabulary';
import type { Line } from '../read/line';

/** Keys that stand in memory.stat and cgroup.stat only. */
const OWN = new Set(
  (
    'hierarchical_memory_limit hierarchical_memsw_limit total_cache total_rss total_rss_huge total_shmem total_mapped_file ' +
    'total_dirty total_writeback total_swap total_pgpgin total_pgpgout total_pgfault total_pgmajfault total_inactive_anon ' +
    'total_active_anon total_inactive_file total_active_file total_unevictable inactive_anon active_anon inactive_file ' +
    'active_file rss_huge mapped_file file_mapped file_dirty file_writeback anon_thp kernel_stack slab_reclaimable ' +
    'slab_unreclaimable workingset_refault workingset_activate workingset_nodereclaim nr_descendants nr_dying_descendants ' +
    'swapcached pagetables percpu sock vmalloc zswap zswapped workingset_refault_anon workingset_refault_file file_thp shmem_thp'
  ).split(' '),
);
/** Keys that are words; they count among their own kind. */
const SHARED = new Set(
  'cache rss shmem swap pgpgin pgpgout pgfault pgmajfault unevictable anon file slab kernel dirty writeback'.split(
    ' ',
  ),
);

const ROW = /^\s*([a-z_]{3,40})[ \t]+(\d{1,20})\s*$/;
// real	0m1.213s        real 1.21        cat … 0.00s user 1.20s system 99% cpu 1.213 total
const REAL = /^\s*real\s+(?:(\d+)m)?([\d.,]+)s?\s*$/;
const TIMING = /^\s*(?:real|user|sys)\s+(?:\d+m)?[\d.,]+s?\s*$/;
const ZSH = /\bmemory\.stat\b.*\s([\d.]+) total\s*$/;

/** First of these keys that is there: v1 counts the group with its children in `total_`, v2 always. */
const FACT_KEYS: [FactName, string[]][] = [
  ['cgroup.memory.cache', ['total_cache', 'cache', 'file']],
  ['cgroup.memory.anon', ['total_rss', 'rss', 'anon']],
  ['cgroup.memory.inactive_file', ['total_inactive_file', 'inactive_file']],
  ['cgroup.memory.active_file', ['total_active_file', 'active_file']],
];

interface Stat {
  values: Map<string, { value: number; line: Line }>;
  cgroup?: string;
}

/** `cat /sys/fs/cgroup/memory/kubepods/memory.stat` → `/kubepods`. */
export function cgroupOf(command: string | undefined): string | undefined {
  const path = /(?:\/sys\/fs\/cgroup(?:\/(?:memory|unified)\b)?)(\/\S*?)?\/(?:memory|cgroup)\.stat\b/.exec(
    clip(command ?? ''),
  );
  return path ? path[1] || '/' : undefined;
}

/** One block a file: a key that comes again begins the next. */
function statsOf(part: PartView): Stat[] {
  const stats: Stat[] = [];
  let current: Stat | undefined;
  for (const { line, text } of tableLines(part)) {
    const row = ROW.exec(text);
    const key = row?.[1] ?? '';
    if (!row || !(OWN.has(key) || SHARED.has(key))) continue;
    if (!current || current.values.has(key))
      stats.push((current = { values: new Map(), cgroup: cgroupOf(part.command) }));
    current.values.set(key, { value: Number(row[2]), line });
  }
  return stats;
}

/** Wall time of `time cat …/memory.stat`. */
function realSeconds(text: string): number | undefined {
  const real = REAL.exec(text);
  if (real) return durationSeconds(`${real[1] ?? 0}m${(real[2] ?? '').replace(',', '.')}s`);
  const zsh = ZSH.exec(text);
  return zsh ? Number(zsh[1]) : undefined;
}

function emitFacts(part: PartView, emit: Emit): void {
  for (const { line, text } of tableLines(part)) {
    const seconds = realSeconds(text);
    if (seconds !== undefined) emit('command.memory_stat_seconds', seconds, line, cgroupOf(part.command));
  }
  for (const { values, cgroup } of statsOf(part)) {
    const found = new Map<FactName, number>();
    for (const [fact, keys] of FACT_KEYS) {
      const hit = keys.map((key) => values.get(key)).find((one) => one !== undefined);
      if (!hit) continue;
      found.set(fact, hit.value);
      emit(fact, hit.value, hit.line, cgroup);
    }
    const dying = values.get('nr_dying_descendants');
    if (dying) emit('cgroup.dying', dying.value, dying.line, cgroup);
    const share = fileShare(found.get('cgroup.memory.cache'), found.get('cgroup.memory.anon'));
    const line = [...values.values()][0]?.line;
    if (share !== undefined && line) emit('cgroup.memory.file_share', share, line, cgroup);
    const shmem = values.get('total_shmem') ?? values.get('shmem');
    const cache = found.get('cgroup.memory.cache');
    if (shmem && cache)
      emit('cgroup.memory.shmem_share', Math.round((shmem.value / cache) * 1000) / 1000, shmem.line, cgroup);
  }
}

/** File cache as a share of cache and anonymous memory, to three digits. */
export function fileShare(cache: number | undefined, anon: number | undefined): number | undefined {
  if (cache === undefined || anon === undefined || cache + anon === 0) return undefined;
  return Math.round((cache / (cache + anon)) * 1000) / 1000;
}

function readsStat(context: LineContext): boolean {
  return /\b(?:memory|cgroup)\.stat\b/.test(clip(context.command ?? ''));
}

export const memoryStat: Format = {
  id: 'memory-stat',
  starts: 'abcdefghijklmnopqrstuvwxyz',

  line(text, context) {
    const row = clip(text);
    const key = ROW.exec(row)?.[1];
    const inside = context.previous === 'memory-stat' || readsStat(context);
    if (key !== undefined) {
      if (OWN.has(key)) return 0.93;
      if (inside) return SHARED.has(key) ? 0.93 : 0.85;
      return SHARED.has(key) ? 0.6 : 0;
    }
    if (TIMING.test(row)) return inside ? 0.9 : 0;
    return ZSH.test(row) ? 0.9 : 0;
  },

  facts: emitFacts,

  state(part) {
    const said: string[] = [];
    for (const { values } of statsOf(part).slice(0, 1)) {
      const [cache, anon] = FACT_KEYS.slice(0, 2).map(([, keys]) =>
        keys.map((key) => values.get(key)?.value).find((one) => one !== undefined),
      );
      const share = fileShare(cache, anon);
      if (share !== undefined)
        said.push(
          `${sayBytes(cache ?? 0)} file cache and ${sayBytes(anon ?? 0)} anonymous memory (${Math.round(share * 100)} % cache)`,
        );
      const dying = values.get('nr_dying_descendants');
      if (dying) said.push(`${dying.value} dying cgroups`);
    }
    const seconds = [...tableLines(part)]
      .map(({ text }) => realSeconds(text))
      .find((one) => one !== undefined);
    if (seconds !== undefined)
      said.push(`reading memory.stat took ${seconds < 10 ? `${seconds}s` : sayDuration(seconds)}`);
    return said.length === 0 ? undefined : said.join('; ');
  },
};
