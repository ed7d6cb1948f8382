import { describe, expect, it } from 'vitest';
import { parse } from './parts';
import { read } from './read/read';

const parsed = (lines: readonly string[]) => parse([read(0, lines.join('\n'), new Set())]);
const journal = (count: number) =>
  Array.from({ length: count }, (_, i) => `Jun 14 06:00:${10 + i} node-a systemd[1]: Started unit ${i}.`);
const klog = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `I0614 06:00:${10 + i}.123456    1893 kubelet_getters.go:187] "Pod status updated"`,
  );
const app = (count: number) =>
  Array.from({ length: count }, (_, i) => `2024-06-14T06:00:${10 + i}.120Z INFO  order ${i} accepted`);
const between = (lines: readonly string[], others: readonly string[]) =>
  lines.flatMap((line, i) => (i === 0 ? [line] : [...others, line]));
const of = (lines: readonly string[], format: string) =>
  parsed(lines).parts.filter((part) => part.format === format);

const GOROUTINE = [
  'goroutine 115 [semacquire, 5611 minutes]:',
  'sync.(*RWMutex).RLock(0xc458049b96)',
  '        /usr/local/go/src/sync/rwmutex.go:50 +0x4b',
  'created by github.com/docker/docker/daemon.NewDaemon',
];
const TABLE = [
  'NAME    DESIRED   CURRENT   READY   AGE',
  'web-1   0         0         0       81m',
  'web-2   0         0         0       81m',
  'web-3   0         0         0       81m',
];
const DESCRIBE = [
  'Name:         web-1',
  'Namespace:    default',
  'Status:       Running',
  'Node:         n1/10.0.0.1',
];

describe.each([
  ['the journal', journal(20)],
  ['a log with a stamp', klog(20)],
  ['a log of no known format', app(20)],
])('between the lines of a block stands %s', (_, others) => {
  it.each([
    ['goroutines', GOROUTINE],
    ['kubectl-get', TABLE],
    ['kubectl-describe', DESCRIBE],
  ])('%s stay one part', (format, block) => {
    expect(of(between(block, others), format)).toMatchObject([{ lines: { length: block.length } }]);
  });
  it('and the stack is whole', () => {
    expect(parsed(between(GOROUTINE, others)).stacks.map((stack) => stack.frames.length)).toEqual([2]);
  });
});

it('begins a block anew where one in one piece ended long before', () => {
  expect(
    of([...TABLE, ...journal(20), 'web-9   0         0         0       81m'], 'kubectl-get'),
  ).toHaveLength(1);
  const stack = [
    '[<0>] do_wait+0x1/0x2',
    '[<0>] do_exit+0x1/0x2',
    '[<0>] foo_bar+0x1/0x2',
    '[<0>] bar_foo+0x1/0x2',
  ];
  expect(parsed([...stack, ...journal(20), ...stack]).stacks).toHaveLength(2);
  expect(of([...DESCRIBE, ...klog(20), ...DESCRIBE], 'kubectl-describe')).toHaveLength(2);
});

it('begins a block anew at its header, also when interleaved', () => {
  expect(of(between([...TABLE, ...TABLE], journal(5)), 'kubectl-get')).toHaveLength(2);
  const commands = [
    '# cat /proc/12/stack',
    '[<0>] do_wait+0x1/0x2',
    '# cat /proc/13/stack',
    '[<0>] do_wait+0x1/0x2',
  ];
  expect(parsed(between(commands, journal(20))).stacks.map((stack) => stack.pid)).toEqual([12, 13]);
});

it('keeps the programs of a journal apart, and two logs two parts', () => {
  const dump = GOROUTINE.map((line) => `Jun 14 06:00:00 node-b dockerd[7]: ${line}`);
  expect(parsed(between(dump, journal(3))).stacks).toHaveLength(1);
  expect(parsed(between(klog(4), journal(2))).parts.map((part) => part.format)).toEqual([
    'kubelet-log',
    'journal',
  ]);
});
