import { expect, it } from 'vitest';
import { wrapHard, wrapWords } from '../../evaluate/damage';
import { read } from './read';

const texts = (text: string) => read(0, text, new Set()).lines.map((line) => line.text);
const EVENTS = [
  '  Normal  Pulling    4m25s  kubelet            Pulling image "registry.lab.example/base/echo:2.1"',
  '  Normal  Pulled     11s    kubelet            Successfully pulled image "registry.lab.example/base/echo:2.1" in 1.914s (4m14.207s including waiting). Image size: 7214331 bytes.',
  '  Normal  Created    11s    kubelet            Created container: echo',
];
const KLOG =
  'E0307 15:40:23.754617       1 controller.go:163] Cannot determine if default/job needs to be started: Too many missed start times to list';
const SAME = [11, 21, 31, 41].map(
  (s) =>
    `E0402 08:00:${s}.220117       1 cronjob.go:117] expected type of the Job *batchv1.JobList, got type *internal.List`,
);
const PROFILE = [
  '         0     0%     0%      4.89s 40.08%  k8s.io/kubernetes/vendor/github.com/google/cadvisor/manager.housekeeping',
  '     0.01s 0.08%  0.16%      4.61s 37.79%  k8s.io/kubernetes/vendor/github.com/google/cadvisor/container.GetStats',
  '     3.04s 24.9% 25.41%      3.23s 26.48%  k8s.io/kubernetes/vendor/github.com/google/cadvisor/fs.Manager.GetStats',
  '     3.04s 24.9% 25.41%      3.23s 26.48%  syscall.Syscall',
];
const VMSTAT = [
  'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
  ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
  ' 2  0      0 3011224   2088 1320116    0    0   112    44  901 1700  9  3 88  0  0',
  ' 3  1      0 402118   2088 1014410    0    0  9120    12 2204 3011 41 20 28 11  0',
];

it('puts together a single record cut at an odd column, its blank in front of the rest', () => {
  expect(texts(wrapHard(KLOG, KLOG.indexOf(' missed')))).toEqual([KLOG]);
});

it('puts together the one long row of an indented table', () => {
  expect(texts(wrapHard(EVENTS.join('\n'), 117))).toEqual(EVENTS);
});

it('keeps the blanks of lines broken between words that all broke at the same place', () => {
  expect(texts(wrapWords(SAME.join('\n'), 80))).toEqual(SAME);
});

it('puts a long last word behind its row again', () => {
  const words = texts(wrapWords(PROFILE.join('\n'), 80));
  expect(words.map((text) => text.replace(/\s+/g, ' '))).toEqual(
    PROFILE.map((text) => text.replace(/\s+/g, ' ')),
  );
});

it('leaves the headers of a table alone that is as wide as the terminal', () => {
  expect(texts(wrapHard(VMSTAT.join('\n'), 80))).toEqual(VMSTAT);
});

it.each([
  [
    'names and figures that are padded to one width',
    'container_memory_working_set_bytes  15.1Gi\ncontainer_memory_rss                 2.6Gi\ncontainer_memory_cache              14.0Gi',
  ],
  [
    'keys at the margin of YAML',
    'metadata:\n  name: metrics-opentelemetry-collector-agent\nspec:\n  replicas: 1',
  ],
  [
    'a remark under the last record',
    '14:20:33.131005 IP 192.0.2.80.443 > 10.20.7.41.40012: Flags [S.], seq 771210, length 0\n14:20:34.131005 IP 192.0.2.80.443 > 10.20.7.41.40012: Flags [S.], seq 771210, length 0\non eth0 the first two SYNs are missing',
  ],
  [
    'figures below a record',
    '[ 1234.567890] active_anon:2134 inactive_anon:200000 isolated_anon:0 and more of it\n active_file:36 inactive_file:12',
  ],
  ['a table as it stands', VMSTAT.join('\n')],
])('does not join %s', (_, text) => expect(texts(text)).toEqual(text.split('\n')));

it.each([
  'sh: 1: Cannot fork',
  '-bash: fork: retry: Resource temporarily unavailable',
  'Error from server (NotFound): pods "web-0" not found',
])('leaves %s a line of its own behind a full one', (said) => {
  const full = '[1200.100000] cgroup: fork rejected by pids controller in /kubepods/pod12/abcdef';
  expect(full).toHaveLength(80);
  expect(texts(`${full}\n${said}`)).toEqual([full, said]);
});
