/** Which kernel frames say nothing, which say what a task waits for, and where the telling one is. */

import { ANCHORS, type Anchor } from './generic-frames-anchors';
import type { Frame, Stack } from './parsed';

export { ANCHORS };

/** Entry, exit and scheduling: on every sleeping task's stack, whatever it waits for. */
export const GENERIC_FRAMES: readonly string[] = [
  // Entry into the kernel, and exit from it.
  'entry_SYSCALL_64*',
  'entry_SYSCALL_compat*',
  'entry_SYSENTER*',
  'entry_INT80*',
  'do_syscall_64',
  'do_syscall_x64',
  'x64_sys_call',
  'do_fast_syscall_32',
  'do_int80_syscall_32',
  'syscall_enter*',
  'system_call_fastpath',
  'system_call',
  'sysenter_*',
  'tracesys',
  'int_ret_from_sys_call',
  'int_signal',
  'stub_*',
  'exit_to_user*',
  'syscall_exit_to_user*',
  'syscall_return_slowpath',
  'prepare_exit_to_usermode',
  'do_notify_resume',
  'retint_signal',
  'el0_*',
  'el0t_64_*',
  'invoke_syscall*',
  'do_el0_svc',
  'ret_from_*',
  'ret_fast_syscall',
  'async_page_fault',
  'page_fault',
  'asm_*',
  '0x*',
  // Going to sleep.
  'schedule',
  '__schedule',
  'schedule_timeout*',
  'schedule_preempt_disabled',
  'schedule_hrtimeout*',
  'io_schedule*',
  'preempt_schedule*',
  '__cond_resched',
  '_cond_resched',
  'do_sched_yield',
  'bit_wait*',
  '__wait_on_bit*',
  'out_of_line_wait_on_bit*',
  'wait_on_bit*',
  'wait_woken',
  'prepare_to_wait*',
  'context_switch',
  '__switch_to*',
  'wait_for_completion*',
  'wait_for_common*',
  '__wait_for_common',
  'do_wait_for_common',
  'hrtimer_nanosleep',
  'do_nanosleep',
  // Kernel threads and bookkeeping.
  'kthread*',
  'worker_thread',
  'process_one_work',
  'process_scheduled_works',
  'rescuer_thread',
  'do_task_dead',
  'ktime_get*',
  'dump_stack*',
  'show_stack*',
  'sched_show_task',
];

const WORDS = new Set(GENERIC_FRAMES.filter((name) => !name.endsWith('*')));
const PREFIXES = GENERIC_FRAMES.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

/** Whether a normalised frame name says nothing about what a task waits for. */
export function isGeneric(name: string): boolean {
  return WORDS.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix));
}

/** The innermost frame that is not generic: the line of a stack that an expert reads first. */
export function deepestTelling(stack: Stack): Frame | undefined {
  return stack.frames.findLast((frame) => !isGeneric(frame.name));
}

/** What the task of a stack waits for, and the frame that says so; undefined when the table knows none of its frames. */
export function waitsFor(stack: Pick<Stack, 'frames'>): { frame: Frame; anchor: Anchor } | undefined {
  for (const anchor of ANCHORS) {
    const frame = stack.frames.findLast(({ name }) => anchor.match.some((match) => matches(name, match)));
    if (frame) return { frame, anchor };
  }
  return undefined;
}

function matches(name: string, match: string): boolean {
  return match.endsWith('*') ? name.startsWith(match.slice(0, -1)) : name === match;
}
