import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packWith } from './test-pack';
import { run } from './test-run';

const waits = (text: string) => run(packWith([]), text).waits ?? [];
const sample = (name: string) => readFileSync(`content/incidents/${name}`, 'utf8');

const STACK = (pid: number, ...frames: string[]) =>
  `# cat /proc/${pid}/stack\n${frames.map((frame) => `[<ffffffff810a1b2c>] ${frame}+0x10/0x20`).join('\n')}\n[<ffffffffffffffff>] 0xffffffffffffffff\n`;

it('two pasted stacks are two tasks, each with what it waits for and where that stands', () => {
  const found = waits(sample('sync-hang-on-container-stop/hit-seed-two-stacks.txt'));
  expect(found.map(({ pids, for: thing, frame, line }) => ({ pids, thing, frame, line }))).toEqual([
    { pids: [291967], thing: 'namespace', frame: 'zap_pid_ns_processes', line: 6 },
    { pids: [362091], thing: 'sync-all', frame: 'iterate_supers', line: 20 },
  ]);
});

it('a hung-task report names its task', () => {
  expect(waits(sample('sync-hang-on-container-stop/hit-shim-and-sync.txt'))[0]).toMatchObject({
    task: 'containerd-shim',
    pids: [66270],
    for: 'sync-one',
  });
});

it('tasks of one name that wait for one thing are one, counted', () => {
  const report = (pid: number) =>
    `INFO: task app:${pid} blocked for more than 120 seconds.\n      Not tainted 5.4.0 #1\napp  D    0 ${pid}   1 0x00004000\nCall Trace:\n __schedule+0x2e3/0x740\n ceph_mdsc_do_request+0x46/0x100\n do_syscall_64+0x57/0x190\n`;
  expect(waits([11, 12, 13, 14, 15].map(report).join(''))).toMatchObject([
    { task: 'app', pids: [11, 12, 13], count: 5, for: 'ceph' },
  ]);
});

it('an idle task waits for nothing worth a picture, and text without stacks neither', () => {
  expect(waits(STACK(7, 'wait_woken', 'n_tty_read', 'tty_read', 'vfs_read', 'do_syscall_64'))).toEqual([]);
  expect(waits('all is well\n')).toEqual([]);
});
