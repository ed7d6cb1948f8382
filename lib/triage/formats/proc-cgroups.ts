/** /proc/cgroups, whole or a single row of it, and counts of cgroup directories. */

import { largest } from '../extremes';
import { bareCount, clip, countedBy, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import type { Line } from '../read/line';

// #subsys_name	hierarchy	num_cgroups	enabled
const HEADER = /^\s*#?subsys_name\s+hierarchy\s+num_cgroups\s+enabled/;

const CONTROLLERS =
  'cpuset|cpu|cpuacct|blkio|memory|devices|freezer|net_cls|perf_event|net_prio|hugetlb|pids|rdma|misc|debug|ns|files';

/** `memory  11  65535  1`, also with a remark behind it, or glued to the command that printed it. */
const CELLS = String.raw`(${CONTROLLERS})\s+(\d{1,4})\s+(\d{1,9})\s+([01])(?=\s|$)`;
const ROW = new RegExp(String.raw`^\s*${CELLS}`);
const GLUED = new RegExp(String.raw`/proc/cgroups\b.{0,200}?\s${CELLS}`);

function rowOf(text: string): RegExpExecArray | null {
  return ROW.exec(text) ?? (text.includes('/proc/cgroups') ? GLUED.exec(text) : null);
}

const FACT = { memory: 'cgroups.memory', cpuset: 'cgroups.cpuset', devices: 'cgroups.devices' } as const;

type Counted = 'cgroups.directories' | 'cgroups.system_slice' | 'cgroups.memory';

const SAID: Record<Counted, string> = {
  'cgroups.directories': 'cgroup directories',
  'cgroups.system_slice': 'cgroups under system.slice',
  'cgroups.memory': 'memory cgroups',
};

/** What a bare number counts: directories of the memory hierarchy, scopes of system.slice, or the kernel's own count. */
function countOf(command: string | undefined): Counted | undefined {
  if (command === undefined) return undefined;
  const pipe = clip(command);
  // awk '/memory/{print $3}' /proc/cgroups
  if (/\/proc\/cgroups/.test(pipe) && /memory/.test(pipe) && /\$3|-f ?3/.test(pipe)) return 'cgroups.memory';
  if (!/\b(?:find|ls|ll|tree|lscgroup)\b/.test(pipe) || !/\bwc\b/.test(pipe)) return undefined;
  if (/\/sys\/fs\/cgroup\/\S*system\.slice/.test(pipe)) return 'cgroups.system_slice';
  return /\/sys\/fs\/cgroup\/(?:memory\b|unified\b|kubepods|\s|\|)|\/sys\/fs\/cgroup\s|\blscgroup\b[^|]*memory/.test(
    pipe,
  )
    ? 'cgroups.directories'
    : undefined;
}

interface Row {
  controller: string;
  count: number;
  line: Line;
}

function rowsOf(part: PartView): Row[] {
  const rows: Row[] = [];
  for (const { line, text } of tableLines(part)) {
    const row = rowOf(text);
    if (row) rows.push({ controller: row[1] ?? '', count: Number(row[3]), line });
  }
  return rows;
}

function countsOf(part: PartView) {
  return countedBy(part, (text) => countOf(text) !== undefined);
}

function emitFacts(part: PartView, emit: Emit): void {
  const counts = countsOf(part);
  for (const { count, command, line } of counts) emit(countOf(command) ?? 'cgroups.directories', count, line);
  const rows = rowsOf(part);
  emitGone(counts, rows, emit);
  for (const { controller, count, line } of rows) {
    if (Object.hasOwn(FACT, controller)) emit(FACT[controller as keyof typeof FACT], count, line);
  }
  const excess = memoryExcess(rows);
  if (excess)
    emit('cgroups.memory_excess', excess, rows.find(({ controller }) => controller === 'memory')!.line);
  const most = largestOf(rows);
  if (most) emit('cgroups.max', most.count, most.line, most.controller);
}

/** Cgroups that the kernel counts, over the directories that there are: the others are gone. */
function emitGone(counted: ReturnType<typeof countsOf>, rows: readonly Row[], emit: Emit): void {
  const counts = counted.map(({ count, command, line }) => ({ count, line, of: countOf(command) }));
  const listed = rows.filter(({ controller }) => controller === 'memory');
  const kernel = counts.findLast(({ of }) => of === 'cgroups.memory') ?? listed.at(-1);
  const there = counts.findLast(({ of }) => of === 'cgroups.directories');
  if (kernel && there && kernel.count >= 10_000 && there.count > 0)
    emit('cgroups.memory_excess', Math.round((kernel.count / there.count) * 10) / 10, kernel.line);
}

/**
 * How many times more cgroups the memory controller counts than any other. A directory counts for every controller
 * of its hierarchy, a deleted cgroup only for the one that still holds it. Below ten thousand nobody feels it.
 */
export function memoryExcess(rows: readonly { controller: string; count: number }[]): number | undefined {
  const memory = rows.findLast(({ controller }) => controller === 'memory');
  const others = rows.filter(({ controller }) => controller !== 'memory').map(({ count }) => count);
  if (!memory || memory.count < 10_000 || others.length === 0) return undefined;
  return Math.round((memory.count / largest(others, 1)) * 10) / 10;
}

function largestOf(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) => (best && best.count >= row.count ? best : row),
    undefined,
  );
}

export const procCgroups: Format = {
  id: 'proc-cgroups',
  starts: '#bcdfhlmnprs0123456789',
  opens: (text) => HEADER.test(clip(text)),

  line(text, context) {
    const row = clip(text);
    if (HEADER.test(row)) return 0.98;
    if (rowOf(row)) return 0.92;
    if (bareCount(row) !== undefined) return countOf(context.command) || countOf(context.header) ? 0.92 : 0;
    // ls /sys/fs/cgroup/memory/ | wc -l, without its prompt
    return /^\s*(?:find|ls)\s/.test(row) && countOf(row) ? 0.85 : 0;
  },

  facts: emitFacts,

  state(part) {
    const counted = countsOf(part).at(-1);
    if (counted) return `${counted.count} ${SAID[countOf(counted.command) ?? 'cgroups.directories']}`;
    const rows = rowsOf(part);
    const most = largestOf(rows);
    if (!most) return undefined;
    const memory = rows.findLast((row) => row.controller === 'memory');
    if (!memory || memory.controller === most.controller) return `${most.count} ${most.controller} cgroups`;
    return `${memory.count} memory cgroups; most in ${most.controller}: ${most.count}`;
  },
};
