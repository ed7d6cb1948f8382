import { expect, it } from 'vitest';
import { parse } from '../parts';
import { read } from '../read/read';
import { versionsIn } from './versions';

it.each([
  [
    'Linux version 3.10.0-1160.el7.x86_64 (mockbuild@x) (gcc version 4.8.5)',
    'kernel.version',
    '3.10.0-1160.el7.x86_64',
  ],
  [
    'Linux ip-10-1 4.4.0-1069-aws #79-Ubuntu SMP Mon Sep 24 15:01:41 UTC 2018 x86_64 GNU/Linux',
    'kernel.version',
    '4.4.0-1069-aws',
  ],
  ['[77374.598524]       Not tainted 4.15.0-72-generic #81-Ubuntu', 'kernel.version', '4.15.0-72-generic'],
  [
    'CPU: 5 PID: 39 Comm: x Tainted: G             L  4.14.177-139.253.amzn2.x86_64 #1',
    'kernel.version',
    '4.14.177-139.253.amzn2.x86_64',
  ],
  [
    'CPU: 0 PID: 1 Comm: x Tainted: G        W   4.4.0-142-generic #168',
    'kernel.version',
    '4.4.0-142-generic',
  ],
  [' Kernel Version:             5.4.0-77-generic', 'kernel.version', '5.4.0-77-generic'],
  [' OS Image:                   CentOS Linux 7 (Core)', 'os.version', 'CentOS Linux 7 (Core)'],
  ['PRETTY_NAME="Ubuntu 16.04.6 LTS"', 'os.version', 'Ubuntu 16.04.6 LTS'],
  [' Container Runtime Version:  docker://18.6.2', 'docker.version', '18.6.2'],
  [' Container Runtime Version:  docker://18.6.2', 'runtime.name', 'docker'],
  [' Container Runtime Version:  containerd://1.6.8', 'containerd.version', '1.6.8'],
  [' Kubelet Version:            v1.14.6', 'kubelet.version', '1.14.6'],
  ['Kubernetes v1.9.0', 'kubernetes.version', '1.9.0'],
  [
    'Server Version: version.Info{Major:"1", Minor:"14", GitVersion:"v1.14.6", GitCommit:"x"}',
    'kubernetes.version',
    '1.14.6',
  ],
  ['Server Version: v1.21.11-gke.1900', 'kubernetes.version', '1.21.11-gke.1900'],
  ['Docker version 18.09.1, build 4c52b90', 'docker.version', '18.09.1'],
  [' Server Version: 18.06.1-ce', 'docker.version', '18.06.1-ce'],
  ['docker-ce  17.03.2~ce-0~ubuntu-xenial', 'docker.version', '17.03.2~ce-0~ubuntu-xenial'],
  ['ii  docker-ce  5:20.10.7~3-0~ubuntu-focal  amd64', 'docker.version', '20.10.7~3-0~ubuntu-focal'],
  ['containerd github.com/containerd/containerd v1.4.3 269548fa', 'containerd.version', '1.4.3'],
  ['runc version 1.0.0-rc92', 'runc.version', '1.0.0-rc92'],
  ['systemd 229', 'systemd.version', '229'],
  [
    'ii  systemd        229-4ubuntu21.4   amd64   system and service manager',
    'systemd.version',
    '229-4ubuntu21.4',
  ],
  ['systemd-219-78.el7_9.3.x86_64', 'systemd.version', '219-78.el7_9.3.x86_64'],
  ['kernel-3.10.0-1160.el7.x86_64', 'kernel.version', '3.10.0-1160.el7.x86_64'],
  ['  Release:       v0.25.1', 'ingress-nginx.version', '0.25.1'],
  [
    'quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.10.2',
    'ingress-nginx.version',
    '0.10.2',
  ],
  ['image: registry.k8s.io/ingress-nginx/controller:v1.2.0@sha256:d819', 'ingress-nginx.version', '1.2.0'],
  [
    'ADD https://github.com/just-containers/s6-overlay/releases/download/v1.21.8.0/s6-overlay-amd64.tar.gz /tmp/',
    's6-overlay.version',
    '1.21.8.0',
  ],
  ['[s6-init] s6-overlay v1.21.8.0', 's6-overlay.version', '1.21.8.0'],
  [
    'ceph version 12.2.12 (1436006594665279fe734b4c15d7e08c13ebd777) luminous (stable)',
    'ceph.version',
    '12.2.12',
  ],
  ['iptables v1.6.1', 'iptables.version', '1.6.1'],
  ['mkdir /sys/fs/cgroup/memory/kubepods/burstable/pod0f: no space left on device', 'cgroup.version', 1],
])('%s says %s', (text, fact, value) => {
  expect(versionsIn(text, undefined)).toContainEqual(expect.objectContaining({ fact, value }));
});

it.each([
  'Release:\t16.04',
  'systemd 3 units failed',
  'Container runtime network not ready',
  'docker ps hangs since 12:30',
  'go1 is old',
  'the kernel 4 of us',
  'runc exec failed: 12',
  'Version 1.21.8.0 Up to and including',
])('%s says nothing', (text) => expect(versionsIn(text, undefined)).toEqual([]));

it('a container id names the runtime and is no version of it', () => {
  expect(versionsIn('    Container ID:   containerd://3a1f0c8b1f2f0f0e9b7', undefined)).toEqual([
    expect.objectContaining({ fact: 'runtime.name', value: 'containerd' }),
  ]);
});

it('takes the command in front into account', () => {
  expect(versionsIn('4.19.0', 'uname -r')).toMatchObject([{ fact: 'kernel.version', value: '4.19.0' }]);
  expect(versionsIn('4.19.0', undefined)).toEqual([]);
  expect(versionsIn('Kubernetes v1.9.0', 'kubelet --version').map((found) => found.fact)).toEqual([
    'kubelet.version',
    'kubernetes.version',
  ]);
});

it('emits each version once, with line and host', () => {
  const { facts } = parse([
    read(
      0,
      '$ uname -a\nLinux web-1 4.4.0-1069-aws #79-Ubuntu SMP Mon Sep 24 15:01:41 UTC 2018 x86_64\n$ uname -r\n4.4.0-1069-aws\n',
      new Set(),
    ),
  ]);
  expect(facts.filter((fact) => fact.fact === 'kernel.version')).toMatchObject([
    { value: '4.4.0-1069-aws', line: 2, subject: 'web-1' },
  ]);
});
