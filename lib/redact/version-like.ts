/** Four numbers with dots are an address, unless what stands around them says that they are a version. */

interface Sign {
  /** A text it was written for. */
  example: string;
  test(address: string, before: string, after: string): boolean;
}

const PRIVATE =
  /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;

const PRODUCT =
  /(?:s6-overlay|openssl|docker(?:-ce)?|containerd|runc|kubelet|kubernetes|kernel|linux|chrome|chromium|jdk|java|openjdk|jre|node\.?js|etcd|calico|cilium|cni|nginx|haproxy|envoy|istio|ceph|glibc|libseccomp|systemd|iptables|ipvsadm|helm|supercronic|redis|postgres(?:ql)?|mysql|mongodb|elasticsearch|kafka|agent|driver|plugin|firmware|bios|chart|tag|release|build|package|pkg)["']?[ =:]{1,3}["']?v?$/i;

/** One sign is enough. */
const SIGNS: readonly Sign[] = [
  { example: 'v1.22.0.0', test: (_, before) => /(?:^|[^A-Za-z])v$/i.test(before) },
  // `server 10.2.3.4` ends in the same letters and is none.
  {
    example: 'S6_OVERLAY_VERSION=1.22.0.0',
    test: (_, before) =>
      /(?:version|release|revision|(?<![A-Za-z])(?:ver|rev))\w{0,3}\b["'\\]{0,4}[ \t]*(?:[:=]|is|%3D|%3A)?[ \t]*["'\\]{0,4}v?$/i.test(
        before,
      ),
  },
  {
    example: 'upgrade s6-overlay to 1.22.0.0',
    test: (address, before) =>
      !PRIVATE.test(address) &&
      /\b(?:upgrad|updat|downgrad|instal|bump|version)\w*\b[^\n.]{0,60}$/i.test(before),
  },
  { example: 'fixed in <1.22.0.0', test: (_, before) => /(?:(?<!-)[<>]=?|[=~^]=)[ \t]?["']?$/.test(before) },
  {
    example: 's6-overlay 1.22.0.0',
    test: (address, before) => !PRIVATE.test(address) && PRODUCT.test(before),
  },
  {
    example: 'Chrome/103.0.0.0',
    test: (address, before) => /(?:^|[^/\w])[A-Z][\w.+-]*\/$/.test(before) && !PRIVATE.test(address),
  },
  {
    example: 's6-overlay/1.22.0.0',
    test: (address, before) => /[\w.+-]\/$/.test(before) && /^[1-9]\./.test(address),
  },
  {
    example: 's6-overlay-1.22.0.0.tar.gz',
    test: (address, before) =>
      /[A-Za-z\d][-_]$/.test(before) && !PRIVATE.test(address) && Number(address.split('.')[0]) < 32,
  },
  // linux-image-5.4.0.42-generic, 1.22.0.0-r1, 4.18.0.305+deb, 1.2.3.4.el7; no range of addresses
  {
    example: '5.4.0.42-generic',
    test: (address, _, after) =>
      !PRIVATE.test(address) &&
      /^(?:[-+~_](?:[a-z]|\d+(?!\d*\.\d))|\.(?:el|fc|amzn|deb|tar|tgz|zip|rpm|jar|x86))/i.test(after),
  },
  {
    example: 'my/image:1.22.0.0',
    test: (address, before) =>
      /[a-z0-9][\w./-]*\/[\w.-]+:$/i.test(before) && !/\/\/[^\s/]*:$/.test(before) && !PRIVATE.test(address),
  },
  {
    example: 'ii  s6-overlay  1.22.0.0  amd64',
    test: (_, before) => /(?:^|\n)(?:ii|rc|hi|iU)[ \t]+[\w.+:-]+[ \t]+(?:\d+:)?$/.test(before),
  },
  // A network without its mask would end like this; a host does not.
  {
    example: '1.22.0.0',
    test: (address, _, after) => /^[1-9]\.\d+\.(?:0\.0|\d\.0)$/.test(address) && !/^\/\d/.test(after),
  },
];

/** Whether the four numbers are a version; `before` and `after` are up to 100 characters on either side. */
export function looksLikeVersion(address: string, before: string, after: string): boolean {
  return SIGNS.some((sign) => sign.test(address, before, after));
}
