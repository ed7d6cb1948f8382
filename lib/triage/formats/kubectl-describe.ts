/** `kubectl describe` of pods, nodes, CronJobs and Deployments. Its event rows belong to `events`. */

import { clip } from './columns';
import { emitDescribeFacts } from './describe-facts';
import { sayDescribe } from './describe-state';
import { parseCondition } from './describe-model';
import type { Format, LineContext } from './format';
import { RFC1123, parseMoment } from './moment';

/** Keys that nothing else prints; one blank behind the colon is enough. */
const OWN =
  /^\s*(?:Start Time|Node-Selectors|QoS Class|Controlled By|Last State|Exit Code|Restart Count|Container ID|Image ID|Host Ports?|Non-terminated Pods|Allocated resources|Allocatable|Concurrency Policy|Starting Deadline Seconds|Last Schedule Time|Active Jobs|Successful Job History Limit|Failed Job History Limit|Container Runtime Version|Kubelet Version|Kube-Proxy Version|Termination Grace Period|StrategyType|RollingUpdateStrategy|MinReadySeconds|Pod Template|OldReplicaSets|NewReplicaSet|Pods Statuses|CreationTimestamp|Unschedulable|PodCIDRs?|ProviderID|Service Account|Priority Class Name|Init Containers|Ephemeral Containers|Nominated Node Name|Environment Variables from|System Info|AcquireTime|RenewTime|HolderIdentity|OS Image|Boot ID|System UUID|Machine ID)(?:\s*\([^)]*\))?:(?:\s|$)/;

/** Keys that other programs print too. */
const SHARED =
  /^\s*(?:Name|Namespace|Labels|Annotations|Status|Node|IPs?|Reason|Message|State|Ready|Type|Image|Ports?|Roles|Role|Taints|Addresses|Capacity|Conditions|Containers|Volumes|Events|Schedule|Time Zone|Suspend|Replicas|Selector|Priority|Started|Finished|Mounts|Environment|Command|Args|Limits|Requests|Liveness|Readiness|Startup|Parallelism|Completions|Tolerations|Host|Kernel Version|Operating System|Architecture|Lease|Optional|SecretName|Signal):(\s*)/;

/** Of those, the ones that open an object or a section. */
const OPENS =
  /^(?:Name|Namespace|Labels|Annotations|Roles|Conditions|Containers|Volumes|Tolerations|Events):/;

const CONDITION_HEADER = /^\s*Type\s+Status(?:\s+(?:LastHeartbeatTime|Reason)\b|\s*$)/;
const TABLE_PART =
  /^\s*(?:-{4,}(?:\s+-{2,})*\s*$|Namespace\s+Name\s+CPU Requests|Resource\s+Requests\s+Limits|CPU Requests\s+CPU Limits|\(Total limits may be over 100 percent)/;
const HEARTBEAT = new RegExp(`\\b(${RFC1123})`);

function inDescribe(context: LineContext): boolean {
  return (
    context.previous === 'kubectl-describe' ||
    (context.command !== undefined && /\bdescribe\b/.test(clip(context.command)))
  );
}

export const kubectlDescribe: Format = {
  id: 'kubectl-describe',
  starts: '(-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  opens: (text) => /^Name:\s{2,}\S/.test(text),

  line(text, context) {
    const row = clip(text);
    if (OWN.test(row)) return 0.92;
    const inside = inDescribe(context);
    const shared = SHARED.exec(row);
    if (shared) {
      if (inside) return 0.9;
      // describe pads its values; prose and YAML put one blank behind the colon.
      const padded = (shared[1] ?? '').length >= 2;
      const bare = row.trimEnd().endsWith(':');
      if (OPENS.test(row)) return padded ? 0.88 : bare && !/^(?:Name|Namespace):/.test(row) ? 0.6 : 0.45;
      return padded ? 0.7 : 0.3;
    }
    if (CONDITION_HEADER.test(row)) return row.includes('Last') ? 0.95 : inside ? 0.9 : 0.6;
    const condition = /\s(?:True|False|Unknown)\b/.test(row) ? parseCondition(row, NOWHERE) : undefined;
    if (condition) return condition.heartbeat ? 0.93 : inside ? 0.85 : 0;
    if (inside && TABLE_PART.test(row)) return 0.88;
    return 0;
  },

  continues(text, context) {
    return inDescribe(context) && /^\s+\S/.test(clip(text));
  },

  /** A heartbeat is the latest moment that a condition row shows. */
  time(text) {
    const moment = /\s(?:True|False|Unknown)\s/.test(clip(text)) ? HEARTBEAT.exec(clip(text)) : null;
    return moment ? parseMoment(moment[1] ?? '') : undefined;
  },

  facts: emitDescribeFacts,
  state: sayDescribe,
};

const NOWHERE = { source: 0, from: 0, to: 0, text: '', start: 0, map: null };
