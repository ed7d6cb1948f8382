/** Memory figures of an out-of-memory report, wherever the kernel's lines were logged. */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { fileShare } from '../formats/memory-stat';
import { oomFigures } from '../formats/meminfo';
import type { FactName } from './vocabulary';
import type { FormatId } from '../formats/ids';
import type { Line } from '../read/line';

const KERNEL: readonly FormatId[] = ['dmesg', 'hung-task', 'journal', 'plain'];
/** Lines of a v2 report behind its head. */
const REPORT = 60;

// Memory cgroup stats for /kubepods/podb21f6bc5: cache:507172KB rss:448KB … inactive_file:253596KB active_file:253592KB
const HEAD = /Memory cgroup stats(?: for (\S{1,500}?))?:(?:\s(.*))?$/;
const FACT: Record<string, FactName> = {
  cache: 'cgroup.memory.cache',
  file: 'cgroup.memory.cache',
  rss: 'cgroup.memory.anon',
  anon: 'cgroup.memory.anon',
  inactive_file: 'cgroup.memory.inactive_file',
  active_file: 'cgroup.memory.active_file',
};

interface Report {
  cgroup?: string;
  line: Line;
  /** The end of a v1 report that the terminal broke, without the rest of its number. */
  open?: string;
  found: Map<FactName, number>;
  left: number;
}

/** Emits `cgroup.memory.*` of each report and the machine's figures of Mem-Info. */
export function emitKernelMemory(parts: readonly PartView[], emit: Emit): void {
  for (const part of parts) {
    if (KERNEL.includes(part.format)) emitPart(part, emit);
  }
}

function emitPart(part: PartView, emit: Emit): void {
  let report: Report | undefined;
  const add = (key: string, value: number, line: Line) => {
    const fact = Object.hasOwn(FACT, key) ? FACT[key] : undefined;
    if (!report || !fact || report.found.has(fact)) return;
    report.found.set(fact, value);
    emit(fact, value, line, report.cgroup);
    const share = fileShare(report.found.get('cgroup.memory.cache'), report.found.get('cgroup.memory.anon'));
    const whole = report.found.size > 1 && (fact === 'cgroup.memory.cache' || fact === 'cgroup.memory.anon');
    if (share !== undefined && whole) emit('cgroup.memory.file_share', share, report.line, report.cgroup);
  };
  const pairs = (text: string, line: Line) => {
    for (const [, key, value] of text.matchAll(/\b(\w{2,20}):(\d{1,15})KB/g))
      add(key ?? '', Number(value) * 1024, line);
    if (report) report.open = /\S+:\d+KB\s*$/.test(text) ? undefined : /\S*$/.exec(text)?.[0];
  };
  for (const { line } of part.lines) {
    const text = clip(line.text);
    const head = text.includes('Memory cgroup stats') ? HEAD.exec(text) : null;
    if (head) {
      report = { cgroup: head[1], line, found: new Map(), left: REPORT };
      pairs(head[2] ?? '', line);
    } else if (report?.open !== undefined && /^\S*\s*\w+:\d+KB|^\d*KB/.test(text))
      pairs(report.open + text, line);
    else if (report && report.left-- > 0) {
      const row = /(?:^|[\]:]\s)\s*([a-z_]{2,30}) (\d{1,18})\s*$/.exec(text);
      if (row) add(row[1] ?? '', Number(row[2]), line);
    }
    if (/page|swap/i.test(text) || text.includes('active_file:')) {
      for (const { fact, value } of oomFigures(text)) emit(fact, value, line);
    }
  }
}
