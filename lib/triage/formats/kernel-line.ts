/** What kernel log lines are made of: the stamp in front, and the frames of a call trace. */

import type { Line } from '../read/line';
import type { Time } from '../time';
import { envelopeTime, humanTime, uptimeTime } from './times';

/**
 * Where the message of a kernel line begins: behind `<4>`, `[77374.598482]` or `[Wed Dec 20 15:18:39 2020]`
 * and the caller id `[  T123]` of CONFIG_PRINTK_CALLER. 0 when there is no stamp.
 */
export function bodyStart(text: string): number {
  let at = 0;
  if (text.charCodeAt(0) === 60) {
    const close = text.indexOf('>');
    if (close < 2 || close > 4) return 0;
    at = close + 1;
  }
  const end = stampEnd(text, at);
  if (end === 0) return 0;
  const caller = text.charCodeAt(end) === 91 ? CALLER.exec(text.slice(end, end + 14)) : null;
  return end + (caller ? caller[0].length : 0);
}

const CALLER = /^\[ *[TC]\d+\]/;
const HUMAN = /^\[\S{1,5} +\S{1,6} +\d{1,2} \d\d:\d\d:\d\d \d{4}\]/;

/** The place behind the stamp's bracket, or 0. Read by hand: this runs on every line of a kernel log. */
function stampEnd(text: string, from: number): number {
  if (text.charCodeAt(from) !== 91) return 0;
  let at = from + 1;
  while (text.charCodeAt(at) === 32 && at < from + 12) at++;
  let dots = 0;
  const first = at;
  for (; at < from + 24; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) dots++;
    else if (!(code >= 48 && code <= 57)) break;
  }
  if (text.charCodeAt(at) === 93 && dots === 1 && at > first + 3) return at + 1;
  const human = from === 0 ? HUMAN.exec(text.slice(0, 40)) : null;
  return human ? human[0].length : 0;
}

/** The message behind the stamp, without the spaces that traces are indented with. */
export function kernelBody(text: string): string {
  return text.slice(bodyStart(text)).trimStart();
}

export function isKernel(line: Line): boolean {
  return line.envelope?.process === 'kernel';
}

export function kernelTime(text: string, line: Line): Time | undefined {
  const start = text.charCodeAt(0) === 60 ? text.indexOf('>') + 1 : 0;
  if (stampEnd(text, start) > 0) return uptimeTime(text, start + 1) ?? humanTime(text);
  return envelopeTime(line);
}

export interface TraceFrame {
  /** As printed, without offset and module: `SyS_wait4`, `xlog_sync.isra.3`; an address where no symbol is known. */
  symbol: string;
  /** Where the symbol stands in the text. */
  start: number;
  /** Marked `?`: left on the stack by an earlier call, no part of the chain. */
  unreliable: boolean;
  /** Printed behind an address in angle brackets, as /proc/PID/stack and kernels before 4.10 do. */
  address: boolean;
}

/**
 *  [<ffffffffb429ca32>] ? blk_mq_run_hw_queue+0x57/0x110
 *  __schedule+0x24e/0x880
 *  ? xlog_sync+0x2d5/0x3c0 [xfs]
 *  [<ffffffffb4e69138>] bit_wait_io+0x11/        (the paste was cut)
 */
const FRAME =
  /^\s{0,12}(?:\[<([0-9a-fA-F]{1,16})>\]\s{0,4})?(\?\s{1,3})?([A-Za-z_$.][\w.$]{0,120}|0x[0-9a-f]{8,16})(\+(?:0x?)?[0-9a-f]{0,8}(?:\/[0-9a-fx]{0,10})?)?(?:\s\[[^\]]{0,80}\]?)?\s{0,8}$/;

export function frameOf(text: string): TraceFrame | undefined {
  if (text.length > 300) return undefined;
  const from = bodyStart(text);
  const found = FRAME.exec(from === 0 ? text : text.slice(from));
  if (!found) return undefined;
  const address = found[1] !== undefined;
  // A bare word is no frame: either the address or the offset must be there.
  if (!address && (found[4] === undefined || found[4].length < 4)) return undefined;
  const symbol = found[3]!;
  const start = text.indexOf(symbol, from + (address ? found[0].indexOf('>]') + 2 : 0));
  return { symbol, start, unreliable: found[2] !== undefined, address };
}
