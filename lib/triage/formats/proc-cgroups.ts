/** /proc/cgroups, whole or a single row of it, and counts of cgroup directories. */

import { bareCount, clip, countLine, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import type { Line } from '../read/line';

// #subsys_name	hierarchy	num_cgroups	enabled
const HEADER = /^\s*#?subsys_name\s+hierarchy\s+num_cgroups\s+enabled/;

const CONTROLLERS =
  'cpuset|cpu|cpuacct|blkio|memory|devices|freezer|net_cls|perf_event|net_prio|hugetlb|pids|rdma|misc|debug|ns|files';

/** `memory  11  65535  1`, also with a remark behind it, or glued to the command that printed it. */
const ROW = new RegExp(String.raw`^(?:.*/proc/cgroups\b.*?\s)?\s*(${CONTROLLERS})\s+(\d{1,4})\s+(\d{1,9})\s+([01])(?=\s|$)`);

const FACT = { memory: 'cgroups.memory', cpuset: 'cgroups.cpuset', devices: 'cgroups.devices' } as const;

/** What a bare number counts: directories of the memory hierarchy, or scopes and services of system.slice. */
function countOf(command: string | undefined): 'cgroups.directories' | 'cgroups.system_slice' | undefined {
  if (command === undefined) return undefined;
  const pipe = clip(command);
  if (!/\b(?:find|ls|ll|tree|lscgroup)\b/.test(pipe) || !/\bwc\b/.test(pipe)) return undefined;
  if (/\/sys\/fs\/cgroup\/\S*system\.slice/.test(pipe)) return 'cgroups.system_slice';
  return /\/sys\/fs\/cgroup\/(?:memory\b|unified\b|kubepods|\s|\|)|\/sys\/fs\/cgroup\s|\blscgroup\b[^|]*memory/.test(pipe)
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
    const row = ROW.exec(text);
    if (row) rows.push({ controller: row[1] ?? '', count: Number(row[3]), line });
  }
  return rows;
}

function emitFacts(part: PartView, emit: Emit): void {
  const fact = countOf(part.command);
  const counted = fact ? countLine(part) : undefined;
  if (fact && counted) emit(fact, counted.count, counted.line);
  const rows = rowsOf(part);
  for (const { controller, count, line } of rows) {
    if (Object.hasOwn(FACT, controller)) emit(FACT[controller as keyof typeof FACT], count, line);
  }
  const most = largest(rows);
  if (most) emit('cgroups.max', most.count, most.line, most.controller);
}

function largest(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>((best, row) => (best && best.count >= row.count ? best : row), undefined);
}

export const procCgroups: Format = {
  id: 'proc-cgroups',

  line(text, context) {
    const row = clip(text);
    if (HEADER.test(row)) return 0.98;
    if (ROW.test(row)) return 0.92;
    return bareCount(row) !== undefined && countOf(context.command) ? 0.92 : 0;
  },

  facts: emitFacts,

  state(part) {
    const fact = countOf(part.command);
    const counted = fact ? countLine(part) : undefined;
    if (counted) return `${counted.count} ${fact === 'cgroups.system_slice' ? 'cgroups under system.slice' : 'cgroup directories'}`;
    const rows = rowsOf(part);
    const most = largest(rows);
    if (!most) return undefined;
    const memory = rows.findLast((row) => row.controller === 'memory');
    if (!memory || memory.controller === most.controller) return `${most.count} ${most.controller} cgroups`;
    return `${memory.count} memory cgroups; most in ${most.controller}: ${most.count}`;
  },
};
