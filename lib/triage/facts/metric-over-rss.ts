/**
 * The memory that a metric counts for a container beside what its processes use: kubectl top, docker and crictl
 * stats, the working set or usage of a cgroup, an eviction, over rss by ps, by the cgroup, by the same metrics.
 */

import { bareCount, clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { bytes } from '../formats/quantity';
import type { Line } from '../read/line';

const SIZE = String.raw`(\d{1,15}(?:\.\d{1,12})?(?:e\+?\d{1,2})?)\s?([KMGT]i?B?|B)?\b`;
const VALUE = String.raw`["']?(?:\{([^}]{0,500})\})?["']?\s{0,40}[:=|]?\s{0,40}(?:\{\s{0,8}"value":\s{0,8})?"?${SIZE}`;

/** What counts the file cache along. */
const COUNTED: readonly RegExp[] = [
  // container_memory_working_set_bytes{pod="cart-0"} 1.461e+09      "workingSetBytes": 28651200512
  new RegExp(
    String.raw`\b(?:container_memory_(?:working_set|usage)_bytes|workingSetBytes|usageBytes|memory\.usage_in_bytes|memory\.current|working[ _]set)\b${VALUE}`,
  ),
  // cart-0   [cart]   9m   1394Mi
  new RegExp(String.raw`^\s*[\w{}.-]{1,253}()\s+(?:[\w-]{1,60}\s+)?\d{1,7}m\s+(\d{1,7})(Mi|Gi)\s*$`),
  // 9c1f40be77d2   cart   0.41%   1.36GiB / 1.5GiB
  /^\s*[0-9a-f]{12}\s+\S+()\s+[\d.]+%\s+(\d+(?:\.\d+)?)\s?([KMG]i?B) \/ /,
  // Container worker was using 9822716Ki, request is 512Mi
  /\bwas using ()(\d{1,12})([KMG]i)\b/,
];
/** What does not. */
const USED = new RegExp(
  String.raw`(?:^|[\s"'{,])(?:container_memory_rss|rssBytes|total_rss|rss|anon)${VALUE}`,
);
// crictl stats -o json breaks the line:      "rssBytes": {      "value": "41881600"
const OPENED = /"(\w{3,20}Bytes)": \{\s*$/;
const INNER = /^\s*"value": "(\d{1,15})"/;
// VmRSS:	   84120 kB, of the process that is the container
const RESIDENT = /^VmRSS:\s{1,40}(\d{1,12} kB)/;
/** The largest come first, or all processes of one container. */
const SORTED = /--sort[= ]-(?:rss|%mem|pmem)|sort\s.*-\w*n\w*r|sort\s.*-\w*r\w*n/;
const INSIDE = /\b(?:kubectl|docker|podman|crictl|nerdctl)\s[^|]*\bexec\b[^|]*$/;
/** Rows of a listing inside one container; a node has more. */
const MOST = 60;

interface Figure {
  bytes: number;
  pod: string;
  line: Line;
}

/** Emits the figure over the memory of the processes, where both are shown for one container. */
export function emitMetricOverRss(parts: readonly PartView[], emit: Emit): void {
  const counted: Figure[] = [];
  const used: Figure[] = [];
  for (const part of parts) {
    let asked = part.command;
    let opened = '';
    for (const { line } of part.lines) {
      const inner = opened ? INNER.exec(line.text)?.[1] : undefined;
      const text = inner ? `"${opened}": ${inner}` : clip(line.text);
      opened = OPENED.exec(text)?.[1] ?? '';
      if (/memory\.(?:usage_in_bytes|current)\b/.test(text)) asked = text;
      for (const pattern of COUNTED) add(counted, pattern.exec(text), line);
      add(used, USED.exec(text), line);
      const bare = bareCount(text);
      if (bare !== undefined && bare > 1e6 && /memory\.(?:usage_in_bytes|current)\b/.test(asked ?? ''))
        counted.push({ bytes: bare, pod: '', line });
    }
  }
  const pods = new Set(counted.map(({ pod }) => pod));
  const listed = pods.size === 1 && used.length === 0 ? listedRss(parts) : undefined;
  for (const pod of pods) {
    const most = largest(counted, pod);
    const rss = largest(used, pod)?.bytes ?? listed;
    // Two pods without names cannot be told apart.
    const one = pod !== '' || counted.filter((figure) => figure.pod === '').length === 1 || used.length > 0;
    if (!most || !rss || !one) continue;
    emit('memory.metric_over_rss', Math.round((most.bytes / rss) * 100) / 100, most.line, pod || undefined);
  }
}

function add(to: Figure[], found: RegExpExecArray | null, line: Line): void {
  if (!found) return;
  const [, labels, amount = '', unit = ''] = found;
  const value = amount.includes('e') ? Number(amount) : bytes(amount + unit);
  const pod = /\bpod="([^"]{1,253})"/.exec(labels ?? '')?.[1] ?? '';
  // Smaller figures are percentages, and containers that nobody worries about.
  if (value !== undefined && value > 1e6) to.push({ bytes: value, pod, line });
}

function largest(figures: readonly Figure[], pod: string): Figure | undefined {
  const own = figures.filter((figure) => figure.pod === pod);
  return own.sort((a, b) => b.bytes - a.bytes)[0];
}

/** Sum of RSS of a listing that shows one container, or the largest processes of a node. */
function listedRss(parts: readonly PartView[]): number | undefined {
  let header: string[] | undefined;
  let rows = 0;
  let rss = 0;
  let whole = false;
  for (const part of parts) {
    const command = clip(part.command ?? '');
    whole ||= SORTED.test(command) || INSIDE.test(command);
    for (const { line } of part.lines) {
      const resident = RESIDENT.exec(line.text)?.[1];
      if (resident && /\/proc\/1\/status/.test(command)) return bytes(resident);
      const cells = clip(line.text).trim().split(/\s+/);
      if (/^[A-Z%]/.test(cells[0] ?? '') && cells.includes('RSS')) header = cells;
      else if (header && cells.length >= header.length - 1) {
        const value = Number(cells[header.indexOf('RSS')]);
        if (!Number.isInteger(value)) continue;
        rows++;
        rss += value * 1024;
        whole ||= cells[header.indexOf('PID')] === '1';
      }
    }
  }
  return whole && rows > 0 && rows <= MOST && rss > 0 ? rss : undefined;
}
