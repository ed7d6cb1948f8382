/** Names that show by their place in the output of a tool: a table, an event, a log line, a prompt. Order matters. */

import { pattern, QUOTE } from './forms';
import { LABEL, NAME, SPACE, type NameRule } from './name-forms';

const MONTHS = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

export const PLACE_RULES: readonly NameRule[] = [
  {
    example: '--context shop -n payments',
    pattern: pattern(
      `(?<=\\s)(?:-n|--namespace|--context|--cluster)[ =](?<ns>${LABEL})(?=\\s|$|["'|;])`,
      'gm',
    ),
  },
  {
    example: 'kubectl config use-context shop-prod',
    pattern: pattern(
      `\\b(?:use-context|set-context|rename-context|oc project|Switched to (?:a new )?context|current context is)[ \\t]+"?(?<app>(?!-)${NAME})`,
      'g',
    ),
  },
  {
    example: 'gcloud container clusters get-credentials shop-prod --project shop-1234',
    pattern: pattern(
      `\\b(?:get-credentials|clusters (?:describe|create|delete|update))[ \\t]+(?<app>(?!-)${NAME})`,
    ),
  },
  {
    example: 'az aks get-credentials -g shop-rg -n shop-aks',
    pattern: pattern(
      `(?<=\\s)(?:-g|--resource-group|--profile|--project|--cluster-name|--kube-context|--subscription|--account)[ =](?<app>(?!-)${NAME})(?=\\s|$)`,
      'gm',
    ),
  },
  {
    example: 'aws eks update-kubeconfig --name shop-prod',
    pattern: pattern(
      `\\b(?:aws|eksctl|gcloud|az|kind|minikube|k3d)\\b[^\\n|;]{0,200}? --name[ =](?<app>(?!-)${NAME})`,
    ),
  },
  {
    example: 'projects/shop-1234/zones/europe-west1-b',
    pattern: pattern(
      `(?<=^|[\\s"'/=])projects/(?<app>${NAME})(?=/(?:zones|regions|locations|global|instances|secrets)/)`,
      'gm',
    ),
  },
  {
    example: 'imagePullSecrets:\n- name: regcred',
    pattern: pattern(`imagePullSecrets:[ \\t]*\\n[ \\t]*- name:[ \\t]+["']?(?<obj>${NAME})`),
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
    example: 'machine git.corp.com login anna',
    pattern: pattern(`\\bmachine[ \\t]+\\S{1,256}\\s+login\\s+(?<user>[\\w.@-]{1,64})`),
  },
  {
    example: 'CN=Anna Muster,OU=Staff,DC=corp',
    pattern: pattern(`\\b(?:CN|uid)=(?<user>[^,=\\n]{2,64})(?=,\\s?(?:OU|DC|O|CN)=)`, 'gi'),
  },
  {
    example: '- name: anna@shop',
    pattern: pattern(
      `(?<![\\w-])(?:name|user|current-context):[ \\t]+(?<user>[\\w.-]{1,64})@(?<app>[\\w.-]{1,64})(?=["'\\s,]|$)`,
      'gm',
    ),
  },
  {
    example: 'User "anna" cannot list',
    pattern: pattern(`\\b[Uu]ser ${QUOTE}(?<user>[\\w.-]{1,64})${QUOTE}`),
  },
];
