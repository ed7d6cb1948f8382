/** free, /proc/meminfo, and the Mem-Info lines of a kernel's out-of-memory report. */

import { clip, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import { bytes, sayBytes } from './quantity';
import type { FactName } from '../facts/vocabulary';
import type { Line } from '../read/line';

const PAGE = 4_096;

//               total        used        free      shared  buff/cache   available
const FREE_HEADER = /^\s*total\s+used\s+free\s+shared\s+(?:buff\/cache|buffers|buff)/;
// Mem:        1015368      851408       65532        4096       98428       24816
const FREE_ROW = /^\s*(Mem|Swap|Total|-\/\+ buffers\/cache):\s+((?:[\d.]+(?:[BKMGTP]i?B?)?\s*){2,7})$/;
// MemTotal:       16326820 kB
const PROC_ROW =
  /^\s*(MemTotal|MemFree|MemAvailable|Buffers|Cached|SwapTotal|SwapFree|[A-Z][A-Za-z_()]{2,30}):\s+(\d+) kB\s*$/;
//  active_file:321 inactive_file:540 isolated_file:0
const PAGES =
  /^\s*(?:Mem-Info:\s*$|(?:(?:in)?active_(?:anon|file)|unevictable|slab_reclaimable|mapped|free|isolated_\w+):\d+ )/;
// 4194174 pages RAM        Total swap = 0kB        52 total pagecache pages
const OOM_ROW = /^\s*(?:\d+ (?:pages RAM|total pagecache pages)|(?:Free|Total) swap\s*=\s*\d+kB)/;

interface Figure {
  fact: FactName;
  value: number;
  line: Line;
}

/** Bytes in the unit free was asked for; without its command, large figures are KiB, small ones MiB or GiB. */
function unitOf(command: string | undefined, total: number): number {
  const flag = /\bfree\s+(?:-\S+\s+)*-\w*([bkmg])/.exec(clip(command ?? ''))?.[1];
  if (flag) return { b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[flag] ?? 1024;
  if (command !== undefined && /\bfree\b/.test(command)) return 1024;
  // Under 1 GiB a machine runs no kubelet; under 400 a figure in MiB would be such a machine.
  return total >= 1_000_000 ? 1024 : total >= 400 ? 1024 ** 2 : 1024 ** 3;
}

function figuresOf(part: PartView): Figure[] {
  const figures: Figure[] = [];
  let header: string[] = [];
  let unit: number | undefined;
  const files = new Map<string, number>();
  const cache = { buffers: 0, line: undefined as Line | undefined };
  for (const { line, text } of tableLines(part)) {
    if (FREE_HEADER.test(text)) header = text.trim().split(/\s+/);
    const add = (fact: FactName, value: number | undefined) => {
      if (value !== undefined) figures.push({ fact, value, line });
    };
    const free = FREE_ROW.exec(text);
    if (free) {
      const cells = (free[2] ?? '').trim().split(/\s+/);
      const total = cells[0] ?? '';
      if (free[1] === 'Mem') unit = unitOf(part.command, Number.parseFloat(total));
      const size = (cell: string | undefined) => (cell === undefined ? undefined : bytes(cell, unit ?? 1024));
      if (free[1] === 'Swap') add('swap.total', size(total));
      if (free[1] === 'Mem') addFree(header, cells, size, add);
    }
    const proc = PROC_ROW.exec(text);
    if (proc) {
      const value = Number(proc[2]) * 1024;
      const fact = PROC_FACTS[proc[1] ?? ''];
      if (fact) add(fact, value);
      if (proc[1] && /^(?:Ina|A)ctive\(file\)$/.test(proc[1])) {
        files.set(proc[1], value / PAGE);
        if (files.size === 2)
          add(
            'memory.file_pages',
            [...files.values()].reduce((a, b) => a + b),
          );
      }
      if (proc[1] === 'Buffers') cache.buffers = value;
      if (proc[1] === 'Cached') add('memory.page_cache', value + cache.buffers);
    }
    for (const figure of oomFigures(text)) figures.push({ ...figure, line });
  }
  return figures;
}

const PROC_FACTS: Record<string, FactName> = {
  MemTotal: 'memory.total',
  MemAvailable: 'memory.available',
  SwapTotal: 'swap.total',
};

type Add = (fact: FactName, value: number | undefined) => void;

function addFree(
  header: string[],
  cells: string[],
  size: (cell: string | undefined) => number | undefined,
  add: Add,
): void {
  const names = header.length > 0 ? header : ['total', 'used', 'free', 'shared', 'buff/cache', 'available'];
  const cell = (name: string) => cells[names.indexOf(name)];
  add('memory.total', size(cell('total')));
  add('memory.available', size(cell('available')));
  // procps before 3.3.10 prints buffers and cache apart.
  const parts = [size(cell('buff/cache')), size(cell('buffers')), size(cell('cached') ?? cell('cache'))];
  const known = parts.filter((one) => one !== undefined);
  if (known.length > 0)
    add(
      'memory.page_cache',
      known.reduce((sum, one) => sum + one, 0),
    );
}

/** Figures of one line of a kernel Mem-Info report, as bytes; `text` without its time stamp. */
export function oomFigures(text: string): { fact: FactName; value: number }[] {
  const figures: { fact: FactName; value: number }[] = [];
  const pages = /\b(\d{1,12}) pages RAM\b/.exec(text)?.[1];
  if (pages) figures.push({ fact: 'memory.total', value: Number(pages) * PAGE });
  const cache = /\b(\d{1,12}) total pagecache pages\b/.exec(text)?.[1];
  if (cache) figures.push({ fact: 'memory.page_cache', value: Number(cache) * PAGE });
  const swap = /\bTotal swap\s{0,3}=\s{0,3}(\d{1,15})kB/.exec(text)?.[1];
  if (swap) figures.push({ fact: 'swap.total', value: Number(swap) * 1024 });
  const files = /\bactive_file:(\d{1,12}) inactive_file:(\d{1,12}) /.exec(text);
  if (files) figures.push({ fact: 'memory.file_pages', value: Number(files[1]) + Number(files[2]) });
  return figures;
}

function emitFacts(part: PartView, emit: Emit): void {
  for (const { fact, value, line } of figuresOf(part)) emit(fact, value, line);
}

export const meminfo: Format = {
  id: 'meminfo',
  opens: (text) => FREE_HEADER.test(clip(text)),

  line(text, context) {
    const row = clip(text);
    if (FREE_HEADER.test(row)) return 0.97;
    if (FREE_ROW.test(row)) return 0.93;
    if (PROC_ROW.test(row))
      return /^\s*(?:Mem|Swap|Buffers|Cached|Active|Inactive)/.test(row) || context.previous === 'meminfo'
        ? 0.93
        : 0.6;
    return PAGES.test(row) || OOM_ROW.test(row) ? 0.85 : 0;
  },

  facts: emitFacts,

  state(part) {
    const figures = new Map(figuresOf(part).map(({ fact, value }) => [fact, value]));
    const say = (fact: FactName, words: string) => {
      const value = figures.get(fact);
      return value === undefined ? [] : [`${sayBytes(value)} ${words}`];
    };
    const swap = figures.get('swap.total') === 0 ? ['no swap'] : say('swap.total', 'swap');
    const said = [
      ...say('memory.total', 'RAM'),
      ...say('memory.available', 'available'),
      ...say('memory.page_cache', 'page cache'),
      ...swap,
    ];
    return said.length === 0 ? undefined : said.join(', ');
  },
};
