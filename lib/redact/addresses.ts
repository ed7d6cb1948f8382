/** Names that show what they are by shape: addresses, UIDs, container ids, generated pod names. */

import type { Kind } from './pseudonym';
import { looksLikeVersion } from './version-like';
import { RUN_OF_JOB } from './name-forms';

export interface ShapeRule {
  kind: Kind;
  pattern: RegExp;
  /** Whether this match is meant; `before` and `after` are what stands beside it. */
  is?(name: string, before: string, after: string): boolean;
}

const KEPT_IPV4 = /^(?:127\.|0\.|255\.|169\.254\.169\.254$|8\.8\.(?:8\.8|4\.4)$|1\.1\.1\.1$)/;

/** Systemd units and Go modules are written with an @ too: getty@tty1.service, client-go@v0.20.0. */
const NO_MAIL = /\.(?:service|socket|slice|scope|mount|timer|target|device|path|swap|go|so|py|js|ts)$/i;

export const SHAPE_RULES: readonly ShapeRule[] = [
  // user.name@corp.com
  {
    kind: 'mail',
    pattern:
      /(?<![\w.+%-])[A-Za-z0-9][\w.+-]{0,63}(?:@|%40)(?!v\d)[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,6}\.[A-Za-z]{2,24}(?![\w-])/g,
    is: (name) => !NO_MAIL.test(name) && !name.startsWith('REDACTED'),
  },
  // f1bd9e87-1ef2-11e8-afd3-fa163ecf2dce; in cgroup slices with underscores
  {
    kind: 'uid',
    pattern:
      /(?:(?<=pod|pvc-|%2[Ff])|(?<![0-9A-Za-z]))[0-9a-fA-F]{8}([-_])[0-9a-fA-F]{4}\1[0-9a-fA-F]{4}\1[0-9a-fA-F]{4}\1[0-9a-fA-F]{12}(?![0-9A-Za-z])/g,
  },
  // container ids (64), the UIDs of static pods and machine ids (32)
  {
    kind: 'id',
    pattern: /(?:(?<=pod|%2[Ff])|(?<![0-9A-Za-z]))(?:[0-9a-f]{64}|[0-9a-f]{32})(?![0-9A-Za-z])/g,
    is: (name) => /[a-f]/.test(name),
  },
  // ids cut off by a narrow terminal, in the places where container ids stand
  {
    kind: 'id',
    pattern:
      /(?<=(?:docker|cri-containerd|crio|libpod|containerd|container|shim|sandbox|moby|k8s\.io|containers|pod)(?:\/|-|:\/\/|\s"?|="?|\s+id\s"?|ID=)|^)[0-9a-f]{12,63}(?![0-9A-Za-z])/gm,
    is: (name) => /\d/.test(name) && !/^\d+$/.test(name) && !/^f{4,}/.test(name),
  },
  {
    kind: 'mac',
    pattern: /(?<![\w])(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}(?![\w])/g,
    is: (name) => !/^(?:00:){5}00$|^(?:ff:){5}ff$/i.test(name),
  },
  {
    kind: 'ip',
    pattern: /(?<![\d.]|\d[\w])(?:\d{1,3}\.){3}\d{1,3}(?![\d]|\.\d)/g,
    is: (name, before, after) =>
      name.split('.').every((part) => Number(part) < 256 && !/^0\d/.test(part)) &&
      !KEPT_IPV4.test(name) &&
      !looksLikeVersion(name, before, after),
  },
  // ip-10-1-2-3 of AWS, also inside ip-10-1-2-3.eu-west-1.compute.internal
  {
    kind: 'node',
    pattern:
      /(?<![A-Za-z0-9-])ip-\d{1,3}(?:-\d{1,3}){3}(?:\.(?:[a-z0-9-]{1,63}\.){0,5}(?:internal|local|lan|net|com|org|io))?(?![\w-])/g,
  },
  {
    kind: 'ip6',
    pattern: /(?<![\w:.])(?=[0-9A-Fa-f]{0,4}:)[0-9A-Fa-f:]{3,39}(?![\w:]|\.\d)/g,
    is: isIpv6,
  },
  // gke-cluster-pool-1-0a1b2c3d-x7k2, aks-nodepool1-12345678-vmss000001
  {
    kind: 'node',
    pattern:
      /(?<![\w.-])(?:gke|gk3|aks|eks|ng|ke)-[a-z0-9-]{3,60}-(?:[a-f0-9]{8}-[a-z0-9]{4}|\d{8}-vmss[a-z0-9]{6}|\d{8}-\d{1,3})(?![\w-])/g,
  },
  // instances and accounts of AWS
  { kind: 'cloud', pattern: /(?<![\w-])i-[0-9a-f]{8}(?:[0-9a-f]{9})?(?![\w-])/g },
  {
    kind: 'account',
    pattern: /(?<=arn:aws[a-z-]{0,10}:[a-z0-9-]{0,30}:[a-z0-9-]{0,20}:|https?:\/\/|^|\s|["'=])\d{12}(?=:)/gm,
  },
  // web-7d9f8b6c54-x7k2p: deployment, hash of the replica set, five letters; the hash has a digit
  {
    kind: 'pod',
    pattern:
      /(?<![\w.-])[a-z][a-z0-9]{0,62}(?:-[a-z0-9]{1,62}){0,12}-(?:[0-9a-f]{8,10}|[bcdfghjklmnpqrstvwxz2456789]{8,10})-[a-z0-9]{5}(?![\w-])/g,
    is: (name) =>
      /\d/.test(name.split('-').at(-2) ?? '') &&
      !RUN_OF_JOB.test(name) &&
      !/^(?:[0-9a-f]{4,}-?)+$/.test(name),
  },
];

function isIpv6(name: string): boolean {
  if (name === '::' || name === '::1' || !/\d/.test(name)) return false;
  const halves = name.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || groups.some((group) => group === '' || group.length > 4)) return false;
  return halves.length === 2 ? groups.length >= 1 && groups.length < 8 : groups.length === 8;
}
