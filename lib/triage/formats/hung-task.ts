/** The hung-task report: its head, the state line, the call trace; and the blocked tasks of sysrq-w. */

import type { Format, LineContext } from './format';
import { bodyStart, frameOf, kernelTime } from './kernel-line';

/**
 * INFO: task mysqld:89749 blocked for more than 120 seconds.
 * INFO: task kworker/u8:1:42 blocked in I/O wait for more than 122 seconds.
 * sysrq: Show Blocked State
 */
const HEAD =
  /^(?:INFO: task .{1,80}:\d+ blocked (?:in I\/O wait )?for more than \d+ seconds|(?:sysrq: |SysRq : )Show Blocked State|task {20,}PC stack +pid father|Kernel panic - not syncing: hung_task|khungtaskd: )/;
/** "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message. */
const ADVICE = /^.?echo 0 > \/proc\/sys\/kernel\/hung_task_timeout_secs/;
/**
 * mysqld          D ffff98eb46579360     0 89749  60653 0x00000080
 * kworker/2:1     D    0  2695      2 0x80000000
 * task:containerd-shim state:D stack:    0 pid:662700 ppid:     1 flags:0x00004002
 */
const STATE =
  /^(?:task:\S.{0,40} state:D\b|\S.{0,40}?\s+D\s+(?:[0-9a-f]{8,16}\s+)?\d+\s+\d+\s+\d+ 0x[0-9a-f]{8})/;
/** What stands inside a report besides frames. */
const INSIDE =
  /^(?:Not tainted |Tainted: |Call [Tt]race:|<\/?(?:TASK|IRQ|NMI)>|Workqueue: |R(?:IP|SP|AX|BX|CX|DX|BP|SI|DI|\d\d): |Code: |Sched Debug|CPU: \d+ PID: \d+ |Hardware name: |INFO: lockdep is turned off|Future hung task reports)/;

/** First characters of the two above; the quotation mark may be a curly one. */
const FIRST = /^[ITSKsk"“te]/;

/** The line that names a report's task; stacks are cut and named at it. */
export function isReportHead(body: string): boolean {
  return HEAD.test(body);
}

export function isHungTask(text: string, context: LineContext): boolean {
  const from = bodyStart(text);
  const body = (
    from > 0 ? text.slice(from, from + 160) : text.length > 160 ? text.slice(0, 160) : text
  ).trimStart();
  if (
    context.previous === 'hung-task' &&
    (body.includes('+0x') ? frameOf(text) !== undefined : INSIDE.test(body))
  )
    return true;
  if (FIRST.test(body) && (HEAD.test(body) || ADVICE.test(body))) return true;
  if ((body.startsWith('task:') || body.includes(' D ')) && STATE.test(body)) return true;
  return context.previous === 'hung-task' && frameOf(text) !== undefined;
}

export const hungTask: Format = {
  id: 'hung-task',
  stream: true,
  line: (text, context) => (isHungTask(text, context) ? 0.98 : 0),
  time: kernelTime,
};
