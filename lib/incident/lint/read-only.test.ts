import { describe, expect, it } from 'vitest';
import { loadBook } from '../load.server';
import { usualPastes } from '../../triage/paste-next';
import { changes, isBounded, lintReadOnly } from './read-only';

describe('a command that changes something', () => {
  it.each([
    'kubectl delete pod web-0',
    'kubectl -n shop delete pod web-0',
    'kubectl --context=prod -n shop apply -f x.yaml',
    'kubectl drain node-1 --ignore-daemonsets',
    'kubectl cordon node-1',
    'kubectl scale deploy web --replicas=0',
    'kubectl edit cm x',
    'kubectl rollout restart deploy web',
    'kubectl exec web-0 -- rm -rf /data',
    'kubectl exec web-0 -- sh -c "echo 1 > /data/x"',
    'rm -rf /var/lib/docker',
    'sudo rm x',
    'ls; rm x',
    'find / -name x | xargs rm',
    'mv a b',
    'kill -9 4127',
    'kill -USR1 4127',
    'for p in 1 2; do kill $p; done',
    'echo $(reboot)',
    'systemctl stop kubelet',
    'systemctl --no-block restart docker',
    'docker stop x',
    'crictl rmp -f x',
    'echo 1 > /proc/sys/vm/drop_caches',
    'echo 3 >/proc/sys/vm/drop_caches',
    'sysctl -w vm.drop_caches=3',
    'umount /mnt',
    'iptables -t nat -F',
    'ls | tee /etc/x',
    "sed -i 's/a/b/' /etc/x",
  ])('%s', (command) => {
    expect(changes(command)).not.toBeNull();
  });
});

describe('a command that only reads', () => {
  it.each([
    'kubectl get pods -A',
    'kubectl describe pod web-0 | tail -n 40',
    'kubectl exec web-0 -- cat /proc/1/cmdline',
    'kubectl create configmap x --from-literal=a=b --dry-run=server -o name',
    "grep -E 'rm|kill|reboot' /var/log/messages | head",
    'ls /usr/bin/rm 2>/dev/null',
    'dmesg 2>&1 | tail -n 100',
    'kill -USR1 "$(pidof dockerd)"; sleep 3',
    "awk '$1 > 3 {print}' /proc/meminfo",
    'systemctl status kubelet | head',
    'systemctl list-units | wc -l',
    'curl -s -o /tmp/x http://127.0.0.1/',
    'kubectl get --raw /debug/pprof/heap > /tmp/heap.gz',
    'journalctl -u kubelet --since -1h | tail -n 10',
    'sysctl net.ipv4.vs.conn_reuse_mode',
  ])('%s', (command) => {
    expect(changes(command)).toBeNull();
  });
});

it('what has no end is told from what has', () => {
  for (const command of [
    'journalctl -u kubelet',
    'kubectl get pods -A',
    'ps aux',
    'cat /var/log/messages',
    'uname -r; ps aux',
  ])
    expect(isBounded(command), command).toBe(false);
  for (const command of [
    'ps aux | head -n 20',
    'kubectl logs x --tail=100',
    'cat /proc/cgroups',
    'ps -e | wc -l',
    'uname -r',
  ])
    expect(isBounded(command), command).toBe(true);
});

it('the book and what the engine suggests pasting are read-only and bounded', () => {
  expect(lintReadOnly(loadBook())).toEqual([]);
  for (const command of usualPastes()) {
    expect(changes(command), command).toBeNull();
    expect(isBounded(command), command).toBe(true);
  }
});
