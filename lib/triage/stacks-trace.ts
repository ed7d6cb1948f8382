/** Who a call trace of the kernel log is about, and which lines belong to it. */

export interface Task {
  task?: string;
  pid?: number;
}

/** Each pattern's first group is the task, the second its process id. */
const TASKS: readonly RegExp[] = [
  // INFO: task kworker/2:1:2695 blocked for more than 120 seconds.
  /^INFO: task (.{1,80}):(\d{1,8}) blocked /,
  // task:containerd-shim state:D stack:    0 pid:662700 ppid:     1 flags:0x00004002
  /^task:(\S.{0,40}?)\s+state:\S+\s.{0,40}?\bpid:\s*(\d{1,8})\b/,
  // mysqld          D ffff98eb46579360     0 89749  60653 0x00000080
  /^(\S.{0,40}?)\s+[DRSTtZXI]\s+(?:[0-9a-f]{8,16}\s+)?\d+\s+(\d{1,8})\s+\d+ 0x[0-9a-f]{8}/,
  // watchdog: BUG: soft lockup - CPU#5 stuck for 23s! [kworker/u16:2:39]
  /soft lockup - CPU#\d+ stuck for \d+s! \[(.{1,40}):(\d{1,8})\]/,
];
/** CPU: 5 PID: 39 Comm: kworker/u16:2 Tainted: G             L  4.14.177-139.253.amzn2.x86_64 */
const CPU = /^CPU: \d+ (?:UID: \d+ )?PID: (\d{1,8}) Comm: (.{1,40}?)(?: (?:Not tainted|Tainted: |Kdump: )|$)/;

/** The task that this line names, if it heads a report. */
export function taskOf(body: string): Task | undefined {
  const cpu = CPU.exec(body);
  if (cpu) return { task: cpu[2]!, pid: Number(cpu[1]) };
  for (const pattern of TASKS) {
    const found = pattern.exec(body);
    if (found?.[1] !== undefined) return { task: found[1], pid: Number(found[2]) };
  }
  return undefined;
}

export const CALL_TRACE = /^Call [Tt]race:/;
/** Registers and stack marks stand between the frames of one trace. */
export const WITHIN =
  /^(?:<\/?(?:TASK|IRQ|NMI|EOI|SOFTIRQ|#DF|ENTRY_TRAMPOLINE)>|<<EOE>>|R(?:IP|SP|AX|BX|CX|DX|BP|SI|DI|\d\d): |Code: |[CDEFGS]S: |CR2: |ORIG_RAX: |EFLAGS: |Stack:|[0-9a-f]{16}(?: [0-9a-f]{16}){0,3}$)/;
