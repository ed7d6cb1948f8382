/** Healthy logs of a node, mixed and without end: for tests and benchmarks. Same seed, same lines. */

/** mulberry32, a generator of 32 bits (public domain, Tommy Ettinger). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const two = (n: number): string => String(n).padStart(2, '0');
const hex = (n: number, size: number): string => n.toString(16).padStart(8, '0').repeat(8).slice(0, size);
const PODS = [
  'web-6b7c4f9d5-k2x4m',
  'api-77d9c8b6f-q8zvn',
  'cart-0',
  'ingest-5f4d7c9b8-7xk2p',
  'cron-28533120-h5tqz',
];
const IMAGES = ['registry.example.com/shop/web:1.42.0', 'registry.example.com/shop/api:2.7.1', 'nginx:1.25'];

/** One line a kind; `at` is the second since midnight, `r` gives numbers. */
const KINDS: ((at: string, micro: string, r: () => number) => string)[] = [
  (at, micro, r) => {
    const pod = PODS[r() % PODS.length]!;
    return `I0513 ${at}.${micro}    2143 kubelet.go:1958] "SyncLoop (PLEG): event for pod" pod="shop/${pod}" event={"ID":"${hex(r(), 8)}-7c1d-4a52-9f0e-${hex(r(), 12)}","Type":"ContainerStarted","Data":"${hex(r(), 64)}"}`;
  },
  (at, micro, r) =>
    `I0513 ${at}.${micro}    2143 prober.go:121] "Probe succeeded" probeType="Readiness" pod="shop/${PODS[r() % PODS.length]}" containerName="app" latency="${r() % 90}ms"`,
  (at, micro, r) =>
    `I0513 ${at}.${micro}       1 httplog.go:132] "HTTP" verb="GET" URI="/api/v1/namespaces/shop/pods?limit=${r() % 500}" latency="${r() % 40}.${r() % 999}ms" userAgent="kubelet/v1.24.3" srcIP="10.32.${r() % 255}.${r() % 255}:${1024 + (r() % 60000)}" resp=200`,
  (at, micro, r) =>
    `time="2024-05-13T${at}.${micro}Z" level=info msg="StartContainer for \\"${hex(r(), 64)}\\" returns successfully"`,
  (at, micro, r) =>
    `time="2024-05-13T${at}.${micro}Z" level=info msg="ImageUpdate event" name="${IMAGES[r() % IMAGES.length]}" labels="map[io.cri-containerd.image:managed]"`,
  (at, _micro, r) => `May 13 ${at} node-1 systemd[1]: Started Session ${r() % 9000} of user deploy.`,
  (at, _micro, r) =>
    `May 13 ${at} node-1 sshd[${r() % 30000}]: Accepted publickey for deploy from 10.32.8.${r() % 255} port ${r() % 60000} ssh2: ED25519 SHA256:${hex(r(), 40)}`,
  (at, _micro, r) =>
    `10.32.${r() % 255}.${r() % 255} - - [13/May/2024:${at} +0000] "GET /cart/items/${r() % 100000}?page=${r() % 9} HTTP/1.1" 200 ${r() % 60000} "https://shop.example.com/" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"`,
  (at, micro, r) =>
    `{"level":"info","ts":"2024-05-13T${at}.${micro}Z","logger":"controller","msg":"Reconciled","name":"${PODS[r() % PODS.length]}","namespace":"shop","generation":${r() % 90},"took":"${r() % 400}ms"}`,
  (at, micro, r) =>
    `2024-05-13 ${at},${micro.slice(0, 3)} INFO  [http-nio-8080-exec-${r() % 40}] c.e.shop.OrderService - order ${r() % 900000} placed by customer ${r() % 90000} in ${r() % 300} ms`,
  (at, micro, r) =>
    `I0513 ${at}.${micro}    2143 operation_generator.go:658] "MountVolume.SetUp succeeded for volume \\"kube-api-access-${hex(r(), 5)}\\" (UniqueName: \\"kubernetes.io/projected/${hex(r(), 8)}-kube-api-access\\") pod \\"${PODS[r() % PODS.length]}\\""`,
  (at, micro, r) =>
    `I0513 ${at}.${micro}       1 proxier.go:820] "SyncProxyRules complete" elapsed="${r() % 80}.${r() % 99}ms" numServices=${200 + (r() % 40)} numEndpoints=${900 + (r() % 90)}`,
];

/** Lines for ever, time moving forward about 20 lines a second; each line ends in LF. */
export function noiseLines(seed = 1): () => string {
  const r = generator(seed);
  let tick = 0;
  return () => {
    const second = Math.floor(tick++ / 20) % 86_400;
    const at = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
    return `${KINDS[r() % KINDS.length]!(at, String(r() % 1_000_000).padStart(6, '0'), r)}\n`;
  };
}

/** At least `size` characters of noise, whole lines. */
export function noise(size: number, seed = 1): string {
  const next = noiseLines(seed);
  const lines: string[] = [];
  for (let length = 0; length < size;) {
    const line = next();
    lines.push(line);
    length += line.length;
  }
  return lines.join('');
}
