/** The whole case as one strip: where its evidence lies. Lines of all sources count through, from 0. */

import type { PartMarks } from './marks';

export interface Layout {
  /** Global index of the first line of each source. */
  offsets: number[];
  total: number;
}

export interface Tick {
  /** Bucket, from 0 at the top. */
  at: number;
  rank: number;
  /** Lines with evidence in it, and the first of them. */
  count: number;
  source: number;
  line: number;
}

export function layoutOf(starts: readonly Uint32Array[]): Layout {
  const offsets: number[] = [];
  let total = 0;
  for (const each of starts) {
    offsets.push(total);
    total += each.length;
  }
  return { offsets, total };
}

/** The line at a global index. */
export function placeAt({ offsets, total }: Layout, index: number): { source: number; line: number } {
  const inside = Math.min(Math.max(0, Math.floor(index)), Math.max(0, total - 1));
  let source = 0;
  for (const [at, offset] of offsets.entries()) if (offset <= inside) source = at;
  return { source, line: inside - (offsets[source] ?? 0) + 1 };
}

/** Evidence in `buckets` equal steps of the case; one tick a bucket and rank, best ranks first within a bucket. */
export function ticksOf(parts: readonly PartMarks[], { offsets, total }: Layout, buckets: number): Tick[] {
  const ticks = new Map<string, Tick>();
  for (const [source, { lines, ranks }] of parts.entries()) {
    for (const line of lines) {
      const at = bucketOf((offsets[source] ?? 0) + line - 1, total, buckets);
      const rank = ranks.get(line) ?? 0;
      const known = ticks.get(`${at}/${rank}`);
      if (known) known.count++;
      else ticks.set(`${at}/${rank}`, { at, rank, count: 1, source, line });
    }
  }
  return [...ticks.values()].sort((a, b) => a.at - b.at || a.rank - b.rank);
}

export function bucketOf(index: number, total: number, buckets: number): number {
  return total === 0 ? 0 : Math.min(buckets - 1, Math.floor((index / total) * buckets));
}

/** The tick nearest to a bucket, at most `reach` away. */
export function nearestTick(ticks: readonly Tick[], at: number, reach: number): Tick | null {
  let best: Tick | null = null;
  for (const tick of ticks) {
    const distance = Math.abs(tick.at - at);
    if (distance <= reach && (best === null || distance < Math.abs(best.at - at))) best = tick;
  }
  return best;
}
