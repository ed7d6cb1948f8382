/** Names beside a word that tells their kind: pod="shop/web-1", "nodeName":"n1", pods/web-1. Order matters. */

import { IS, pattern, QUOTE, SLASH } from './forms';
import { LABEL, NAME, OBJECT, type NameRule } from './name-forms';

const Q = `${QUOTE}?`;
const WORKLOAD =
  '(?:deployments?|replicasets?|statefulsets?|daemonsets?|jobs?|cronjobs?|replicationcontrollers?|horizontalpodautoscalers?|hpa|ingress(?:es)?)(?:\\.[a-z0-9.]{1,30})?';

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
    `${WORKLOAD}|deployment[_-]?name|cluster|cluster[_-]?name|CLUSTER_NAME|project[_-]?id|app\\.kubernetes\\.io/(?:name|instance|part-of)|k8s-app|app|team|job-name|resourceGroups`,
  ),
  kinds('ctr', 'containers?|container[_-]?name|containerName|io\\.kubernetes\\.container\\.name'),
  kinds('svc', 'services?|svc|service[_-]?name|serviceName'),
  kinds(
    'obj',
    `${OBJECT}|secretName|serviceAccountName|serviceAccount|claimName|volumeName|configMapName|secret-name|account[_-]?name|AccountName`,
  ),
  kinds(
    'user',
    'user|user[ _-]id|[\\w-]{0,20}-username|username|user[_-]?name|USER|LOGNAME|SUDO_USER|owner|login',
  ),
];

/** Words that a path holds only where a name follows: /containers/json and /proc/1/ns/ipc are no names. */
const IN_PATHS: Record<string, string> = {
  app: WORKLOAD,
  ns: 'namespaces?',
  ctr: 'containers?(?=/[a-z0-9-]+/(?:kill|stop|start|wait))',
  user: 'users',
  node: 'nodes?',
};

const KEY_START = '(?:^|[\\s,{;&?|(]|spec\\.|\\\\n|%26|%2C)-{0,2}';

const byWord = (make: (kind: string, words: string) => NameRule): NameRule[] =>
  WORDS.map(({ kind, words }) => make(kind, words));

export const WORD_RULES: readonly NameRule[] = [
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
];
