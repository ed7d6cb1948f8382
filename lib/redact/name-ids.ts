/** Names that show by their place in the output of a tool: a table, an event, a path, a prompt. Order matters. */

import { pattern, QUOTE, SLASH } from './forms';
import { LABEL, NAME, OBJECT, SPACE, type NameRule } from './name-forms';

export const ID_RULES: readonly NameRule[] = [
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
];
