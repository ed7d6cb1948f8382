/** The kernel log: uptime stamps, `dmesg -T` stamps, the journal's kernel lines, and well-known lines without a stamp. */

import type { Format } from './format';
import { isHungTask } from './hung-task';
import { bodyStart, frameOf, isKernel, kernelTime } from './kernel-line';

/** Beginnings that only the kernel prints, for pastes that lost their stamps. */
const WORDS =
  /^\s{0,8}(?:INFO: rcu_|rcu: INFO:|rcu: |NMI watchdog: |watchdog: BUG:|BUG: (?:soft lockup|unable to handle|kernel NULL|workqueue lockup|Bad page)|Kernel panic - not syncing|Memory cgroup out of memory: Kill|Out of memory: Kill|Memory cgroup stats for |oom_reaper: |oom-kill:constraint=|SLUB: Unable to allocate|Call [Tt]race:|CPU: \d+ PID: \d+ Comm: |Hardware name: |Modules linked in: |Linux version \d|Command line: |nf_conntrack: |IPVS: |libceph: |rbd: rbd|ceph: |XFS \(|EXT4-fs |nfs: server |RIP: 00\d\d:|Code: [0-9a-f]{2} |sysrq: |SysRq : |unregister_netdevice: waiting|Task in \/\S+ killed as)/;
/** uwsgi invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=986 */
const INVOKED = /^[^\s"]{1,40} invoked oom-killer: gfp_mask=/;
/** 5193605.506728] Task in /kubepods/… killed as a result of limit: the first character was not copied. */
const CUT_STAMP = /^\s{0,6}\d{1,8}\.\d{6}\] /;

export const dmesg: Format = {
  id: 'dmesg',
  stream: true,
  line(text, context, line) {
    if (isHungTask(text, context)) return 0;
    if (bodyStart(text) > 0 || isKernel(line)) return 0.97;
    if (line.envelope?.kind === 'journal') return 0;
    if (WORDS.test(text) || INVOKED.test(text)) return 0.85;
    if (CUT_STAMP.test(text)) return 0.85;
    const frame = context.previous === 'dmesg' ? frameOf(text) : undefined;
    return frame ? 0.9 : 0;
  },
  continues: (text) => /^\s/.test(text),
  time: kernelTime,
};
