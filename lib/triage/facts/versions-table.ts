/** Where programs print versions. Each pattern carries a line it was written for. */

import type { FactName } from './vocabulary';

export interface VersionRow {
  fact: FactName;
  /** A piece of every line that matches, looked for first. */
  quick: string;
  pattern: RegExp;
  /** The command in front must match too: the line alone says too little. */
  command?: RegExp;
}

/** `18.09.1`, `17.03.2~ce-0~ubuntu-xenial`, `1.0.0-rc92`, `1.9.0+abc`. At least one dot: a bare number after a name is anything. */
const DOTTED = String.raw`v?(\d{1,4}(?:\.\d{1,10}){1,4}(?:[-+~_][\w.+~-]{1,80}|[a-z][\w.~-]{0,30})?)`;
const KERNEL = String.raw`(\d{1,2}\.\d{1,3}\.\d{1,5}[\w.+~-]{0,80})`;

const at = (fact: FactName, quick: string, pattern: string, command?: RegExp): VersionRow => ({
  fact,
  quick,
  pattern: new RegExp(pattern),
  ...(command ? { command } : {}),
});

/** One row a place. The first group is the version. */
export const VERSION_ROWS: readonly VersionRow[] = [
  // Linux version 3.10.0-1160.el7.x86_64 (mockbuild@…) (gcc version 4.8.5 …) #1 SMP
  at('kernel.version', 'Linux version ', `Linux version ${KERNEL}`),
  // Linux ip-10-176-202-114 4.4.0-1069-aws #79-Ubuntu SMP Mon Sep 24 15:01:41 UTC 2018 x86_64 GNU/Linux
  at('kernel.version', 'Linux ', `^\\s*Linux [\\w.-]{1,80} ${KERNEL} #\\d`),
  //       Not tainted 4.15.0-72-generic #81-Ubuntu        CPU: 5 PID: 39 Comm: x Tainted: G   L  4.14.177-139.253.amzn2.x86_64 #1
  at(
    'kernel.version',
    'ainted',
    `(?:Not tainted|Tainted: [A-Z ]{1,24}?)(?:,\\s|\\s{1,16}|\\s\\S{1,40}\\s)${KERNEL}`,
  ),
  // Kernel Version:             3.10.0-514.10.2.el7.x86_64
  at('kernel.version', 'Kernel Version:', `Kernel Version:\\s{1,40}${KERNEL}`),
  // kernelVersion: 5.4.0-77-generic      "kernelVersion":"5.4.0-77-generic"
  at('kernel.version', 'kernelVersion', `"?kernelVersion"?[:=]\\s?"?${KERNEL}`),
  //            Kernel: Linux 3.10.0-693.el7.x86_64                      (hostnamectl)
  at('kernel.version', 'Kernel: Linux', `Kernel: Linux ${KERNEL}`),
  // kernel-3.10.0-1160.el7.x86_64                                       (rpm -q kernel)
  at('kernel.version', 'kernel-', `^kernel-${KERNEL}$`),
  // 3.10.0-514.10.2.el7.x86_64                                          (uname -r)
  at('kernel.version', '.', `^\\s*${KERNEL}\\s*$`, /\buname\b/),
  at(
    'kernel.version',
    '-',
    `^\\s*(\\d{1,2}\\.\\d{1,3}\\.\\d{1,5}-[\\w.+~-]{0,60}(?:\\.x86_64|\\.aarch64|-generic|-aws|-azure|-gcp|-gke|-amd64|-cloud-amd64))\\s*$`,
  ),

  // OS Image:                   CentOS Linux 7 (Core)
  at('os.version', 'OS Image:', `OS Image:\\s{1,40}(\\S.{1,80})$`),
  // PRETTY_NAME="Ubuntu 16.04.6 LTS"
  at('os.version', 'PRETTY_NAME=', `PRETTY_NAME="?([^"]{2,80})`),
  // Operating System: Ubuntu 16.04.3 LTS                                (docker info, hostnamectl)
  at('os.version', 'Operating System:', `Operating System:\\s{1,20}([A-Z]\\S.{1,80})$`),
  // CentOS Linux release 7.6.1810 (Core)                                (/etc/redhat-release)
  at(
    'os.version',
    ' release ',
    `^((?:CentOS|Red Hat|Rocky|AlmaLinux|Fedora|Oracle)[\\w ]{0,40} release \\d.{0,40})$`,
  ),

  // Kubelet Version:            v1.14.6
  at('kubelet.version', 'Kubelet Version:', `Kubelet Version:\\s{1,40}${DOTTED}`),
  // kubeletVersion: v1.14.6      "Kubelet version" kubeletVersion="v1.24.3"
  at('kubelet.version', 'kubeletVersion', `kubeletVersion"?[:=]\\s?"?${DOTTED}`),
  // Kubelet version: v1.12.3                                            (klog)
  at('kubelet.version', 'Kubelet version', `Kubelet version:? ${DOTTED}`),
  // Kubernetes v1.9.0                                                   (kubelet --version)
  at('kubelet.version', 'Kubernetes ', `^\\s*Kubernetes ${DOTTED}\\s*$`, /kubelet/),
  // kubelet --version Kubernetes 1.9.0                                  (the line break was lost)
  at('kubelet.version', 'Kubernetes ', `kubelet \\W{1,2}version Kubernetes ${DOTTED}`),
  // kubelet-1.18.3-0.x86_64      kubelet 1.18.3-00
  at('kubelet.version', 'kubelet', `^(?:ii\\s{1,4})?kubelet[-\\s]{1,20}${DOTTED}`),

  at('kubernetes.version', 'Kubernetes ', `^\\s*Kubernetes ${DOTTED}\\s*$`),
  // Server Version: v1.21.11-gke.1900
  at('kubernetes.version', 'Server Version: v', `Server Version: ${DOTTED}`),
  // Server Version: version.Info{Major:"1", Minor:"14", GitVersion:"v1.14.6", …}
  at(
    'kubernetes.version',
    'Server Version: version.Info',
    `Server Version: version\\.Info\\{.{0,80}?GitVersion:"${DOTTED}`,
  ),
  // Kube-Proxy Version:         v1.14.6
  at('kubernetes.version', 'Kube-Proxy Version:', `Kube-Proxy Version:\\s{1,40}${DOTTED}`),
  // I0606 10:01:02.000000       1 server.go:632] Version: v1.19.4      … "Golang settings" / "Version info" version="v1.27.3"
  at('kubernetes.version', '.go:', `\\.go:\\d+\\] (?:Version: |"Version info" version=")${DOTTED}`),
  // [init] Using Kubernetes version: v1.12.0
  at('kubernetes.version', 'Using Kubernetes version', `Using Kubernetes version: ${DOTTED}`),

  // Docker version 18.09.1, build 4c52b90
  at('docker.version', 'Docker version ', `Docker version ${DOTTED}`),
  //  Server Version: 18.06.1-ce                                         (docker info)
  at(
    'docker.version',
    'Server Version: ',
    `^\\s*Server Version: (\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}(?:-[\\w.]{1,20})?)\\s*$`,
  ),
  //  Version:           18.09.1                                         (docker version)
  at(
    'docker.version',
    'Version:',
    `^\\s+Version:\\s{2,20}(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}(?:-[\\w.]{1,20})?)\\s*$`,
    /\bdocker version/,
  ),
  // Container Runtime Version:  docker://18.6.2
  at('docker.version', 'docker://', `docker://(\\d{1,2}\\.\\d[\\w.+~-]{0,40})`),
  // msg="Docker daemon" commit=4c52b90 graphdriver(s)=overlay2 version=18.09.1
  at('docker.version', 'Docker daemon', `Docker daemon"?.{0,120}? version=${DOTTED}`),
  // Container runtime docker initialized, version: 18.09.1     "Container runtime initialized" containerRuntime="docker" version="20.10.7"
  at(
    'docker.version',
    'ontainer runtime',
    `ontainer runtime (?:docker initialized, version: |initialized" containerRuntime="docker" version=")${DOTTED}`,
  ),
  // docker-ce  17.03.2~ce-0~ubuntu-xenial     ii  docker-ce  5:20.10.7~3-0~ubuntu-focal     docker-ce-18.06.1.ce-3.el7.x86_64     docker-1.13.1-209.git7d71120.el7
  at(
    'docker.version',
    'docker',
    `^(?:ii\\s{1,4})?docker(?:-ce|-engine|-ee|\\.io)?(?:[\\s]{1,60}|-)(?:\\d:)?(\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}[\\w.~+-]{0,60})`,
  ),

  // containerd github.com/containerd/containerd v1.4.3 269548fa27e0089a8b8278fc4fc781d7f65a939b
  at(
    'containerd.version',
    'containerd',
    `containerd (?:github\\.com/containerd/containerd|containerd\\.io)\\s{1,4}${DOTTED}`,
  ),
  // Container Runtime Version:  containerd://1.7.2      never the id in `Container ID:  containerd://3a1f0c8b…`
  at('containerd.version', 'containerd://', `containerd://${DOTTED}`),
  // msg="starting containerd" revision=… version=v1.4.3
  at('containerd.version', 'starting containerd', `starting containerd".{0,100}? version=${DOTTED}`),
  at(
    'containerd.version',
    'ontainer runtime initialized',
    `containerRuntime="containerd" version="${DOTTED}`,
  ),
  // ii  containerd.io  1.4.3-1  amd64      containerd.io-1.4.3-3.1.el7.x86_64
  at('containerd.version', 'containerd', `^(?:ii\\s{1,4})?containerd(?:\\.io)?(?:\\s{1,60}|-)${DOTTED}`),
  // Container Runtime Version:  cri-o://1.24.1      crio version 1.24.1
  at('cri-o.version', 'cri', `(?:cri-o://|^crio version |containerRuntime="cri-o" version=")${DOTTED}`),
  // runc version 1.0.0-rc92
  at('runc.version', 'runc', `(?:^|\\s)runc (?:version )${DOTTED}`),
  at('runc.version', 'runc', `^(?:ii\\s{1,4})?runc(?:\\s{1,60}|-)${DOTTED}`),

  // systemd 229      systemd 219 running in system mode. (+PAM …)      ii  systemd  229-4ubuntu21.4  amd64
  at(
    'systemd.version',
    'systemd',
    `^(?:ii\\s{1,4})?systemd(?::amd64)?\\s{1,60}(\\d{3}(?:[-.~][\\w.~+-]{1,40})?)(?:\\s|$)`,
  ),
  // systemd-219-78.el7_9.3.x86_64
  at('systemd.version', 'systemd-', `^systemd-(\\d{3}-[\\w.~+-]{1,40})$`),

  // FROM …, https://github.com/just-containers/s6-overlay/releases/download/v1.21.8.0/s6-overlay-amd64.tar.gz
  at(
    's6-overlay.version',
    's6-overlay',
    `s6-overlay(?:/releases/download/|[-_ :@]{1,2}(?:version )?)${DOTTED}`,
  ),
  // ARG S6_OVERLAY_VERSION=v1.21.8.0
  at('s6-overlay.version', 'S6_OVERLAY', `S6_OVERLAY_(?:VERSION|RELEASE)[=: ]{1,2}"?${DOTTED}`),

  //   Release:       v0.25.1                                            (the controller's banner)
  at(
    'ingress-nginx.version',
    'Release:',
    `^\\s{1,4}Release:\\s{1,12}v?(\\d{1,2}\\.\\d{1,3}\\.\\d{1,3}(?:-[\\w.]{1,20})?)\\s*$`,
  ),
  // quay.io/kubernetes-ingress-controller/nginx-ingress-controller:0.10.2      registry.k8s.io/ingress-nginx/controller:v1.2.0@sha256:…
  at(
    'ingress-nginx.version',
    'ingress',
    `(?:nginx-ingress-controller(?:-amd64)?|ingress-nginx/controller):v?(\\d{1,2}\\.\\d{1,3}(?:\\.\\d{1,3})?(?:-[a-z][\\w.]{1,20})?)`,
  ),

  // github.com/containernetworking/cni v0.6.0
  at('cni.version', 'containernetworking/', `containernetworking/(?:cni|plugins)[ @:=]{1,2}${DOTTED}`),
  // iptables v1.6.1
  at('iptables.version', 'iptables v', `iptables v(\\d[\\w.]{1,20})`),
  // ceph version 12.2.12 (1436006594665279fe734b4c15d7e08c13ebd777) luminous (stable)
  at('ceph.version', 'ceph', `ceph version ${DOTTED}`),
  // go version go1.17.5 linux/amd64      GoVersion:"go1.12.9"
  at(
    'go.version',
    'go1.',
    `(?:go version |GoVersion[:=]"|[gG]o ?[vV]ersion:? {1,12})go(1\\.\\d{1,2}(?:\\.\\d{1,2})?)`,
  ),
];
