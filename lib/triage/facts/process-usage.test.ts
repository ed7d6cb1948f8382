import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitProcessUsage } from './process-usage';

function used(text: string): Record<string, FactValue> {
  const found: Record<string, FactValue> = {};
  emitProcessUsage([toPart(plain, text)], (fact, value, _line, subject) => {
    found[subject === undefined ? fact : `${fact}@${subject}`] = value;
  });
  return found;
}

const MIB = 1024 ** 2;

test.each([
  ['top', ' 2214 root      20   0 13.420g 8.5g  48312 S  96.7 75.4   4112:09 kube-apiser+', 8.5 * 1024 * MIB],
  [
    'ps aux',
    'root  4021 61.4 43.2 15218804 1048576 ?  Ssl  Nov20 9120:41 kube-apiserver --advertise-address=10.0.0.1',
    1024 * MIB,
  ],
  ['ps -o', '    PID    RSS %CPU COMMAND\n   4021 1048576 61.4 kube-apiserver', 1024 * MIB],
  ['kubectl top', 'kube-apiserver-master-1                   1412m        13187Mi', 13_187 * MIB],
  [
    'docker stats',
    '9c1f40be77d2   k8s_kube-apiserver_kube-apiserver-1   88.41%   11.5GiB / 15.51GiB   75.63%   0B / 0B',
    11.5 * 1024 * MIB,
  ],
  ['crictl stats', '5d2f0c7e9b1a4   kube-apiserver   61.40   2GB   122.9kB   21', 2048 * MIB],
  ['Prometheus', 'process_resident_memory_bytes{job="apiserver",instance="10.2.0.11:6443"} 1.3e+10', 1.3e10],
])('memory of the API server in %s', (_name, text, memory) => {
  expect(used(text)).toEqual({ 'apiserver.memory': memory });
});

test.each([
  [
    'top',
    '   3188 root  20   0  827516 156640  34816 S 152.4   0.5   3170:22 kube-proxy',
    'top.kube_proxy_cpu',
    152.4,
  ],
  [
    'pidstat',
    '10:14:09 AM     0      3188   61.00   91.40    0.00    0.00  152.40     5  kube-proxy',
    'top.kube_proxy_cpu',
    152.4,
  ],
  [
    'ps -o',
    '%CPU     TIME CMD\n 148  3-02:11:41 /usr/local/bin/kube-proxy --config=/c.conf',
    'top.kube_proxy_cpu',
    148,
  ],
  [
    'kubectl top',
    'kube-system   kube-proxy-hx7k2                          2133m        71Mi            ',
    'top.kube_proxy_cpu@kube-proxy-hx7k2',
    213.3,
  ],
])('CPU of kube-proxy in %s', (_name, text, fact, cpu) => {
  expect(used(text)).toEqual({ [fact]: cpu });
});

test('other programs, and lines that only name one', () => {
  expect(
    used('etcd-master-1   212m   900Mi\nkube-apiserver is at 12g again\n  88 kube-proxy errors'),
  ).toEqual({});
});
