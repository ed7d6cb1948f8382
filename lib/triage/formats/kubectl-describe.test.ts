import { expect, test } from 'vitest';
import { kubectlDescribe } from './kubectl-describe';
import { confidences, factsOf, toPart } from './test-lines';

const POD = `Name:                       web-1
Namespace:                  shop
Priority:                   0
Node:                       node-a/10.0.0.7
Start Time:                 Mon, 08 Jul 2019 13:00:00 +0000
Labels:                     app=web
Status:                     Terminating (lasts 5h)
Termination Grace Period:   30s
IP:                         10.2.3.4
Containers:
  app:
    Container ID:   docker://10f0451e1345f5028f636e2b09c9f8204e55a01f5f09f2e57de3c17d3f93f492
    Image:          reg.example/web:1.2
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       OOMKilled
      Exit Code:    137
    Restart Count:  12
    Environment:    <none>
Volumes:
  config:
    Type:      ConfigMap (a volume populated by a ConfigMap)
    Name:      web-config
    Optional:  false
QoS Class:       Burstable`;

test('a pod with its containers', () => {
  expect(Math.min(...confidences(kubectlDescribe, POD))).toBeGreaterThanOrEqual(0.8);
  const facts = {
    'pod.name': 'web-1',
    'pod.namespace@web-1': 'shop',
    'node.name': 'node-a',
    'pod.phase@web-1': 'Terminating',
    'pod.terminating_seconds@web-1': 18_000,
    'pod.termination_grace_seconds@web-1': 30,
    'container.name@web-1': 'app',
    'image.name@web-1/app': 'reg.example/web:1.2',
    'container.id@web-1/app': '10f0451e1345f5028f636e2b09c9f8204e55a01f5f09f2e57de3c17d3f93f492',
    'container.waiting_reason@web-1/app': 'CrashLoopBackOff',
    'container.terminated_reason@web-1/app': 'OOMKilled',
    'container.exit_code@web-1/app': 137,
    'container.restarts@web-1/app': 12,
  };
  expect(factsOf(kubectlDescribe, POD)).toEqual(facts);
  expect(factsOf(kubectlDescribe, POD.replace(/^ +/gm, '').replace(/ {2,}/g, ' '))).toEqual(facts);
  expect(factsOf(kubectlDescribe, POD.replace(/^/gm, '    '))).toEqual(facts);
  expect(kubectlDescribe.state?.(toPart(kubectlDescribe, POD))).toContain(
    'Pod web-1 is Terminating (lasts 5h): app waits: CrashLoopBackOff; app last ended OOMKilled (137)',
  );
});

const NODE = `Name:               hubnode
Roles:              master
Conditions:
  Type             Status    LastHeartbeatTime                 LastTransitionTime                Reason                       Message
  ----             ------    -----------------                 ------------------                ------                       -------
  MemoryPressure   True      Mon, 08 Jul 2019 13:45:27 +0000   Wed, 24 Apr 2019 21:51:48 +0000   KubeletHasInsufficientMemory kubelet has insufficient memory available
  Ready            Unknown   Mon, 08 Jul 2019 13:45:27 +0000   Mon, 08 Jul 2019 13:40:27 +0000   NodeStatusUnknown            Kubelet stopped posting node status.
Capacity:
  cpu:                4
  memory:             16326820Ki
System Info:
  Kernel Version:             4.15.0-1023-aws
  OS Image:                   Ubuntu 18.04.3 LTS
  Container Runtime Version:  docker://18.6.3
  Kubelet Version:            v1.14.8
Allocated resources:
  Resource           Requests      Limits
  --------           --------      ------
  cpu                850m (42%)    100m (5%)
  memory             190Mi (2%)    390Mi (105%)`;

test('a node that lost contact', () => {
  expect(Math.min(...confidences(kubectlDescribe, NODE))).toBeGreaterThanOrEqual(0.8);
  expect(factsOf(kubectlDescribe, NODE)).toEqual({
    'node.name': 'hubnode',
    'kernel.version@hubnode': '4.15.0-1023-aws',
    'os.version@hubnode': 'Ubuntu 18.04.3 LTS',
    'kubelet.version@hubnode': '1.14.8',
    'runtime.name@hubnode': 'docker',
    'docker.version@hubnode': '18.6.3',
    'node.pressure@hubnode': 'MemoryPressure',
    'node.ready@hubnode': 'Unknown',
    'memory.total@hubnode': 16_718_663_680,
    'node.memory_limits_percent@hubnode': 105,
  });
  expect(kubectlDescribe.state?.(toPart(kubectlDescribe, NODE))).toBe(
    'Node hubnode: Ready is Unknown since 5m: contact lost',
  );
});

test('a CronJob and the runs it missed until the end of the paste', () => {
  const text = `Name:                       hello
Namespace:                  production
Schedule:                   */5 * * * *
Concurrency Policy:         Forbid
Suspend:                    False
Starting Deadline Seconds:  <unset>
Pod Template:
  Containers:
   hello:
    Image:  email:0.16
Last Schedule Time:           Fri, 29 Dec 2017 06:00:00 -0500`;
  const now = { ms: Date.UTC(2017, 11, 29, 12, 0, 0), scale: 'utc' as const, text: '' };
  expect(factsOf(kubectlDescribe, text, undefined, now)).toMatchObject({
    'cronjob.name': 'hello',
    'cronjob.schedule@hello': '*/5 * * * *',
    'cronjob.concurrency_policy@hello': 'Forbid',
    'cronjob.suspend@hello': false,
    'cronjob.last_schedule_seconds@hello': 3_600,
    'cronjob.missed_runs@hello': 12,
  });
  expect(factsOf(kubectlDescribe, text)).not.toHaveProperty('cronjob.missed_runs@hello');
});

test('two objects in one output stay apart', () => {
  const two = `${POD}\n\n\n${POD.replaceAll('web-1', 'web-2').replace('OOMKilled', 'Error')}`;
  expect(factsOf(kubectlDescribe, two)).toMatchObject({
    'pod.name': ['web-1', 'web-2'],
    'container.terminated_reason@web-1/app': 'OOMKilled',
    'container.terminated_reason@web-2/app': 'Error',
  });
});

test('a cut-off fragment still says what it shows', () => {
  const fragment = '    Last State:     Terminated\n      Reason:       Error\n      Exit Code:    137';
  expect(Math.min(...confidences(kubectlDescribe, fragment))).toBeGreaterThanOrEqual(0.8);
  expect(() => factsOf(kubectlDescribe, fragment)).not.toThrow();
});

test('other key and value texts are not describe output', () => {
  for (const text of [
    'Log Name:      System',
    'Source:        Service Control Manager',
    'Name:\tbash',
    'State:\tD (disk sleep)',
    'name: web',
    'Note: this is prose about a pod',
    ' Kernel Version: 3.10.0-327.el7.x86_64',
    'Error: something',
  ]) {
    expect(confidences(kubectlDescribe, text)[0], text).toBeLessThan(0.8);
  }
});
