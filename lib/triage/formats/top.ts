/** top in batch or on screen, busybox top, uptime, and the header lines of atop. */

import { clip, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import { bytes } from './quantity';
import type { FactName } from '../facts/vocabulary';

/** A figure of a header line: which fact, in which column, in which unit. */
interface Figure {
  fact: FactName;
  /** The figure stands in group 1. */
  pattern: RegExp;
  /** Set on sizes: the unit of a bare number. */
  unit?: (text: string) => number;
}

/** `KiB Mem :` names its unit; old `Mem:  16326820k total` carries it in the figure. */
const named = (text: string) =>
  ({ M: 1024 ** 2, G: 1024 ** 3 })[/^\s*([MG])iB/.exec(text)?.[1] ?? ''] ?? 1024;

const HEADS: { pattern: RegExp; figures: Figure[] }[] = [
  {
    // top - 11:50:54 up 17 min,  1 user,  load average: 10.74, 11.00, 6.96
    pattern: /^\s*(?:top - )?\d\d:\d\d:\d\d up .{0,80}load average:/,
    figures: [{ fact: 'top.load1', pattern: /load average: (\d+[.,]\d+)/ }],
  },
  {
    // %Cpu(s):  0.3 us, 12.9 sy,  0.0 ni,  3.1 id, 64.8 wa       Cpu(s):  0.3%us, 12.9%sy, … 64.8%wa       %Cpu0  : 1.0 us
    pattern: /^\s*%?Cpu\(s\):|^\s*%Cpu\d+ *:/,
    figures: [
      { fact: 'top.system', pattern: /([\d.]+)\s?%?\s?sy/ },
      { fact: 'top.iowait', pattern: /([\d.]+)\s?%?\s?wa/ },
    ],
  },
  {
    // CPU:   5% usr  10% sys   0% nic  25% idle  60% io   0% irq   0% sirq
    pattern: /^\s*CPU:\s+[\d.]+% usr/,
    figures: [
      { fact: 'top.system', pattern: /([\d.]+)% sys/ },
      { fact: 'top.iowait', pattern: /([\d.]+)% io/ },
    ],
  },
  {
    // KiB Mem :  1015368 total,    65532 free,   851408 used,    98428 buff/cache
    pattern: /^\s*(?:[KMG]iB )?Mem ?:\s+[\d.]+[kmgKMG]?\s+total,/,
    figures: [
      { fact: 'memory.total', pattern: /([\d.]+[kmgKMG]?)\s+total/, unit: named },
      { fact: 'memory.page_cache', pattern: /([\d.]+[kmgKMG]?)\s+buff\/cache/, unit: named },
    ],
  },
  {
    // KiB Swap:        0 total,        0 free,        0 used.    24816 avail Mem
    pattern: /^\s*(?:[KMG]iB )?Swap ?:\s+[\d.]+[kmgKMG]?\s+total,/,
    figures: [
      { fact: 'swap.total', pattern: /([\d.]+[kmgKMG]?)\s+total/, unit: named },
      { fact: 'memory.available', pattern: /([\d.]+[kmgKMG]?)\s+avail Mem/, unit: named },
      // Old top prints the page cache at the end of the swap line.
      { fact: 'memory.page_cache', pattern: /([\d.]+[kmgKMG]?)\s+cached/, unit: named },
    ],
  },
  {
    // CPL | avg1   12.33 | avg5   10.21 | avg15    6.10 | csw  2061892 | intr  881293 | numcpu     4 |
    pattern: /^\s*CPL \| ?avg1/,
    figures: [{ fact: 'top.load1', pattern: /avg1\s+([\d.]+)/ }],
  },
  {
    // CPU | sys      98% | user     12% | irq       4% | idle      0% | wait    286% |
    pattern: /^\s*CPU \| ?sys/,
    figures: [
      { fact: 'top.system', pattern: /sys\s+([\d.]+)%/ },
      { fact: 'top.iowait', pattern: /wait\s+([\d.]+)%/ },
    ],
  },
  {
    // MEM | tot    15.6G | free  112.3M | cache  98.1M | buff    0.2M | slab  201.7M |
    pattern: /^\s*MEM \| ?tot/,
    figures: [
      { fact: 'memory.total', pattern: /tot\s+([\d.]+[KMGT]?)/, unit: () => 1 },
      { fact: 'memory.page_cache', pattern: /cache\s+([\d.]+[KMGT]?)/, unit: () => 1 },
    ],
  },
  {
    // SWP | tot     0.0M | free    0.0M |              | vmcom  14.1G | vmlim   7.8G |
    pattern: /^\s*SWP \| ?tot/,
    figures: [{ fact: 'swap.total', pattern: /tot\s+([\d.]+[KMGT]?)/, unit: () => 1 }],
  },
];

const OTHER_HEADS =
  /^\s*(?:Tasks:\s+\d+ total|Threads:\s+\d+ total|ATOP - |(?:PRC|PAG|DSK|LVM|NET|cpu|PSI) \| |Mem: \d+K used, \d+K free)/;
const TABLE =
  /^\s*PID\s+USER\s+PR\s+NI\s+VIRT|^\s*PID\s+PPID\s+USER\s+STAT\s+VSZ\s+%VSZ|^\s*PID\s+(?:TID\s+)?(?:RUID\s+EUID\s+)?SYSCPU\s+USRCPU/;

//    35 root      20   0       0      0      0 R  13.4  0.0   2:04.26 kswapd0
const ROW =
  /^\s*\d+\s+\S+\s+(?:-?\d+|rt)\s+-?\d+\s+[\d.]+[kmgt]?\s+[\d.]+[kmgt]?\s+[\d.]+[kmgt]?\s+([DRSTtWXZI])\s+([\d.]+)\s+[\d.]+\s+[\d:.]+\s+(\S.*)$/;
//   35   9.55s   0.00s   0K   0K   0K   0K  --  -  R   0  96%  kswapd0
const ATOP_ROW = /^\s*\d+\s+[\d.]+[smhd].*\s([\d.]+)%\s+(\S.*?)\s*$/;

const PROCESSES: [RegExp, FactName][] = [
  [/^\[?kswapd\d/, 'top.kswapd_cpu'],
  [/^(?:\S*\/)?kubelet\b/, 'top.kubelet_cpu'],
];

interface Process {
  cpu: number;
  command: string;
}

function processOf(text: string): Process | undefined {
  const row = ROW.exec(text);
  if (row) return { cpu: Number(row[2]), command: row[3] ?? '' };
  const atop = ATOP_ROW.exec(text);
  return atop ? { cpu: Number(atop[1]), command: atop[2] ?? '' } : undefined;
}

/** Facts of one line: figures of a header, or the CPU of a process that matters. */
function figuresOf(text: string): { fact: FactName; value: number }[] {
  const head = HEADS.find(({ pattern }) => pattern.test(text));
  if (head) {
    return head.figures.flatMap(({ fact, pattern, unit }) => {
      const cell = pattern.exec(text)?.[1];
      const value =
        cell === undefined ? undefined : unit ? bytes(cell, unit(text)) : Number(cell.replace(',', '.'));
      return value === undefined || Number.isNaN(value) ? [] : [{ fact, value }];
    });
  }
  const process = processOf(text);
  const known = process && PROCESSES.find(([pattern]) => pattern.test(process.command));
  return process && known ? [{ fact: known[1], value: process.cpu }] : [];
}

function emitFacts(part: PartView, emit: Emit): void {
  for (const { line, text } of tableLines(part)) {
    for (const { fact, value } of figuresOf(text)) emit(fact, value, line);
  }
}

export const top: Format = {
  id: 'top',
  starts: '%ACDGKLMNPSTct0123456789',
  opens: (text) => /^\s*(?:top - \d|ATOP - )/.test(clip(text)),

  line(text, context) {
    const row = clip(text);
    if (TABLE.test(row)) return 0.97;
    if (OTHER_HEADS.test(row) || HEADS.some(({ pattern }) => pattern.test(row))) return 0.93;
    if (ROW.test(row)) return 0.92;
    return context.previous === 'top' && ATOP_ROW.test(row) ? 0.85 : 0;
  },

  facts: emitFacts,

  state(part) {
    const figures = new Map<string, number>();
    let busiest: Process | undefined;
    for (const { text } of tableLines(part)) {
      for (const { fact, value } of figuresOf(text)) figures.set(fact, value);
      const process = processOf(text);
      if (process && process.cpu > (busiest?.cpu ?? 0)) busiest = process;
    }
    const said = [
      ['top.load1', 'load', ''],
      ['top.iowait', 'waiting for I/O', ' %'],
      ['top.system', 'in the kernel', ' %'],
    ].flatMap(([fact = '', words, unit]) =>
      figures.has(fact) ? [`${words} ${figures.get(fact)}${unit}`] : [],
    );
    if (figures.get('swap.total') === 0) said.push('no swap');
    if (busiest) said.push(`busiest ${busiest.command.trim().slice(0, 60)} (${busiest.cpu} %)`);
    const sentence = said.join(', ');
    return sentence === '' ? undefined : sentence[0]?.toUpperCase() + sentence.slice(1);
  },
};
