/**
 * Second look at log lines that do not say whose they are: klog from files that several programs
 * share, logrus that may be dockerd's or containerd's. Their neighbours know.
 */

import { klogHead } from './formats/klog';
import type { FormatId } from './formats/ids';
import type { Mark } from './parts-classify';
import type { Doc } from './read/line';

/** Programs in containers have small process ids, and many of them the same one. */
const SHARED_PID = 30;

export function refine(doc: Doc, marks: Mark[]): void {
  klogByPid(doc, marks);
  nearestRuntime(doc, marks);
}

/** A klog line belongs to the kubelet when a sure kubelet line has its process id. */
function klogByPid(doc: Doc, marks: Mark[]): void {
  const kubelets = new Set<number>();
  let open = false;
  for (const [at, mark] of marks.entries()) {
    if (mark.format === 'klog') open = true;
    if (mark.format !== 'kubelet-log' || kubelets.size > 100) continue;
    const head = klogHead(doc.lines[at]!.text);
    if (head && head.pid > SHARED_PID) kubelets.add(head.pid);
  }
  if (!open || kubelets.size === 0) return;
  for (const [at, mark] of marks.entries()) {
    if (mark.format !== 'klog' || doc.lines[at]!.envelope?.process) continue;
    const head = klogHead(doc.lines[at]!.text);
    if (head && kubelets.has(head.pid)) mark.format = 'kubelet-log';
  }
}

const RUNTIMES: readonly (FormatId | undefined)[] = ['docker-log', 'containerd-log'];

/** A logrus line without a name is its nearest runtime neighbour's, unless a command stands between. */
function nearestRuntime(doc: Doc, marks: Mark[]): void {
  const formats = new Set(marks.map((mark) => mark.format));
  if (!formats.has('logfmt') || !RUNTIMES.some((runtime) => formats.has(runtime))) return;
  fill(doc, marks, marks.keys());
  fill(doc, marks, Array.from(marks.keys()).reverse());
}

function fill(doc: Doc, marks: Mark[], order: Iterable<number>): void {
  let runtime: FormatId | undefined;
  for (const at of order) {
    const mark = marks[at]!;
    if (mark.format === 'shell') runtime = undefined;
    else if (RUNTIMES.includes(mark.format))
      runtime = doc.lines[at]!.envelope?.process ? undefined : mark.format;
    else if (runtime && mark.format === 'logfmt' && isLogrus(doc, at)) mark.format = runtime;
  }
}

/** time="2021-06-10T16:09:15.458629778+08:00" level=info msg=… — the text formatter's first two keys. */
function isLogrus(doc: Doc, at: number): boolean {
  const line = doc.lines[at]!;
  return line.envelope?.process === undefined && /^time="[^"]{10,40}" level=/.test(line.text);
}
