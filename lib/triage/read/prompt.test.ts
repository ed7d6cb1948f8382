import { expect, test } from 'vitest';
import { commandOf } from './prompt';

test.each([
  ['[root@wc-testk8s-0-103 cgroup]# cat /proc/291967/stack', 'cat /proc/291967/stack'],
  ['[ops@app-docker0-ct2.db01:~]$ uname -a', 'uname -a'],
  ['$ uname -a', 'uname -a'],
  ['# cat /proc/cgroups', 'cat /proc/cgroups'],
  ['# for i in `seq 1 100`;do mkdir x; done', 'for i in `seq 1 100`;do mkdir x; done'],
  ['root@kube-node-1 ~ # ps auxfww | grep curl -c', 'ps auxfww | grep curl -c'],
  ['kube-3 ~ # systemctl daemon-reload', 'systemctl daemon-reload'],
  ['root@dockerhost03:~# grep -A1 Lock gdb.txt', 'grep -A1 Lock gdb.txt'],
  ['dev@laptop:~/src/tool$ ./build.sh', './build.sh'],
  ['➜  ~ kubectl get pods', 'kubectl get pods'],
  ['➜  ipam git:(leak) ✗ go build', 'go build'],
  ['(base) thsipam git:(leak) CNI_COMMAND=VERSION ./xxipam', 'CNI_COMMAND=VERSION ./xxipam'],
  ['sh-4.2$ cat memory.usage_in_bytes', 'cat memory.usage_in_bytes'],
  ['/ # ls', 'ls'],
  ['PS C:\\Users\\me> kubectl get nodes', 'kubectl get nodes'],
])('%s is a command', (text, command) => expect(commandOf(text)).toBe(command));

test.each([
  '# counting actual subpath units in systemd',
  '#!/bin/bash',
  '[303953.188291] INFO: task containerd-shim:662700 blocked',
  '[<ffffffffa0072807>] do_wait+0x1d7/0x250',
  '$ 5 million',
  'memory  11      65535   1',
  'E0320 04:59:09.572336 15702 remote_runtime.go:92] RunPodSandbox',
  '',
])('%s is none', (text) => expect(commandOf(text)).toBeUndefined());
