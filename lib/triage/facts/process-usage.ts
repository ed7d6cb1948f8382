/**
 * CPU and memory of programs that matter, from whatever shows them: top, ps, pidstat, kubectl top, docker and crictl
 * stats, samples of Prometheus.
 */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { bytes } from '../formats/quantity';

interface Usage {
  name: string;
  /** Percent of one CPU. */
  cpu?: number;
  /** Resident bytes, or what a cgroup counts. */
  memory?: number;
}

/** Group names: `name`, `cpu` in percent, `milli` in thousandths of a CPU, `size` with its unit, `kib`. */
const SHAPES: readonly RegExp[] = [
  //  2214 root      20   0 13.420g 0.0118t  48312 S  96.7 75.4   4112:09 kube-apiserver
  /^\s*\d+\s+\S+\s+(?:-?\d+|rt)\s+-?\d+\s+[\d.]+[kmgt]?\s+(?:(?<size>[\d.]+[mgt])|(?<kib>\d+))\s+[\d.]+[kmgt]?\s+[DRSTtWXZI]\s+(?<cpu>[\d.]+)\s+[\d.]+\s+[\d:.]+\s+(?<name>\S.*)$/,
  // root      4021 61.4 43.2 15218804 14218804 ?   Ssl  Nov20 9120:41 kube-apiserver --advertise-address=…
  /^\s*[\w.+-]+\s+\d+\s+(?<cpu>\d+(?:\.\d+)?)\s+\d+(?:\.\d+)?\s+\d+\s+(?<kib>\d+)\s+\S+\s+[DRSTtWXZI][<NLsl+]*\s+\S+\s+[\d:-]+\s+(?<name>\S.*)$/,
  // kube-system   kube-apiserver-master-1   [kube-apiserver]   1412m   13187Mi
  /^\s*(?<name>[a-z][\w.-]*(?:\s+[a-z][\w.-]*){0,2})\s+(?<milli>\d+)m\s+(?:\d+%\s+)?(?<size>\d+[KMG]i)\s*(?:\d+%\s*)?$/,
  // 5d2f0c7e9b1a   k8s_kube-apiserver_…   61.40%   12.6GiB / 15.5GiB   81.3%   0B / 0B
  /^\s*[0-9a-f]{12,13}\s+(?<name>\S+)\s+(?<cpu>[\d.]+)%\s+(?<size>[\d.]+\s?[KMGT]?i?B) \/ /,
  // 5d2f0c7e9b1a4   kube-apiserver   61.40   13.6GB   122.9kB   21
  /^\s*[0-9a-f]{13}\s+(?<name>[a-z]\S*)\s+(?<cpu>[\d.]+)\s+(?<size>[\d.]+[kKMGT]?B)\s+[\d.]+[kKMGT]?B\s+\d+/,
  // 10:14:09 AM     0      3188   61.00   91.40    0.00    0.00  152.40     5  kube-proxy
  /^\s*(?:\d\d:\d\d:\d\d\s+(?:[AP]M\s+)?|Average:\s+)\d+\s+\d+\s+[\d.]+\s+[\d.]+\s+[\d.]+\s+(?:[\d.]+\s+)?(?<cpu>[\d.]+)\s+[\d-]+\s+(?<name>\S+)\s*$/,
  // process_resident_memory_bytes{job="apiserver",instance="10.2.0.11:6443"} 1.3791092736e+10
  /^\s*(?:process_resident_memory_bytes|container_memory_(?:working_set_bytes|rss))\{(?<name>[^}]{0,500})\}\s+(?<bytes>[\d.]+(?:e\+?\d+)?)(?:\s+\d+)?\s*$/,
];

/** A CPU profile says what share of the time its program ran: File: kube-proxy … Total samples = 38.62s (128.27%) */
const PROFILED = /^\s*File: (\S+)\s*$/;
const SAMPLED = /^\s*Duration: \S+, Total samples = \S+ \((\d+(?:\.\d+)?)%\)/;

/** A row of `ps -o`: which cell is which, by the header. */
interface Header {
  cpu: number;
  rss: number;
  name: number;
  cells: number;
}

const PROGRAMS: readonly { name: RegExp; emit(usage: Usage, ...to: [Emit, Parameters<Emit>[2]]): void }[] = [
  {
    // top cuts names: kube-apiser+, kube-apise+
    name: /(?:^|[^a-z0-9-])kube-?apise|hyperkube\W+(?:kube-)?apiserver|["=]apiserver\b/,
    emit({ memory }, emit, line) {
      if (memory !== undefined) emit('apiserver.memory', memory, line);
    },
  },
  {
    name: /(?:^|[^a-z0-9-])kube-proxy\b|hyperkube\W+(?:kube-)?proxy\b/,
    emit({ cpu, name }, emit, line) {
      const pod = /(?:^|\s)(kube-proxy-[\w-]+)/.exec(name)?.[1];
      if (cpu !== undefined) emit('top.kube_proxy_cpu', cpu, line, pod);
    },
  },
];

/** Emits what each program that matters uses. */
export function emitProcessUsage(parts: readonly PartView[], emit: Emit): void {
  let profiled = false;
  for (const part of parts) {
    let header: Header | undefined;
    for (const { line } of part.lines) {
      const text = clip(line.text);
      header = headerOf(text) ?? header;
      const program = PROGRAMS.find(({ name }) => name.test(text));
      const profile = PROFILED.exec(text);
      if (profile) profiled = profile[1] === 'kube-proxy';
      const sampled = profiled ? SAMPLED.exec(text)?.[1] : undefined;
      if (sampled !== undefined) emit('top.kube_proxy_cpu', Number(sampled), line);
      const usage = program && (bySamples(text) ?? byHeader(text, header));
      if (usage && program.name.test(usage.name)) program.emit(usage, emit, line);
    }
  }
}

function bySamples(text: string): Usage | undefined {
  for (const shape of SHAPES) {
    const groups = shape.exec(text)?.groups;
    if (!groups) continue;
    const { name = '', cpu, milli, size, kib } = groups;
    const memory = size
      ? bytes(size)
      : kib
        ? Number(kib) * 1024
        : groups.bytes
          ? Number(groups.bytes)
          : undefined;
    return { name, cpu: cpu ? Number(cpu) : milli ? Number(milli) / 10 : undefined, memory };
  }
  return undefined;
}

//    PID    RSS %CPU COMMAND
function headerOf(text: string): Header | undefined {
  if (!/^\s*[%A-Z]/.test(text) || !/\b(?:COMMAND|CMD|COMM)\s*$/.test(text)) return undefined;
  const names = text.trim().split(/\s+/);
  return {
    cpu: names.indexOf('%CPU'),
    rss: names.indexOf('RSS'),
    name: names.length - 1,
    cells: names.length,
  };
}

function byHeader(text: string, header: Header | undefined): Usage | undefined {
  if (!header) return undefined;
  const cells = text.trim().split(/\s+/);
  if (cells.length < header.cells) return undefined;
  const number = (at: number) =>
    at >= 0 && /^\d+(?:\.\d+)?$/.test(cells[at]!) ? Number(cells[at]) : undefined;
  const rss = number(header.rss);
  return {
    name: cells.slice(header.name).join(' '),
    cpu: number(header.cpu),
    memory: rss === undefined ? undefined : rss * 1024,
  };
}
