/**
 * Names that show by where they stand. The capture groups are the kinds. Order matters where two rules meet at
 * the same place: the earlier one decides.
 */

import { IS, pattern, QUOTE, SLASH } from './forms';

export interface NameRule {
  /** A text it was written for. */
  example: string;
  pattern: RegExp;
}

const Q = `${QUOTE}?`;
const NAME = '[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?';
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const SPACE = '(?:[ \\t]{1,120})';
const WORKLOAD =
  '(?:deployments?|replicasets?|statefulsets?|daemonsets?|jobs?|cronjobs?|replicationcontrollers?|horizontalpodautoscalers?|hpa|ingress(?:es)?)(?:\\.[a-z0-9.]{1,30})?';
const OBJECT =
  '(?:secrets?|configmaps?|serviceaccounts?|persistentvolumeclaims?|pvcs?|persistentvolumes?|volumes?|storageclass(?:es)?)';
const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

const kinds = (kind: string, words: string) => ({ kind, words });

/** Words that name a kind, as key (`pod=`, `"nodeName":`), as noun (`pod "x"`) and in a path (`pods/x`). */
const WORDS = [
  kinds('pod', 'pods?|pod[_-]?name|podName|POD_NAME|podRef|io\\.kubernetes\\.pod\\.name'),
  kinds(
    'node',
    'nodes?|node[_-]?name|nodeName|NODE_NAME|host[_-]?name|HOSTNAME|hostNode|kubernetes\\.io/hostname|host|hostname-override',
  ),
  kinds(
    'ns',
    'namespaces?|namespace[_-]?name|ns|pod[_-]?namespace|POD_NAMESPACE|NAMESPACE|io\\.kubernetes\\.pod\\.namespace',
  ),
  kinds(
    'app',
    `${WORKLOAD}|deployment[_-]?name|cluster|cluster[_-]?name|CLUSTER_NAME|project[_-]?id|app\\.kubernetes\\.io/(?:instance|part-of)|k8s-app|resourceGroups`,
  ),
  kinds('ctr', 'containers?|container[_-]?name|containerName|io\\.kubernetes\\.container\\.name'),
  kinds('svc', 'services?|svc|service[_-]?name|serviceName'),
  kinds('obj', `${OBJECT}|secretName|claimName|volumeName|configMapName|secret-name`),
  kinds('user', 'user|username|user[_-]?name|USER|LOGNAME|SUDO_USER|owner|login'),
];

/** Words that a path holds only where a name follows: /containers/json and /proc/1/ns/ipc are no names. */
const IN_PATHS: Record<string, string> = {
  ns: 'namespaces?',
  ctr: 'containers?(?=/[a-z0-9-]+/(?:kill|stop|start|wait))',
  user: 'users',
  node: 'nodes?',
};

const KEY_START = '(?:^|[\\s,{;&?|(]|spec\\.|\\\\n|%26|%2C)-{0,2}';

const byWord = (make: (kind: string, words: string) => NameRule): NameRule[] =>
  WORDS.map(({ kind, words }) => make(kind, words));

export const NAME_RULES: readonly NameRule[] = [
  {
    example: 'k8s_app_web-1_shop_f1bd9e87-…_0',
    pattern: pattern(`k8s_(?<ctr>${NAME})_(?<pod>${NAME})_(?<ns>${LABEL})_[0-9a-f]`),
  },
  {
    example: '/var/log/pods/shop_web-1_f1bd9e87-…/',
    pattern: pattern(`pods/(?<ns>${LABEL})_(?<pod>${NAME})_[0-9a-f]`),
  },
  {
    example: '/var/log/containers/web-1_shop_app-8710….log',
    pattern: pattern(`containers/(?<pod>${NAME})_(?<ns>${LABEL})_(?<ctr>${LABEL})-[0-9a-f]{12,64}`),
  },
  {
    example: 'pod "web-1_shop(f1bd9e87-…)"',
    pattern: pattern(`(?<![\\w.-])(?<pod>${NAME})_(?<ns>${LABEL})\\([0-9a-f]`),
  },
  {
    example: 'system:serviceaccount:shop:web',
    pattern: pattern(`system(?::|%3A)serviceaccount(?::|%3A)(?<ns>${LABEL})(?::|%3A)(?<obj>${NAME})`),
  },
  { example: 'system:node:kube-node-1', pattern: pattern(`system(?::|%3A)nodes?(?::|%3A)(?<node>${NAME})`) },
  {
    example: 'web.shop.svc.cluster.local',
    pattern: pattern(
      `(?<![\\w.-])(?:(?<pod>${LABEL})\\.)?(?<svc>${LABEL})\\.(?<ns>${LABEL})\\.svc(?![\\w-])`,
    ),
  },
  {
    example: '10-1-2-3.shop.pod.cluster.local',
    pattern: pattern(`(?<![\\w.-])(?<pod>${LABEL})\\.(?<ns>${LABEL})\\.pod\\.cluster\\.local`),
  },
  {
    example: 'kafka-0.kafka-headless.shop:9092',
    pattern: pattern(`(?<=(?:https?|grpc|tcp)://)(?<svc>${LABEL})\\.(?<ns>${LABEL})(?=[:/"'\\s])`),
  },
  {
    example: 'ObjectReference{Kind:"Node", Namespace:"", Name:"n1"',
    pattern: pattern(
      `Kind:${QUOTE}Node${QUOTE}, Namespace:${QUOTE}{2}, Name:${QUOTE}(?<node>${NAME})${QUOTE}`,
    ),
  },
  {
    example: 'ObjectReference{Kind:"Pod", Namespace:"shop", Name:"web-1"',
    pattern: pattern(
      `Kind:${QUOTE}Pod${QUOTE}, Namespace:${QUOTE}(?<ns>${LABEL})${QUOTE}, Name:${QUOTE}(?<pod>${NAME})${QUOTE}`,
    ),
  },
  {
    example: 'ObjectReference{Kind:"Ingress", Namespace:"shop", Name:"web"',
    pattern: pattern(
      `Kind:${QUOTE}\\w+${QUOTE}, Namespace:${QUOTE}(?<ns>${LABEL})${QUOTE}, Name:${QUOTE}(?<app>${NAME})${QUOTE}`,
    ),
  },
  {
    example: 'configmap "shop"/"settings"',
    pattern: pattern(
      `(?:${OBJECT}|object)${SPACE}${QUOTE}(?<ns>${LABEL})${QUOTE}/${QUOTE}(?<obj>${NAME})${QUOTE}`,
      'gi',
    ),
  },
  {
    example: 'arn:aws:eks:eu-west-1:1234:cluster/shop',
    pattern: pattern(`:(?:cluster|nodegroup|role|user|instance-profile)/(?<app>${NAME})`),
  },
  {
    example: 'subscriptions/…/resourceGroups/shop/',
    pattern: pattern(`resource[Gg]roups${SLASH}(?<app>[\\w.-]{1,90})`),
  },
  {
    example: 's3://shop-backups/x',
    pattern: pattern('(?<=(?:s3|gs|wasbs?)://)(?<obj>[a-z0-9][a-z0-9._-]{2,62})'),
  },
  // With a namespace: pod="shop/web-1", also escaped and URL-encoded.
  ...byWord((kind, words) => ({
    example: `${kind}="shop/web-1"`,
    pattern: pattern(
      kind === 'ns' || kind === 'user' || kind === 'node'
        ? `(?<![\\w.-])(?:${words})${IS}${Q}(?!\\d+[\\s,;)])(?<${kind}>${NAME})(?![\\w./:-]*[(=])`
        : `(?<![\\w-])(?:${words})(?:${Q}${IS}\\[?|[ \\t]${QUOTE})${Q}(?<ns>${LABEL})${SLASH}(?<${kind}>${NAME})(?=${QUOTE}|[\\s,;)\\]]|$)`,
      'gim',
    ),
  })),
  // Without: "nodeName":"n1"   pod "web-1"   --namespace=shop   nodeName: n1
  ...byWord((kind, words) => ({
    example: `"${kind}":"x"`,
    pattern: pattern(
      `(?<![\\w.-])(?:${words})(?:${QUOTE}${IS}${Q}|${IS}${QUOTE}|[ \\t]{1,4}${QUOTE})(?<${kind}>${NAME})(?=${QUOTE}|[\\s,;)\\]]|$)`,
      'gim',
    ),
  })),
  // pod=web-1, also in a query; node: n1 only where the line, the item or the object ends behind it
  ...byWord((kind, words) => ({
    example: `${kind}=x`,
    pattern: pattern(
      `${KEY_START}(?:${words})(?:=|%3[Dd])(?!\\d{1,9}(?:[\\s,;)]|$))(?<${kind}>${NAME})(?=[\\s,;&)}\\]\\\\%"'|]|$)`,
      'gm',
    ),
  })),
  ...byWord((kind, words) => ({
    example: `${kind}: x`,
    pattern: pattern(
      `${KEY_START}(?:${words})${IS}(?!\\d{1,9}(?:[\\s,;)]|$))(?<${kind}>${NAME})(?=[,;&)}\\]\\\\%"'|]|[ \\t]*(?:#|$))`,
      'gm',
    ),
  })),
  // pods/web-1, nodes%2Fn1, deployment.apps/web
  ...byWord((kind, words) => ({
    example: `${kind}s/x`,
    pattern: pattern(
      `(?<=^|[\\s"'/=(,]|%2F)(?:${IN_PATHS[kind] ?? words})${SLASH}(?![a-z]+_)(?<${kind}>${NAME})(?![\\w.-]*_)`,
      'gim',
    ),
  })),
  {
    example: '--context shop -n payments',
    pattern: pattern(
      `(?<=\\s)(?:-n|--namespace|--context|--cluster)[ =](?<ns>${LABEL})(?=\\s|$|["'|;])`,
      'gm',
    ),
  },
  {
    example: 'kubectl describe node n1',
    pattern: pattern(
      `\\bkubectl\\b[^\\n]{0,60}?\\b(?:nodes?|cordon|drain|uncordon|no)[ /](?<node>(?!-)${NAME})`,
    ),
  },
  {
    example: 'kubectl logs web-1',
    pattern: pattern(
      `\\bkubectl\\b[^\\n]{0,60}?\\b(?:logs|exec|pods?|po)(?: -\\w+)?[ /](?<pod>(?!-)${NAME})`,
    ),
  },
  {
    example: 'Mar 26 18:36:59 kube-node-1 kernel:',
    pattern: pattern(
      `(?:${MONTHS} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)) (?<node>${NAME}) (?=[\\w./@()-]{1,60}(?:\\[\\d{1,9}\\])?:)`,
    ),
  },
  {
    example: '[root@kube-node-1 cgroup]# ls',
    pattern: pattern(
      `(?:^|\\s|\\[|\\))(?<user>[a-z_][\\w-]{0,31})@(?<node>${NAME})(?=(?::| )[^\\n\\]#$]{0,80}\\]?[#$](?: |$))`,
      'gm',
    ),
  },
  {
    example: 'ssh ops@kube-node-1',
    pattern: pattern(`\\b(?:ssh|scp|rsync)\\b[^\\n]{0,80}?\\s(?<user>[a-z_][\\w-]{0,31})@(?<node>${NAME})`),
  },
  {
    example: 'Linux kube-node-1 5.4.0-42-generic #46',
    pattern: pattern(`\\bLinux (?<node>${NAME})(?= \\d+\\.\\d+\\.\\d)`),
  },
  {
    example: 'Name:  n1\nRoles:',
    pattern: pattern(`^[ \\t]*Name:${SPACE}(?<node>${NAME})[ \\t]*\\n[ \\t]*Roles:`, 'gm'),
  },
  {
    example: 'Name:  web-1\nNamespace:',
    pattern: pattern(`^[ \\t]*Name:${SPACE}(?<pod>${NAME})[ \\t]*\\n[ \\t]*Namespace:`, 'gm'),
  },
  { example: 'Namespace:  shop', pattern: pattern(`^[ \\t]*Namespace:${SPACE}(?<ns>${LABEL})`, 'gm') },
  { example: 'Node:  n1/10.1.2.3', pattern: pattern(`^[ \\t]*Node:${SPACE}(?<node>${NAME})`, 'gm') },
  {
    example: 'Controlled By:  ReplicaSet/web-7d9f',
    pattern: pattern(`^[ \\t]*(?:Controlled By|Reference):${SPACE}\\w+/(?<app>${NAME})`, 'gm'),
  },
  {
    example: 'Service Account:  web',
    pattern: pattern(`^[ \\t]*Service Account:${SPACE}(?<obj>${NAME})`, 'gm'),
  },
  {
    example: 'Successfully assigned shop/web-1 to n1',
    pattern: pattern(`assigned (?:(?<ns>${LABEL})/)?(?<pod>${NAME}) to (?<node>${NAME})`),
  },
  { example: 'kubelet, n1', pattern: pattern(`(?<=\\s)(?:kubelet|kube-proxy), (?<node>${NAME})`) },
  {
    example: 'Created pod: web-1',
    pattern: pattern(`(?:Created|Deleted|deleting) pod:? (?<pod>${NAME})`, 'gi'),
  },
  {
    example: 'Scaled up replica set web-7d9f to 3',
    pattern: pattern(`replica set (?<app>${NAME}) (?:to|from) \\d`),
  },
  {
    example: 'metadata:\n  name: web\n  namespace: shop',
    pattern: pattern(
      `^(?<indent>[ \\t]*)(?:- )?metadata:[ \\t]*\\n(?:\\k<indent>[ \\t]+[^\\n]*\\n){0,40}?\\k<indent>[ \\t]{1,4}name:[ \\t]+["']?(?<app>${NAME})`,
      'gm',
    ),
  },
  // kubectl get pods [-A] [-o wide]
  {
    example: 'shop  web-1  1/1  Running',
    pattern: pattern(
      `^[ \\t]*(?<ns>${LABEL})[ \\t]{2,}(?<pod>${NAME})[ \\t]+\\d{1,3}/\\d{1,3}[ \\t]+[A-Z]`,
      'gm',
    ),
  },
  {
    example: 'web-1  1/1  Running',
    pattern: pattern(`^[ \\t]*(?<pod>${NAME})[ \\t]+\\d{1,3}/\\d{1,3}[ \\t]+[A-Z]`, 'gm'),
  },
  {
    example: 'Running  0  5d  10.1.2.3  n1  <none>',
    pattern: pattern(
      `[ \\t]\\d+(?: \\([^)\\n]{1,30}\\))?[ \\t]+\\d+[smhdy]\\w*[ \\t]+(?:<none>|\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-f:]{3,39})[ \\t]+(?<node>${NAME})(?=\\s|$)`,
      'gm',
    ),
  },
  // kubectl get nodes
  {
    example: 'n1  NotReady  <none>  5d  v1.24.3',
    pattern: pattern(`^[ \\t]*(?<node>${NAME})[ \\t]+(?:Not)?Ready(?:,SchedulingDisabled)?[ \\t]`, 'gm'),
  },
  {
    example: '/home/anna/',
    pattern: pattern(
      `(?:/home/|/Users/|C:\\\\{1,2}Users\\\\{1,2}|%2Fhome%2F)(?<user>[\\w][\\w.-]{0,31}?)(?=[/\\\\\\s"':;,)]|%2F|\\.?$)`,
      'gm',
    ),
  },
  {
    example: 'session opened for user anna',
    pattern: pattern(`(?:for|by|for invalid|of) user (?<user>[a-z_][\\w.-]{0,31}?)(?=[\\s(,;]|$)`, 'gm'),
  },
  {
    example: 'Accepted publickey for anna from 10.1.2.3',
    pattern: pattern(`(?:Accepted|Failed) [\\w/-]{1,40} for (?:invalid user )?(?<user>[\\w.-]{1,32}) from `),
  },
  {
    example: 'sudo: anna : TTY=pts/0',
    pattern: pattern(`sudo(?:\\[\\d+\\])?:${SPACE}(?<user>[a-z_][\\w.-]{0,31}) : `),
  },
  {
    example: 'User "anna" cannot list',
    pattern: pattern(`\\b[Uu]ser ${QUOTE}(?<user>[\\w.-]{1,64})${QUOTE}`),
  },
];
