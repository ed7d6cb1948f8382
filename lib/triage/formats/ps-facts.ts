/** Zombies, processes in uninterruptible sleep, and whose children they are. */

import { clip, countedBy } from './columns';
import type { Emit, PartView } from './format';
import { psHeader, psRows } from './ps-rows';
import type { PsRow } from './ps-rows';

/** Rows in state D whose pid is worth a fact; the rest is counted. */
const PIDS = 5;

// The kernel's own threads stand in brackets too, and are no zombies: [kworker/0:1], [jbd2/sda1-8].
const KERNEL_THREAD =
  /^(?:kthreadd|k?worker|kswapd|khugepaged|ksoftirqd|kdevtmpfs|kauditd|khungtaskd|kcompactd|ksmd|kintegrityd|kblockd|rcu_|migration|watchdog|cpuhp|idle_inject|irq|scsi_|xfs|jbd2|ext4|nvme|md\d|oom_reaper|writeback|netns|crypto|ata_sff|devfreq|edac|events_|bioset|mm_percpu|inet_frag|loop\d|dm|nfs|rpciod|ceph|rbd|cgroup)/;

/** What a bare number is the count of, by the command that printed it. */
export function countKind(command: string | undefined): 'zombies' | 'matching' | 'processes' | undefined {
  if (command === undefined) return undefined;
  const pipe = clip(command);
  if (!/\bps\s+-?[a-zA-Z]/.test(pipe) || !/\bwc\s+-l\b|\bgrep\b[^|]*\s(?:-\w*c\w*\b|--count)/.test(pipe))
    return undefined;
  if (/\b[ez]?grep\b[^|]*(?:defunct|\bZ\b|\^Z|\[Zz?\])|\bawk\b[^|]*(?:Z|defunct)/.test(pipe))
    return 'zombies';
  if (/\bgrep\b/.test(pipe)) return 'matching';
  // With -L or -T the lines are threads.
  return /\bps\s+-?\w*[LT]/.test(pipe) ? undefined : 'processes';
}

/** The word that the processes counted were picked by: `ps auxfww | grep curl -c` → `curl`. */
export function countedName(command: string): string | undefined {
  for (const [, rest] of clip(command).matchAll(/\bgrep\b([^|]*)/g)) {
    const word = (rest ?? '').split(/\s+/).find((part) => part !== '' && !part.startsWith('-'));
    if (word) return word.replace(/^['"]|['"]$/g, '').replace(/^\[(\w)\]/, '$1');
  }
  return undefined;
}

/** Zombies among the rows: by state, by `<defunct>`, and tree fragments `\_ [curl]` that lost it. */
export function zombiesOf(rows: readonly PsRow[]): PsRow[] {
  return rows.filter((row) => row.zombie || isLostDefunct(row));
}

function isLostDefunct(row: PsRow): boolean {
  return (
    row.stat === undefined &&
    ((row.pid === undefined && row.depth >= 0) || row.stateless === true) &&
    /^\[[^\]\s/]+\]$/.test(row.command) &&
    !KERNEL_THREAD.test(row.name)
  );
}

/** Most zombies under one parent (by PPID or by the tree) or of one name, with whose they are. */
export function siblings(rows: readonly PsRow[]): { count: number; under?: string; name?: string } {
  const zombies = new Set(zombiesOf(rows));
  const byParent = new Map<string, number>();
  const byName = new Map<string, number>();
  const above: PsRow[] = [];
  const named = new Map(rows.map((row) => [row.pid, row.name]));
  for (const row of rows) {
    while (above.length > 0 && (above.at(-1)?.depth ?? -1) >= row.depth) above.pop();
    if (zombies.has(row)) {
      const parent = row.ppid === undefined ? above.at(-1)?.name : (named.get(row.ppid) ?? `PID ${row.ppid}`);
      if (parent !== undefined) byParent.set(parent, (byParent.get(parent) ?? 0) + row.times);
      byName.set(row.name, (byName.get(row.name) ?? 0) + row.times);
    }
    above.push(row);
  }
  const [under, most] = largest(byParent);
  const [name, alike] = largest(byName);
  return { count: Math.max(most, alike), under: most > 0 && most * 2 >= alike ? under : undefined, name };
}

function largest(counts: Map<string, number>): [string | undefined, number] {
  let best: [string | undefined, number] = [undefined, 0];
  for (const [key, count] of counts) if (count > best[1]) best = [key, count];
  return best;
}

const total = (rows: readonly PsRow[]) => rows.reduce((sum, row) => sum + row.times, 0);

/** Emits counts, and the pids of what hangs. */
export function emitPsFacts(part: PartView, emit: Emit): void {
  emitCount(part, emit);
  const rows = psRows(part);
  const first = rows[0];
  if (!first) return;
  const zombies = zombiesOf(rows);
  const stuck = rows.filter((row) => row.stat?.startsWith('D'));
  const whole = isWhole(part);
  emit('ps.processes', total(rows), first.line);
  if (whole || zombies.length > 0) emit('ps.zombies', total(zombies), zombies[0]?.line ?? first.line);
  if (zombies[0]) {
    const most = siblings(rows);
    emit('ps.zombie_siblings', most.count, zombies[0].line, most.under ?? most.name);
  }
  const stated = rows.some((row) => row.stat !== undefined);
  if (stuck.length > 0 || (whole && stated)) emit('ps.dstate', total(stuck), stuck[0]?.line ?? first.line);
  for (const row of stuck.filter((row) => row.pid !== undefined).slice(0, PIDS)) {
    emit('process.pid', row.pid ?? 0, row.line, row.name);
  }
}

/** A listing that nobody filtered: only there does "none" mean none. */
function isWhole(part: PartView): boolean {
  if (/\||\bps\s+(?:-\w+\s+)*\d/.test(clip(part.command ?? ''))) return false;
  return (
    part.lines.some(({ line }) => psHeader(line.text) !== undefined) &&
    !part.lines.some(({ line }) => /^\s*(?:\.{3}|…)\s*$/.test(clip(line.text)))
  );
}

function emitCount(part: PartView, emit: Emit): void {
  for (const { count, command, line } of countedBy(part, (text) => countKind(text) !== undefined)) {
    const kind = countKind(command);
    if (kind === 'zombies') emit('ps.zombies', count, line);
    else emit('ps.processes', count, line, kind === 'matching' ? countedName(command) : undefined);
  }
}

/** `19782 zombies, most under supercronic`. */
export function sayPs(part: PartView): string | undefined {
  const counted = countedBy(part, (text) => countKind(text) !== undefined).at(-1);
  if (counted) {
    const kind = countKind(counted.command);
    if (kind === 'zombies') return `${counted.count} zombies`;
    const name = countedName(counted.command);
    return `${counted.count} processes${kind === 'matching' && name ? ` match ${name}` : ''}`;
  }
  const rows = psRows(part);
  if (rows.length === 0) return undefined;
  const zombies = total(zombiesOf(rows));
  const stuck = total(rows.filter((row) => row.stat?.startsWith('D')));
  const { under, name } = siblings(rows);
  const whose = under ? `, most under ${under}` : name ? `, most of them ${name}` : '';
  const waiting = stuck > 0 ? `${stuck} in uninterruptible sleep` : '';
  if (zombies > 0) return [`${zombies} zombies${whose}`, waiting].filter(Boolean).join('; ');
  const listed = `${total(rows)} process${total(rows) === 1 ? '' : 'es'}`;
  return waiting ? `${listed}, ${waiting}` : `${listed}, no zombies`;
}
