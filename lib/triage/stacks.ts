/** Call stacks of a paste: /proc/PID/stack, call traces of the kernel log, goroutines. */

import { CALL, CREATED, GOROUTINE } from './formats/goroutines';
import { frameOf, kernelBody } from './formats/kernel-line';
import type { FormatId } from './formats/ids';
import { GREPPED } from './formats/proc-stack';
import type { Frame, ParsedLine, Stack } from './parsed';
import { frameName, goName } from './stacks-frame';
import { CALL_TRACE, taskOf, WITHIN, type Task } from './stacks-trace';

/** A stack under construction: frames as printed, innermost first. */
interface Open extends Task {
  part: number;
  kind: Stack['kind'];
  frames: Frame[];
  /** The outermost frame was seen: the next frame begins another stack. */
  ended: boolean;
}

type Reader = (parsed: ParsedLine, at: number, open: Open, flush: () => void) => void;

const READERS: Partial<Record<FormatId, { kind: Stack['kind']; read: Reader }>> = {
  'proc-stack': { kind: 'proc', read: readProc },
  'hung-task': { kind: 'trace', read: readTrace },
  dmesg: { kind: 'trace', read: readTrace },
  goroutines: { kind: 'go', read: readGo },
};

/**
 * Stacks in the order in which they begin to end; frames outermost first. `commands[part]` is the shell
 * command in front of the part: `cat /proc/291967/stack` names the process. Stacks of interleaved
 * parts are kept apart. A stack that was cut keeps what it has.
 */
export function buildStacks(
  lines: readonly ParsedLine[],
  commands: readonly (string | undefined)[] = [],
): Stack[] {
  const stacks: Stack[] = [];
  const open = new Map<number, Open>();
  for (const [at, parsed] of lines.entries()) {
    const reader = READERS[parsed.format];
    if (!reader || parsed.line.text.length > 1000) continue;
    const { part } = parsed;
    let stack = open.get(part);
    if (!stack) {
      stack = { part, kind: reader.kind, frames: [], ended: false, ...named(commands[part]) };
      open.set(part, stack);
    }
    const current = stack;
    reader.read(parsed, at, current, () => close(current, stacks));
  }
  for (const stack of open.values()) close(stack, stacks);
  return stacks;
}

function close(open: Open, stacks: Stack[]): void {
  if (open.frames.length > 0) {
    const { part, kind, task, pid } = open;
    const stack: Stack = { part, kind, frames: open.frames.reverse() };
    if (task !== undefined) stack.task = task;
    if (pid !== undefined) stack.pid = pid;
    stacks.push(stack);
    open.task = open.pid = undefined;
  }
  open.frames = [];
  open.ended = false;
}

const PROC_PATH = /\/proc\/(\d{1,8})\/(?:task\/(\d{1,8})\/)?stack/g;

/** The process of `cat /proc/291967/stack`; nothing when the command reads several. */
function named(command: string | undefined): Task {
  const paths = [...(command ?? '').matchAll(PROC_PATH)];
  return paths.length === 1 ? { pid: Number(paths[0]![2] ?? paths[0]![1]) } : {};
}

/** == 291967, ==> /proc/291967/stack <==, == 291967 s6-sync */
const HEADING = /^={2,}>?\s?(?:pid )?(\d{1,8})\b\s*:?\s*([\w./:[\]-]{1,40})?/i;
const OUTERMOST =
  /^(?:entry_|ret_from_|system_call|stub_|tracesys|sysenter_|int_ret_from_sys_call|el0_|el0t_|ret_fast_syscall|kernel_thread|0x[0-9a-f]{6,}$)/;

/** Whether a stack is whole: this is where a task enters the kernel, or where a kernel thread begins. */
export function isOutermost(name: string): boolean {
  return OUTERMOST.test(name);
}

function readProc({ line }: ParsedLine, at: number, open: Open, flush: () => void): void {
  const { text } = line;
  const grepped = GREPPED.exec(text);
  if (grepped) {
    const pid = Number(grepped[2] ?? grepped[1]);
    if (open.pid !== pid || open.ended) flush();
    open.pid = pid;
  } else if (heads(text, open, flush)) return;
  const from = grepped ? grepped[0].length : 0;
  const frame = frameOf(text.slice(from));
  if (!frame) return;
  const start = from + frame.start;
  if (/^0x[fF]{8,}$/.test(frame.symbol)) {
    open.ended = open.frames.length > 0;
    return;
  }
  if (open.ended) flush();
  open.frames.push({ name: frameName(frame.symbol), at, start, end: start + frame.symbol.length });
  open.ended = OUTERMOST.test(frame.symbol);
}

/** Whether the line stands above a stack and names its process. */
function heads(text: string, open: Open, flush: () => void): boolean {
  const { pid } = named(text);
  const heading = pid === undefined ? HEADING.exec(text) : null;
  if (pid === undefined && !heading) return false;
  flush();
  open.pid = pid ?? Number(heading![1]);
  open.task = heading?.[2];
  return true;
}

/** A piece of every line that names a task; the patterns behind it are slower. */
const NAMES = /^(?:INFO: task |task:|CPU: )| stuck for | 0x[0-9a-f]{8}/;

function readTrace({ line }: ParsedLine, at: number, open: Open, flush: () => void): void {
  const { text } = line;
  const frame = text.includes('+0x') || text.includes('[<') ? frameOf(text) : undefined;
  if (frame) {
    if (frame.unreliable || frame.symbol.startsWith('0x')) return;
    open.frames.push({
      name: frameName(frame.symbol),
      at,
      start: frame.start,
      end: frame.start + frame.symbol.length,
    });
    return;
  }
  const body = kernelBody(text);
  if (WITHIN.test(body)) return;
  const traced = CALL_TRACE.test(body);
  if (open.frames.length > 0) flush();
  if (traced) return;
  const task = NAMES.test(body) ? taskOf(body) : undefined;
  if (task) Object.assign(open, task);
}

function readGo({ line }: ParsedLine, at: number, open: Open, flush: () => void): void {
  const { text } = line;
  const head = GOROUTINE.exec(text);
  if (head) {
    flush();
    open.task = `goroutine ${head[1]} [${head[2]}]`;
    return;
  }
  const symbol = (CREATED.exec(text) ?? CALL.exec(text))?.[1];
  if (symbol === undefined) return;
  const name = goName(symbol);
  const start = text.indexOf(symbol) + symbol.length - name.length;
  open.frames.push({ name, at, start, end: start + name.length });
}
