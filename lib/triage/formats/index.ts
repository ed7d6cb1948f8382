/**
 * All formats. Order matters twice: at equal confidence the earlier wins, and each is asked in turn.
 * So the special stands before the general: a kubelet line is also klog, a hung-task report is also
 * kernel log, anything may stand in a journal, and `plain` is what is left.
 */

import type { Format } from './format';
import type { FormatId } from './ids';
import { conntrackStat } from './conntrack-stat';
import { containerdLog } from './containerd-log';
import { dmesg } from './dmesg';
import { dockerLog } from './docker-log';
import { events } from './events';
import { goroutines } from './goroutines';
import { hungTask } from './hung-task';
import { ipvsadm } from './ipvsadm';
import { journal } from './journal';
import { jsonLog } from './json-log';
import { klog } from './klog';
import { kubectlDescribe } from './kubectl-describe';
import { kubectlGet } from './kubectl-get';
import { kubeletLog } from './kubelet-log';
import { logfmt } from './logfmt';
import { manifest } from './manifest';
import { meminfo } from './meminfo';
import { memoryStat } from './memory-stat';
import { nginxAccess } from './nginx-access';
import { nginxError } from './nginx-error';
import { plain } from './plain';
import { pprofTop } from './pprof-top';
import { procCgroups } from './proc-cgroups';
import { procStack } from './proc-stack';
import { ps } from './ps';
import { shell } from './shell';
import { systemctlUnits } from './systemctl-units';
import { terraform } from './terraform';
import { top } from './top';

export const FORMATS_IN_ORDER: readonly Format[] = [
  // Logs with a stamp of their own: certain at the first characters.
  kubeletLog,
  klog,
  dockerLog,
  containerdLog,
  logfmt,
  jsonLog,
  nginxError,
  nginxAccess,
  hungTask,
  dmesg,
  // Stacks: an address or an offset on every line.
  procStack,
  goroutines,
  // Tables and objects, those with the most unusual headers first; events before describe, whose last section they are.
  events,
  kubectlDescribe,
  procCgroups,
  conntrackStat,
  ipvsadm,
  pprofTop,
  systemctlUnits,
  memoryStat,
  meminfo,
  top,
  ps,
  kubectlGet,
  manifest,
  // What has only words to go by, and what takes the rest.
  terraform,
  shell,
  journal,
  plain,
];

const BY_ID = new Map<FormatId, Format>(FORMATS_IN_ORDER.map((format) => [format.id, format]));

/** The format with this id; `plain` for one that has no file yet. */
export function formatOf(id: FormatId): Format {
  return BY_ID.get(id) ?? plain;
}
