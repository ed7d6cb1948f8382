import { describe, expect, it } from 'vitest';
import { deepestTelling, isGeneric, waitsFor } from './generic-frames';
import { parse } from './parts';
import { read } from './read/read';
import { frameName } from './stacks-frame';

const stacksOf = (text: string) => parse([read(0, text, new Set())]).stacks;
const names = (text: string) => stacksOf(text).map((stack) => stack.frames.map((frame) => frame.name));

const INIT = `1[root@wc-testk8s-0-103 cgroup]# cat /proc/291967/stack
2[<ffffffffa0072807>] do_wait+0x1d7/0x250
3[<ffffffffa0073c49>] kernel_wait4+0x89/0x140
4[<ffffffffa0073d86>] SYSC_wait4+0x86/0x90
5[<ffffffffa0073e2e>] SyS_wait4+0xe/0x10
6[<ffffffffa0124183>] zap_pid_ns_processes+0x103/0x1a0
7[<ffffffffa00739b9>] do_exit+0xb29/0xbe0
8[<ffffffffa0001cc7>] do_syscall_64+0xe7/0x120
9[<ffffffffa0c00081>] entry_SYSCALL_64_after_hwframe+0x3d/0xa2
10[<ffffffffffffffff>] 0xffffffffffffffff
`;
const SYNC = `[<ffffffffa0ae9918>] call_rwsem_down_read_failed+0x18/0x30
[<ffffffffa0235da2>] iterate_supers+0xa2/0x110
[<ffffffffa0269ba4>] sys_sync+0x44/0xb0
[<ffffffffa0001c46>] do_syscall_64+0x66/0x120
[<ffffffffa0c00081>] entry_SYSCALL_64_after_
`;
const HUNG = `[77374.598482] INFO: task kworker/2:1:2695 blocked for more than 120 seconds.
[77374.598524]       Not tainted 4.15.0-72-generic #81-Ubuntu
[77374.598589] kworker/2:1     D    0  2695      2 0x80000000
[77374.598635] Call Trace:
[77374.598641]  __schedule+0x24e/0x880
[77374.598667]  ? xlog_sync+0x2d5/0x3c0 [xfs]
[77374.598669]  schedule+0x2c/0x80
[77374.598693]  _xfs_log_force_lsn.isra.3+0x20e/0x350 [xfs]
`;

describe('stacks of /proc/PID/stack', () => {
  it('reads the process from the command, drops addresses and puts the outermost frame first', () => {
    const [stack] = stacksOf(INIT);
    expect(stack).toMatchObject({ kind: 'proc', pid: 291967 });
    expect(stack!.frames.map((frame) => frame.name)).toEqual([
      'entry_SYSCALL_64_after_hwframe',
      'do_syscall_64',
      'do_exit',
      'zap_pid_ns_processes',
      'sys_wait4',
      'sys_wait4',
      'kernel_wait4',
      'do_wait',
    ]);
  });

  it('keeps a cut stack and says where each name stands', () => {
    const parsed = parse([read(0, SYNC, new Set())]);
    for (const frame of parsed.stacks[0]!.frames) {
      expect(parsed.lines[frame.at]!.line.text.slice(frame.start, frame.end)).toBe(frame.name);
    }
    expect(parsed.stacks[0]!.frames.at(-1)!.name).toBe('call_rwsem_down_read_failed');
  });

  it.each([
    [
      'a new outermost frame',
      `${INIT.split('\n').slice(1).join('\n').replace(/^\d+/gm, '')}${SYNC}`,
      [undefined, undefined],
    ],
    ['== lines', `== 12\n[<0>] do_wait+0x1/0x2\n== 13 s6-sync\n[<0>] iterate_supers+0x1/0x2\n`, [12, 13]],
    [
      'head',
      `==> /proc/12/stack <==\n[<0>] do_wait+0x1/0x2\n\n==> /proc/13/stack <==\n[<0>] iterate_supers+0x1/0x2\n`,
      [12, 13],
    ],
    [
      'grep',
      `/proc/12/stack:[<0>] do_wait+0x1/0x2\n/proc/13/task/14/stack:[<0>] iterate_supers+0x1/0x2\n`,
      [12, 14],
    ],
    [
      'commands',
      `# cat /proc/12/stack\n[<0>] do_wait+0x1/0x2\n# cat /proc/13/stack\n[<0>] iterate_supers+0x1/0x2\n`,
      [12, 13],
    ],
  ])('tells stacks apart by %s', (_, text, pids) => {
    const stacks = stacksOf(text);
    expect(stacks.map((stack) => stack.pid)).toEqual(pids);
    expect(stacks[1]!.frames.some((frame) => frame.name === 'iterate_supers')).toBe(true);
  });
});

describe('stacks of kernel reports', () => {
  it('names the task and drops unreliable frames', () => {
    expect(stacksOf(HUNG)).toMatchObject([{ kind: 'trace', task: 'kworker/2:1', pid: 2695 }]);
    expect(names(HUNG)).toEqual([['_xfs_log_force_lsn', 'schedule', '__schedule']]);
  });

  it('keeps two reports apart, and lines of other programs out', () => {
    const between =
      'E0320 04:59:09.572336   15702 remote_runtime.go:92] RunPodSandbox from runtime service failed\n';
    const lines = `${HUNG}${HUNG.replaceAll('2695', '77')}`.trimEnd().split('\n');
    const stacks = stacksOf(`${lines.join(`\n${between}`)}\n`);
    expect(stacks.map((stack) => [stack.pid, stack.frames.length])).toEqual([
      [2695, 3],
      [77, 3],
    ]);
  });

  it('reads the state line of newer kernels', () => {
    const text =
      '[1.000001] task:containerd-shim state:D stack:    0 pid:662700 ppid:     1 flags:0x00004002\n[1.000002] Call Trace:\n[1.000003]  <TASK>\n[1.000004]  wb_wait_for_completion+0x51/0x80\n';
    expect(stacksOf(text)).toMatchObject([{ task: 'containerd-shim', pid: 662700 }]);
  });
});

describe('goroutines', () => {
  it('gives calls without arguments, the creator outermost', () => {
    const text = `goroutine 115 [semacquire, 5611 minutes]:
sync.(*RWMutex).RLock(0xc458049b96)
        /usr/local/go/src/sync/rwmutex.go:50 +0x4b
k8s.io/kubernetes/vendor/github.com/docker/docker/daemon.(*Daemon).execCommandGC(0xc4506c08c0)
        /go/src/github.com/docker/docker/daemon/exec.go:296 +0x17f
created by github.com/docker/docker/daemon.NewDaemon
        /go/src/github.com/docker/docker/daemon/daemon.go:980 +0x2b17
`;
    expect(stacksOf(text)).toMatchObject([{ kind: 'go', task: 'goroutine 115 [semacquire, 5611 minutes]' }]);
    expect(names(text)[0]).toEqual([
      'github.com/docker/docker/daemon.NewDaemon',
      'github.com/docker/docker/daemon.(*Daemon).execCommandGC',
      'sync.(*RWMutex).RLock',
    ]);
  });
});

it.each([
  ['SyS_sync', 'sys_sync'],
  ['SYSC_wait4', 'sys_wait4'],
  ['__x64_sys_sync', 'sys_sync'],
  ['__ia32_sys_sync', 'sys_sync'],
  ['__se_sys_sync', 'sys_sync'],
  ['__do_sys_sync', 'sys_sync'],
  ['ksys_sync', 'sys_sync'],
  ['xlog_sync.isra.3', 'xlog_sync'],
  ['a.constprop.1.part.2', 'a'],
  ['do_wait', 'do_wait'],
])('calls %s %s', (symbol, name) => expect(frameName(symbol)).toBe(name));

describe('what a stack says', () => {
  it.each([
    [INIT, 'do_wait', 'zap_pid_ns_processes', /other processes/],
    [SYNC, 'call_rwsem_down_read_failed', 'iterate_supers', /every filesystem/],
    [
      '[<0>] __ceph_do_pending_vmtruncate+0x4e/0x260 [ceph]\n[<0>] sys_open+0x1/0x2\n',
      '__ceph_do_pending_vmtruncate',
      '__ceph_do_pending_vmtruncate',
      /Ceph/,
    ],
    [
      '[<0>] wait_woken+0x6e/0x90\n[<0>] n_tty_read+0x3e4/0x920\n[<0>] tty_read+0x92/0xf0\n',
      'n_tty_read',
      'n_tty_read',
      /idle shell/,
    ],
  ])('finds the telling frame and the wait', (text, telling, anchor, words) => {
    const stack = stacksOf(text)[0]!;
    expect(deepestTelling(stack)!.name).toBe(telling);
    expect(waitsFor(stack)!.frame.name).toBe(anchor);
    expect(waitsFor(stack)!.anchor.waitsFor).toMatch(words);
  });

  it('knows what says nothing', () => {
    for (const name of [
      'do_syscall_64',
      'entry_SYSCALL_64_fastpath',
      '__schedule',
      'io_schedule_timeout',
      'kthread',
      'ret_from_fork',
    ]) {
      expect(isGeneric(name)).toBe(true);
    }
    expect(isGeneric('iterate_supers')).toBe(false);
  });
});
