/** /proc/PID/stack, alone or many in a row. */

import type { Format } from './format';
import { frameOf, isKernel } from './kernel-line';

/**
 * == 291967
 * ==> /proc/291967/stack <==
 * /proc/291967/task/291970/stack:
 */
const SEPARATOR = /^(?:={2,}>?\s?(?:pid |PID )?\d{1,7}\b|(?:==> |-+ ?)?\/proc\/\d+\/(?:task\/\d+\/)?stack)/;
/** /proc/291967/stack:[<0>] do_wait+0x1d7/0x250, as grep over several files prints it. */
export const GREPPED = /^\/proc\/(\d{1,8})\/(?:task\/(\d{1,8})\/)?stack:(?=\s*\[<)/;
/** [<ffffffffa0072807>] do_wait+0x1d7/0x250 — [<0>] do_wait+0x1d7/0x250 */
const ADDRESSED = /^\s{0,8}\[<[0-9a-f]{1,16}>\]/;

export const procStack: Format = {
  id: 'proc-stack',
  line(text, context, line) {
    if (isKernel(line)) return 0;
    const code = text.charCodeAt(0);
    if (code === 47 && GREPPED.test(text)) return 0.97;
    if ((code === 61 || code === 45 || code === 47) && SEPARATOR.test(text)) {
      return context.previous === 'proc-stack' || context.command?.includes('/stack') ? 0.9 : 0.7;
    }
    const addressed = ADDRESSED.test(text);
    // A trace of the kernel log that lost its stamps goes on as what it began.
    const trace = context.previous === 'dmesg' || context.previous === 'hung-task';
    if (trace && !addressed) return 0;
    const frame = frameOf(text);
    if (!frame) return addressed ? 0.8 : 0;
    if (trace) return 0.8;
    return frame.address ? 0.97 : 0.85;
  },
};
