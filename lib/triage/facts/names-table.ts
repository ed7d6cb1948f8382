/** Shapes in which logs print names that commands need. Each pattern carries a line it was written for. */

import type { FactName } from './vocabulary';

export interface NameRow {
  /** A piece of every line that matches, looked for first. */
  quick: string;
  pattern: RegExp;
  /** What each group is. A namespace's subject is the name found with it. */
  groups: readonly (FactName | undefined)[];
}

const POD: readonly FactName[] = ['pod.name'];
const NS_POD: readonly FactName[] = ['pod.namespace', 'pod.name'];
const NAME = '[a-z0-9][a-z0-9.-]{0,251}[a-z0-9]';
const NS = '[a-z0-9][a-z0-9-]{0,61}[a-z0-9]';

const row = (quick: string, pattern: string, groups: readonly FactName[]): NameRow => ({
  quick,
  pattern: new RegExp(pattern),
  groups,
});

/** The client at a prompt, and what stands before its words. */
const CLIENT = '\\b(?:kubectl|oc) (?:\\S+ ){0,8}?';

export const NAME_ROWS: readonly NameRow[] = [
  // "SyncLoop (PLEG): event for pod" pod="shop/frontend-6b7c4f9d5-k2x4m"
  row('pod="', `\\bpod="(${NS})/(${NAME})"`, NS_POD),
  // pods=[shop/frontend-6b7c4f9d5-k2x4m]
  row('pods=', `\\bpods="?\\[?"?(${NS})/(${NAME})["\\]]`, NS_POD),
  // SyncLoop (ADD, "api"): "web-0_default(7c697648-aa63-47d6-ba97-fe420988d0e1)"
  row('(', `["\\s(](${NAME})_(${NS})\\([0-9a-f-]{8,36}\\)`, ['pod.name', 'pod.namespace']),
  // Event(v1.ObjectReference{Kind:"Pod", Namespace:"shop", Name:"web-0", …
  row('Kind:"Pod"', `Kind:"Pod", Namespace:"(${NS})", Name:"(${NAME})"`, NS_POD),
  // &PodSandboxMetadata{Name:web-0,Uid:…,Namespace:default,Attempt:0,}
  row('PodSandboxMetadata', `PodSandboxMetadata\\{Name:(${NAME}),Uid:[^,]{0,40},Namespace:(${NS}),`, [
    'pod.name',
    'pod.namespace',
  ]),
  // failed to create pod sandbox for pod "web-6b7c4f9d5-k2x4m": …
  row('pod "', `\\bpod "(${NAME})"`, POD),
  // for pod "shop/web-0"
  row('pod "', `\\bpod "(${NS})/(${NAME})"`, NS_POD),
  // Container 10f0451e1345f5028f636e2b09c9f8204e55a01f5f09f2e57de3c17d3f93f492 failed to exit within 10 seconds of kill
  row('ontainer ', '\\b[cC]ontainer (?:")?([0-9a-f]{64}|[0-9a-f]{12})\\b', ['container.id']),
  // containerID="docker://10f0…"      containerID={Type:containerd ID:10f0…}      id=10f0…
  row(
    'ontainerID',
    'ontainerID"?[=:]\\s?\\W{0,2}(?:Type:\\w{1,12} ID:|[a-z-]{3,12}://)?([0-9a-f]{64}|[0-9a-f]{12})\\b',
    ['container.id'],
  ),
  row('id=', '\\b(?:container_)?id="?([0-9a-f]{64})\\b', ['container.id']),
  // /kubepods/burstable/podb21f…/7a4952d653ef1cd852f875a61bd27cf45cb1fd6cab3659ca7e5f12f037d9cafe
  row('/pod', '/pod[0-9a-f-]{32,36}/([0-9a-f]{64})\\b', ['container.id']),
  // pulling image "registry.example.com/infra/openvpn/openvpn:master"      image="nginx:1.21"
  row('mage', '\\b[iI]mages?(?:=| )"([a-z0-9][\\w./:@-]{2,250})"', ['image.name']),
  // PullImage \"nginx:1.21\"
  row('PullImage', 'PullImage:? \\W{0,2}([a-z0-9][\\w./:@-]{2,250})', ['image.name']),
  // "No unmet start times" logger="cronjob-controller" cronjob="reports/nightly"
  row('cronjob="', `\\bcronjob="(${NS})/(${NAME})"`, ['pod.namespace', 'cronjob.name']),
  // Event(v1.ObjectReference{Kind:"CronJob", Namespace:"reports", Name:"nightly", …
  row('Kind:"CronJob"', `Kind:"CronJob", Namespace:"(${NS})", Name:"(${NAME})"`, [
    'pod.namespace',
    'cronjob.name',
  ]),
  // Cannot determine if reports/nightly needs to be started: too many missed start time
  row('Cannot determine if ', `Cannot determine if (${NS})/(${NAME}) needs`, [
    'pod.namespace',
    'cronjob.name',
  ]),
  // Unable to update node status / Error updating node status … error getting node "kube-node-1"      node="kube-node-1"
  row('node', `\\bnode(?:=| )"(${NAME})"`, ['node.name']),
  row('Node', `\\bNode "?(${NAME})"? (?:status is now: Node|became not ready|is unresponsive)`, [
    'node.name',
  ]),
  // [77374.598634] Workqueue: xfs-sync/rbd0 xfs_log_worker      XFS (rbd0): …      EXT4-fs error (device sda1):
  row('xfs-', 'Workqueue: xfs-\\w{1,20}/([a-z][\\w-]{1,30}) ', ['device.name']),
  row('XFS (', 'XFS \\(([a-z][\\w-]{1,30})\\)', ['device.name']),
  row('EXT4-fs', 'EXT4-fs (?:error |warning )?\\((?:device )?([a-z][\\w-]{1,30})\\)', ['device.name']),
  row(' dev ', 'I/O error,? (?:on )?dev ([a-z][\\w-]{1,30})', ['device.name']),
  // $ kubectl -n shop get pods      $ oc get jobs --namespace=shop
  row(' -n', `${CLIENT}-n[ =](${NS})(?=\\s|$)`, ['pod.namespace']),
  row(' --namespace', `${CLIENT}--namespace[ =](${NS})(?=\\s|$)`, ['pod.namespace']),
  // $ kubectl describe pod web-0      $ kubectl logs web-0
  row('kubectl ', `${CLIENT}(?:(?:describe|get) pods?[ /]|logs )(${NAME})(?=\\s|$)`, POD),
  // $ kubectl describe cronjob nightly
  row('cronjob', `${CLIENT}(?:describe|get) cronjobs?[ /](${NAME})(?=\\s|$)`, ['cronjob.name']),
];
