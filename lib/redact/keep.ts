/** Names that everybody has. They say nothing about anyone, and signatures read them. */

import { PUBLIC_HOSTS, PUBLIC_IMAGES } from './public-places';

/** Parts of a name that say what the thing is; longest first where one contains another. */
const COMPONENTS = [
  ...[
    'ingress-nginx-controller',
    'nginx-ingress-controller',
    'ingress-nginx',
    'nginx-ingress',
    'ingress-controller',
  ],
  ...[
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kube-proxy',
    'kube-dns',
    'kube-flannel',
  ],
  ...[
    'kube-state-metrics',
    'cloud-controller-manager',
    'controller-manager',
    'cluster-autoscaler',
    'metrics-server',
  ],
  ...[
    'coredns',
    'node-local-dns',
    'calico-node',
    'calico-kube-controllers',
    'cilium',
    'flannel',
    'weave-net',
    'aws-node',
  ],
  ...[
    'ebs-csi-node',
    'efs-csi-node',
    'csi-node',
    'cephfs',
    'rook-ceph',
    'node-exporter',
    'node-problem-detector',
  ],
  ...[
    'cert-manager',
    'gatekeeper',
    'kyverno',
    'istiod',
    'istio-proxy',
    'envoy',
    'linkerd',
    'newrelic-daemon',
  ],
  ...[
    'prometheus',
    'alertmanager',
    'grafana',
    'fluentd',
    'fluent-bit',
    'etcd',
    'nginx',
    'redis',
    'supercronic',
  ],
];

/** Words of the Kubernetes API that stand in paths beside names. */
const API = [
  'pods pod services service endpoints events nodes node namespaces secrets configmaps status log logs exec attach',
  'deployments replicasets statefulsets daemonsets jobs cronjobs ingresses leases bindings binding eviction proxy scale',
  'portforward healthz livez readyz metrics stats watch apis api resources volumes containers token failed',
].flatMap((line) => line.split(' '));

const WHOLE = new Set([
  ...API,
  ...[
    'default',
    'kube-system',
    'kube-public',
    'kube-node-lease',
    'kubernetes',
    'kubernetes-dashboard',
    'local-path-storage',
  ],
  ...[
    'istio-system',
    'monitoring',
    'calico-system',
    'tigera-operator',
    'gatekeeper-system',
    'openshift',
    'cattle-system',
  ],
  ...[
    'kubelet',
    'kernel',
    'systemd',
    'docker',
    'dockerd',
    'containerd',
    'containerd-shim',
    'runc',
    'crio',
    'cri-o',
    'conmon',
  ],
  ...[
    'localhost',
    'localhost.localdomain',
    'root',
    'nobody',
    'admin',
    'user',
    'system',
    'daemon',
    'nonroot',
    'app',
    'node',
  ],
  ...[
    'controller',
    'proxy',
    'main',
    'init',
    'pause',
    'pod',
    'sidecar',
    'webhook',
    'manager',
    'operator',
    'server',
  ],
  ...[
    'master',
    'worker',
    'control-plane',
    'controlplane',
    'all',
    'name',
    'namespace',
    'null',
    'none',
    'true',
    'false',
    'unknown',
  ],
  ...[
    'ubuntu',
    'centos',
    'ec2-user',
    'core',
    'debian',
    'vagrant',
    'runner',
    'www-data',
    'postgres',
    'mysql',
    'ssm-user',
  ],
  ...[
    'redacted',
    'kubernetes.default',
    'cluster.local',
    'svc',
    'example.com',
    'linux',
    'gnu',
    'test',
    'the',
    'to',
    'is',
    'in',
  ],
]);

export const isWellKnown = (name: string): boolean =>
  WHOLE.has(name.toLowerCase()) || COMPONENTS.includes(name);
export const isPublicHost = (host: string): boolean => PUBLIC_HOSTS.test(host);
export const isPublicImage = (image: string): boolean =>
  PUBLIC_IMAGES.test(image) || (!image.includes('/') && (isWellKnown(image) || BASE_IMAGES.has(image)));

const BASE_IMAGES = new Set([
  'busybox',
  'alpine',
  'ubuntu',
  'debian',
  'golang',
  'python',
  'node',
  'openjdk',
  'postgres',
  'mysql',
  'mongo',
  'hello-world',
]);

/** The component that a name contains: what a signature may need of it. */
export function componentIn(name: string): string | undefined {
  return COMPONENTS.find((component) => new RegExp(`(?:^|[-/_.])${component}(?:$|[-/_.:])`).test(name));
}
