/** What a check costs, and whether it can be run at all. */

import type { Case, Part } from '../diagnosis';
import type { Check, Pack } from '../pack';

const ROOT_MINUTES = 3;
const DOOR_MINUTES = 3;
const DISTURBS_MINUTES = 5;

/** Formats that one gets on a node: whoever pastes them has opened that door. */
const NODE_FORMATS = [
  'proc-stack',
  'hung-task',
  'dmesg',
  'ps',
  'top',
  'proc-cgroups',
  'memory-stat',
  'systemctl-units',
  'journal',
];

/** Cost of a check in minutes, with the doors that are still shut. */
export function checkCost(
  check: Check,
  { triageCase, parts, pack }: { triageCase: Case; parts: readonly Part[]; pack: Pack },
): number {
  const hasDoor = check.where === 'node' || check.where === 'cloud-console';
  const opened =
    triageCase.answers.some(
      (answer) =>
        answer.outcome !== 'cant-run' &&
        pack.checks.some(
          (other) => other.id === answer.check && other.where === check.where && other.command,
        ),
    ) ||
    (check.where === 'node' && parts.some((part) => NODE_FORMATS.includes(part.format)));
  const door = check.command && hasDoor && !opened ? DOOR_MINUTES : 0;
  return check.minutes + (check.root ? ROOT_MINUTES : 0) + door + (check.disturbs ? DISTURBS_MINUTES : 0);
}

/** Whether the check can be run at all on this cluster. */
export function canRun(check: Check, { profile }: Case): boolean {
  return check.needs.every((need) => {
    if (need === 'docker' || need === 'containerd' || need === 'cri-o')
      return !profile.runtime || profile.runtime === need;
    if (need === 'cgroup-v1' || need === 'cgroup-v2')
      return !profile.cgroup || `cgroup-v${profile.cgroup}` === need;
    if (need === 'control-plane') return !profile.managed;
    return true;
  });
}
