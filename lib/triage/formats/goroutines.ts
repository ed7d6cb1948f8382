/** Goroutine dumps: SIGQUIT, panics, /debug/pprof/goroutine?debug=2. */

import type { Format } from './format';

/** goroutine 115 [semacquire, 5611 minutes]: — goroutine 17 [syscall, locked to thread]: */
export const GOROUTINE = /^\s{0,8}goroutine (\d{1,9})(?: gp=\S+ m=\S+(?: mp=\S+)?)? \[([^\]]{1,80})\]:?/;
/** created by github.com/docker/docker/daemon.NewDaemon in goroutine 1 */
export const CREATED = /^\s{0,8}created by ([\w./*()·%@~-]{3,300}?)(?: in goroutine \d+)?$/;
/** \t/usr/local/go/src/runtime/sema.go:56 +0x3b */
const PLACE = /^\s{1,12}\/?[\w.@/~+%-]{1,400}\.(?:go|s):\d{1,6}(?: \+0x[0-9a-f]+)?(?: fp=.*)?$/;
/** github.com/docker/docker/daemon/exec.(*Store).List(0xc458049b90, 0x0) — runtime.main() /usr/local/go/… */
export const CALL =
  /^\s{0,8}((?:[\w.~%-]+\/){0,12}[\w~%-]+(?:\.(?:\(\*?[\w.[\]·]+\)|[\w·]+(?:\[\.\.\.\])?)){1,6}|panic)\((?:[^()]{0,400}|\{[^()]{0,400})\)?(?=$|\s| \/)/;
const AROUND =
  /^(?:SIG[A-Z]+: |PC=0x|rax |fatal error: |panic: |\s+panic: |runtime: |\[signal |\.\.\.(?:additional|\d+) frames elided|exit status \d)/;

export const goroutines: Format = {
  id: 'goroutines',
  starts: 'gcfprsSPCekvniomdblathu/[.',
  line(text, context) {
    const inside = context.previous === 'goroutines';
    if (GOROUTINE.test(text)) return 0.98;
    if (CREATED.test(text)) return 0.9;
    if (text.length > 900) return 0;
    if (PLACE.test(text)) return inside || text.includes(' +0x') ? 0.92 : 0.5;
    if (CALL.test(text)) return inside || / \+0x[0-9a-f]+ fp=0x/.test(text) ? 0.9 : 0;
    return AROUND.test(text) ? (inside ? 0.85 : 0.6) : 0;
  },
  opens: () => false,
};
