import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../read/line';
import { read } from '../read/read';
import { parse } from '../parts';
import type { LineContext } from './format';
import { formatOf, FORMATS_IN_ORDER } from './index';
import { FORMATS, isFormatId, type FormatId } from './ids';

/** One line a format; each is also a look-alike for all others that are neither its parent nor its child. */
const SAMPLES: [FormatId, string, LineContext?][] = [
  ['klog', 'I1206 14:46:32.274258      13 main.go:158] Received SIGTERM, shutting down'],
  [
    'kubelet-log',
    'I0403 15:18:39.934473    3652 kubelet.go:1778] skipping pod synchronization - [PLEG is not healthy]',
  ],
  ['logfmt', 'time="2021-05-01T10:00:00Z" level=info msg=starting iteration=0 job.command="sleep 1"'],
  [
    'docker-log',
    'time="2021-06-10T16:09:15.458629778+08:00" level=info msg="Container 10f0451e1345 failed to exit within 10 seconds"',
  ],
  [
    'containerd-log',
    'time="2022-11-03T09:00:00.1Z" level=info msg="RunPodSandbox for &PodSandboxMetadata{Name:web-0,Uid:a,Namespace:default,Attempt:0,}"',
  ],
  [
    'json-log',
    '{"level":"error","ts":1612345678.1,"caller":"controller/controller.go:10","msg":"Reconciler error"}',
  ],
  ['nginx-access', '203.0.113.7 - - [13/May/2024:10:11:02 +0000] "GET / HTTP/2.0" 502 157 "-" "curl/8.0"'],
  [
    'nginx-error',
    '2018/06/25 15:26:49 [error] 31#31: *1208 connect() failed (111: Connection refused) while connecting to upstream',
  ],
  [
    'dmesg',
    '[34421.800438] Memory cgroup out of memory: Killed process 4876 (runc:[2:INIT]) total-vm:1539692kB',
  ],
  ['hung-task', '[So Dec 20 15:18:39 2020] INFO: task mysqld:89749 blocked for more than 120 seconds.'],
  ['proc-stack', '[<ffffffffa0072807>] do_wait+0x1d7/0x250'],
  ['goroutines', 'goroutine 115 [semacquire, 5611 minutes]:'],
  [
    'terraform',
    'google_container_cluster.cluster: Error waiting for updating GKE master version: All cluster resources were brought up',
  ],
  ['shell', '[root@wc-testk8s-0-103 cgroup]# cat /proc/291967/stack'],
];

/** Other shapes of the same formats. */
const MORE: [FormatId, string, LineContext?][] = [
  [
    'klog',
    'controller.go:163] Cannot determine if default/x needs to be started: Too many missed start times to list',
  ],
  [
    'kubelet-log',
    'I0318 00:20:04.380727    5479 server.go:570] Event(api.ObjectReference{Kind:"Pod", Namespace:"e2e", Name:"x"}): type: \'Normal\'',
  ],
  ['docker-log', 'level=error msg="containerd: start init process" error="exit status 2"'],
  ['logfmt', 'ts=2024-05-01T10:00:00.1Z caller=main.go:10 level=info msg="Starting Prometheus"'],
  ['json-log', '{"severity":"INFO","timestamp":"2024-05-01T10:00:00Z","message":"x"}'],
  [
    'nginx-access',
    '198.51.100.87 - [198.51.100.87] - - [25/Jun/2018:15:26:54 +0000] "HEAD / HTTP/1.1" 307 0 "-" "updown.io daemon 2.2" 216 0.003 [apps-web] 172.26.127.53:5000 0 0.004 307 11d6',
  ],
  ['dmesg', 'NMI watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [runc:[1:CHILD]:472380]'],
  ['dmesg', '5193605.506728] Task in /kubepods/podb21f6bc5 killed as a result of limit of /kubepods'],
  ['dmesg', '<4>[77374.598641] Call Trace:'],
  ['hung-task', '[1.000001] INFO: task kworker/u8:1:42 blocked in I/O wait for more than 122 seconds.'],
  ['hung-task', '[1.000001] "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.'],
  ['hung-task', 'mysqld          D ffff98eb46579360     0 89749  60653 0x00000080'],
  ['hung-task', '[77374.598641]  __schedule+0x24e/0x880', { previous: 'hung-task' }],
  ['proc-stack', '[<0>] iterate_supers+0xa2/0x110'],
  ['proc-stack', '[<ffffffffffffffff>] 0xffffffffffffffff'],
  ['proc-stack', '== 291967', { previous: 'proc-stack' }],
  ['goroutines', 'created by github.com/docker/docker/daemon.NewDaemon'],
  ['goroutines', '\t/usr/local/go/src/runtime/sema.go:56 +0x3b'],
  ['goroutines', 'sync.(*RWMutex).RLock(0xc458049b96)', { previous: 'goroutines' }],
  ['terraform', 'module.gke.google_container_node_pool.pools["a"]: Still creating... [10s elapsed]'],
  [
    'terraform',
    ' google_container_cluster.cluster: Error waiting for updating GKE master version: All cluster',
  ],
  ['terraform', 'Plan: 1 to add, 2 to change, 0 to destroy.'],
];

const lineOf = (text: string): Line => ({ source: 0, from: 1, to: 1, text, start: 0, map: null });
const sure = (id: FormatId, text: string, context: LineContext = {}) =>
  formatOf(id).line(text, context, lineOf(text));
const related = (a: FormatId, b: FormatId) =>
  a === b ||
  (FORMATS[a] as { parent?: string }).parent === b ||
  (FORMATS[b] as { parent?: string }).parent === a;

describe.each([...SAMPLES, ...MORE])('%s: %s', (id, text, context) => {
  it('is recognised, by itself and among all formats', () => {
    expect(sure(id, text, context)).toBeGreaterThanOrEqual(0.8);
    if (!context) expect(parse([read(0, `${text}\n`, new Set())]).parts[0]).toMatchObject({ format: id });
  });

  it('is taken for nothing else', () => {
    for (const other of FORMATS_IN_ORDER) {
      if (!related(other.id, id))
        expect([other.id, sure(other.id, text, context) >= 0.8]).toEqual([other.id, false]);
    }
  });
});

it.each([
  'kubelet: this is a sentence about klog and I0403',
  'INFO 2024-05-01 10:00:00 server started',
  'Waited for 192.977736ms due to client-side throttling, not priority and fairness, request: GET:https://x',
  'npm ERR! code ENOSPC',
  'F, [2024-05-13T12:10:20.118811 #812] FATAL -- : [0b1c7d2e]',
  '2024-05-13T11:20:01.004Z INFO  server listening addr=:8080',
  '05-13 12:30:01.110  1412  1430 I ActivityManager: Start proc 9911:com.example.notes/u0a212',
  'shop_db_backup exited with code 137',
  '{"cniVersion":"0.4.0","supportedVersions":["0.1.0"]}',
  '[ERROR] plugin/errors: 2 otel-collector.svc. AAAA: read udp 192.168.104.134:40925->8.8.8.8:53: i/o timeout',
  'TASK [common : install] ***',
  '   41 |   });',
])('no log format is sure of %s', (text) => {
  for (const [id] of SAMPLES) expect([id, sure(id, text) >= 0.8]).toEqual([id, false]);
});

it('has one file for each format, under its own id', () => {
  for (const format of FORMATS_IN_ORDER) expect(isFormatId(format.id)).toBe(true);
  expect(new Set(FORMATS_IN_ORDER.map((format) => format.id)).size).toBe(FORMATS_IN_ORDER.length);
  expect(FORMATS_IN_ORDER.at(-1)!.id).toBe('plain');
});

it('never throws, also on binary text', () => {
  const start = fc.constantFrom('', ...SAMPLES.map(([, text]) => text.slice(0, 30)));
  fc.assert(
    fc.property(start, fc.string({ unit: 'binary', maxLength: 60 }), (head, tail) => {
      for (const format of FORMATS_IN_ORDER) {
        const line = lineOf(head + tail);
        for (const context of [{}, { previous: format.id, header: head, command: tail }]) {
          const confidence = format.line(line.text, context, line);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
        format.time?.(line.text, line);
        format.continues?.(line.text, {});
      }
    }),
  );
});

it('stays linear on hostile lines', () => {
  const hostile = [
    'a'.repeat(60_000),
    ' '.repeat(60_000),
    'a.'.repeat(30_000),
    '(a('.repeat(20_000),
    '[<'.repeat(30_000),
    'a/'.repeat(30_000),
    '0 '.repeat(30_000),
  ];
  const started = performance.now();
  for (const text of hostile) for (const [id] of SAMPLES) sure(id, text, { previous: id });
  expect(performance.now() - started).toBeLessThan(1500);
});
