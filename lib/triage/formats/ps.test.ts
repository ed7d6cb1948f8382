import { expect, test } from 'vitest';
import { ps } from './ps';
import { confidences, factsOf, toPart } from './test-lines';

const TREE = ` \\_ docker-containerd-shim 833b60bb9ff4 /var/run/docker/libcontainerd/833b60bb9ff4 docker-runc
|   \\_ /usr/local/bin/supercronic -json /crontabs/cron
|       \\_ /usr/bin/newrelic-daemon --agent --pidfile /var/run/newrelic-daemon.pid
|       |   \\_ /usr/bin/newrelic-daemon --agent --pidfile /var/run/newrelic-daemon.pid
|       \\_ [newrelic-daemon] 
|       \\_ [curl] 
|       \\_ [curl] 
|       \\_ [curl] `;

test('a tree that lost its <defunct> still shows its zombies', () => {
  expect(Math.min(...confidences(ps, TREE))).toBeGreaterThanOrEqual(0.8);
  expect(factsOf(ps, TREE)).toEqual({
    'ps.processes': 8,
    'ps.zombies': 4,
    'ps.zombie_siblings@supercronic': 4,
  });
  expect(ps.state?.(toPart(ps, TREE))).toBe('4 zombies, most under supercronic');
});

test('kernel threads in a tree are no zombies', () => {
  const kernel = ' \\_ [kworker/0:1]\n \\_ [jbd2/sda1-8]\n \\_ [ksoftirqd/0]\n \\_ [migration/0]';
  expect(factsOf(ps, kernel)).toEqual({ 'ps.processes': 4 });
});

test('aux rows are read without their header, and with whitespace collapsed', () => {
  const row = 'root     16688  0.0  0.0      0     0 ?        Z    Feb06   0:00      |       \\_ [curl] ';
  for (const text of [row, row.replace(/\s+/g, ' ')]) {
    expect(confidences(ps, text)[0]).toBeGreaterThanOrEqual(0.9);
    expect(factsOf(ps, text)).toEqual({ 'ps.processes': 1, 'ps.zombies': 1, 'ps.zombie_siblings@curl': 1 });
  }
});

test('-ef has no state: <defunct> says it, and PPID says whose', () => {
  const text = `UID        PID  PPID  C STIME TTY          TIME CMD
root         1     0  0 Apr23 ?        00:01:34 /usr/local/bin/pilot-agent proxy
root      5556     1  0 May08 ?        00:00:00 [rprobe.sh] <defunct>
root     17438     1  0 May09 ?        00:00:00 [tee] <defunct>
root     34267     0  0 13:37 pts/0    00:00:00 bash`;
  expect(Math.min(...confidences(ps, text))).toBeGreaterThanOrEqual(0.9);
  expect(factsOf(ps, text)).toEqual({
    'ps.processes': 4,
    'ps.zombies': 2,
    'ps.zombie_siblings@pilot-agent': 2,
  });
});

test('processes in D are counted and their pids kept', () => {
  const text = `   PID TTY      STAT   TIME COMMAND
 61020 ?        Ds     0:00 [dumb-init]
 60933 ?        Sl     0:00 docker-containerd-shim 9b242f460e86`;
  expect(factsOf(ps, text)).toMatchObject({
    'ps.dstate': 1,
    'process.pid@dumb-init': 61020,
    'ps.zombies': 0,
  });
});

test('a number is a count only by the command that printed it', () => {
  const zombies = "docker exec build-worker bash -c 'ps axo stat= | grep 'Z' | wc -l'";
  expect(confidences(ps, '100', zombies)[0]).toBeGreaterThanOrEqual(0.9);
  expect(factsOf(ps, '100', zombies)).toEqual({ 'ps.zombies': 100 });
  expect(factsOf(ps, '7', 'ps -eo stat= | grep -c ^Z')).toEqual({ 'ps.zombies': 7 });
  expect(factsOf(ps, '19782', 'ps auxfww | grep curl -c')).toEqual({ 'ps.processes@curl': 19782 });
  expect(factsOf(ps, '412', 'ps aux | wc -l')).toEqual({ 'ps.processes': 412 });
  expect(confidences(ps, '100')[0]).toBe(0);
  expect(confidences(ps, '100', 'ls /var/lib | wc -l')[0]).toBe(0);
  expect(factsOf(ps, '9000', 'ps -eLf | wc -l')).toEqual({});
});

test('uniq -c multiplies', () => {
  const text = '      7 Z    [bash] <defunct>\n     12 Z    [ps] <defunct>\n     81 Z    [sleep] <defunct>';
  expect(factsOf(ps, text, 'ps axo stat=,cmd= | grep "Z" | sort | uniq -c')).toMatchObject({
    'ps.zombies': 100,
    'ps.zombie_siblings@sleep': 81,
  });
});

test('a filtered listing without zombies says nothing about zombies', () => {
  const text = 'root      5518  0.0  0.0   4200  3544 ?        Ss   Feb06   0:00 /bin/bash';
  expect(factsOf(ps, text, 'ps aux | grep bash')).toEqual({ 'ps.processes': 1 });
});

test('the table of top, prose and logs are not ps', () => {
  for (const text of [
    '  PID USER      PR  NI    VIRT    RES    SHR S  %CPU %MEM     TIME+ COMMAND',
    ' 8547 root      20   0  771948  40064      0 S  21.5  3.9   2:48.13 kubelet',
    'The command of the process is [curl] and it waits',
    'I0403 15:18:39.934473    3652 kubelet.go:1778] skipping pod synchronization',
    'NAME   READY   STATUS    RESTARTS   AGE',
  ]) {
    expect(confidences(ps, text)[0], text).toBeLessThan(0.8);
  }
});
