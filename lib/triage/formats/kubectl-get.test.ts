import { expect, test } from 'vitest';
import { workloadOf } from './get-facts';
import { kubectlGet } from './kubectl-get';
import { confidences, factsOf, toPart } from './test-lines';

const both = (text: string) => [text, text.replace(/ +/g, ' ')];

test('pods, aligned and collapsed', () => {
  const text = `NAME                     READY   STATUS    RESTARTS      AGE   IP            NODE      NOMINATED NODE   READINESS GATES
web-699575b7df-7kqwz     1/1     Running   5 (3m ago)    7d    10.2.161.19   master1   <none>           <none>
web-699575b7df-x2k4m     0/1     Pending   0             12m   <none>        master1   <none>           <none>`;
  for (const one of both(text)) {
    expect(Math.min(...confidences(kubectlGet, one))).toBeGreaterThanOrEqual(0.8);
    expect(factsOf(kubectlGet, one)).toEqual({
      'pod.phase@web-699575b7df-7kqwz': 'Running',
      'container.restarts@web-699575b7df-7kqwz': 5,
      'pod.phase@web-699575b7df-x2k4m': 'Pending',
      'container.restarts@web-699575b7df-x2k4m': 0,
      'pod.name': 'web-699575b7df-x2k4m',
      'node.name': 'master1',
      'pod.pending_seconds@web-699575b7df-x2k4m': 720,
      'pods.same_node_replicas@web': 2,
    });
  }
});

test('replicas on two nodes, and single replicas, are no crowd', () => {
  const row = (name: string, node: string) =>
    `${name}   1/1     Running   0          7s    10.2.161.19   ${node}   <none>`;
  expect(
    factsOf(kubectlGet, [row('web-699575b7df-7kqwz', 'a'), row('web-699575b7df-58rhf', 'b')].join('\n')),
  ).not.toHaveProperty('pods.same_node_replicas@web');
  expect(factsOf(kubectlGet, row('web-699575b7df-7kqwz', 'a'))).not.toHaveProperty(
    'pods.same_node_replicas@web',
  );
});

test('a workload is a pod name without its hashes', () => {
  expect(
    [
      'web-6b7c4f9d5-k2x4m',
      'nginx-1888685420-abcde',
      'kube-proxy-x2k4z',
      'mongo-0',
      'kube-apiserver-master1',
      'redis',
    ].map(workloadOf),
  ).toEqual(['web', 'nginx', 'kube-proxy', 'mongo', undefined, undefined]);
});

test('ReplicaSets: empty ones and all', () => {
  const text = `NAME                                 DESIRED   CURRENT   READY   AGE
calico-kube-controllers-564b6667d7   0         0         0       81m
calico-kube-controllers-59c748b9cc   10        0         0       50s
coredns-5644d7b6d9                   0         0         0       81m`;
  for (const one of both(text))
    expect(factsOf(kubectlGet, one)).toEqual({
      'replicasets.total': 3,
      'replicasets.empty': 2,
      'replicasets.of_one': 1,
    });
  expect(factsOf(kubectlGet, text.split('\n').slice(1).join('\n'))).toEqual({
    'replicasets.total': 3,
    'replicasets.empty': 2,
    'replicasets.of_one': 1,
  });
  const daemonsets =
    'NAME  DESIRED  CURRENT  READY  UP-TO-DATE  AVAILABLE  NODE SELECTOR  AGE\nproxy  0  0  0  0  0  <none>  10d';
  expect(factsOf(kubectlGet, daemonsets)).toEqual({});
});

test('nodes, wide', () => {
  const text = `NAME     STATUS                        ROLES    AGE   VERSION   INTERNAL-IP   EXTERNAL-IP   OS-IMAGE             KERNEL-VERSION      CONTAINER-RUNTIME
kube-1   Ready                         master   81d   v1.14.8   10.0.0.1      <none>        Ubuntu 18.04.3 LTS   4.15.0-1023-aws     docker://18.6.3
kube-3   NotReady,SchedulingDisabled   <none>   81d   v1.14.8   10.0.0.3      <none>        Ubuntu 18.04.3 LTS   4.15.0-1023-aws     containerd://1.4.3`;
  for (const one of both(text)) {
    expect(Math.min(...confidences(kubectlGet, one))).toBeGreaterThanOrEqual(0.8);
    expect(factsOf(kubectlGet, one)).toMatchObject({
      'node.ready@kube-1': 'True',
      'node.ready@kube-3': 'False',
      'node.name': 'kube-3',
      'kubelet.version@kube-3': '1.14.8',
      'kernel.version@kube-3': '4.15.0-1023-aws',
      'os.version@kube-1': 'Ubuntu 18.04.3 LTS',
      'containerd.version@kube-3': '1.4.3',
    });
  }
  expect(kubectlGet.state?.(toPart(kubectlGet, text))).toBe('1 of 2 nodes is NotReady: kube-3');
});

test('CronJobs of two ages, and how many runs were missed', () => {
  const old =
    'NAME      SCHEDULE      SUSPEND   ACTIVE   LAST SCHEDULE   AGE\nhello     */1 * * * *   False     0        2h              10d';
  const young =
    'NAME    SCHEDULE    TIMEZONE        SUSPEND   ACTIVE   LAST SCHEDULE   AGE\nhello   0 * * * *   Europe/Berlin   False     0        5h              10d';
  for (const one of both(old)) {
    expect(factsOf(kubectlGet, one)).toMatchObject({
      'cronjob.schedule@hello': '*/1 * * * *',
      'cronjob.last_schedule_seconds@hello': 7_200,
      'cronjob.missed_runs@hello': 120,
    });
  }
  expect(factsOf(kubectlGet, young)).toMatchObject({
    'cronjob.timezone@hello': 'Europe/Berlin',
    'cronjob.missed_runs@hello': 5,
  });
  expect(factsOf(kubectlGet, old.replace('False', 'True '))).not.toHaveProperty('cronjob.missed_runs@hello');
  expect(factsOf(kubectlGet, old.replace('2h    ', '<none>'))).not.toHaveProperty(
    'cronjob.last_schedule_seconds@hello',
  );
});

test('kubectl top, with and without its header', () => {
  const row = 'kube-system   kube-proxy-hx7k2                          2133m        71Mi            ';
  expect(confidences(kubectlGet, row)[0]).toBe(0.9);
  expect(confidences(kubectlGet, `NAMESPACE  NAME  CPU(cores)  MEMORY(bytes)\n${row}`)[1]).toBe(0.92);
});

test('unmistakable rows need no header; others are not taken', () => {
  expect(confidences(kubectlGet, 'nginx-699575b7df-7kqwz   1/1     Running   0          7s')[0]).toBe(0.9);
  expect(confidences(kubectlGet, 'kube-3   NotReady   master   81m   v1.14.8')[0]).toBe(0.9);
  for (const text of [
    'NAME   MAJ:MIN RM  SIZE RO TYPE MOUNTPOINT',
    'NAME    NAMESPACE  REVISION  UPDATED  STATUS  CHART',
    'test 1/2 Running the suite 3 times 4s',
    'root      5518  0.0  0.0   4200  3544 ?        Ss   Feb06   0:00 /bin/bash',
    'memory  11  65535  1',
    '42',
  ]) {
    expect(confidences(kubectlGet, text)[0], text).toBeLessThan(0.8);
  }
});
