import { expect, test } from 'vitest';
import { events } from './events';
import { confidences, factsOf, toPart } from './test-lines';

const PENDING = `  Type    Reason                  Age                From                     Message
  ----    ------                  ----               ----                     -------
  Normal  Scheduled               1m                 default-scheduler        Successfully assigned sphinx-0 to ss-dev-kub07
  Normal  SuccessfulMountVolume   49s (x2 over 51s)  kubelet, ss-dev-kub07    MountVolume.SetUp succeeded for volume "pvc-6aaa"
  Normal  Pulled                  43s                kubelet, ss-dev-kub07    Container image "registry.example.com/x:v1" already present on machine
  Normal  Started                 42s                kubelet, ss-dev-kub07    Started container`;

test('every row of a describe table is sure, aligned or not', () => {
  expect(Math.min(...confidences(events, PENDING))).toBeGreaterThanOrEqual(0.9);
  const collapsed = PENDING.replace(/ +/g, ' ');
  expect(Math.min(...confidences(events, collapsed))).toBeGreaterThanOrEqual(0.9);
  expect(factsOf(events, collapsed)).toEqual(factsOf(events, PENDING));
});

test('rows of every age of kubectl are read', () => {
  const rows: [string, string][] = [
    [
      'Warning  FailedCreatePodContainer  <invalid> (x26 over 5m23s)  kubelet, 10.153.164.64  unable to ensure pod container exists',
      'kubelet',
    ],
    [
      '3m47s       Warning   FailedNeedsStart   cronjob/hello   Cannot determine if job needs to be started',
      '',
    ],
    [
      '2m          7m           6         web-1.14f2ab7c1d2e3f40   Pod   spec.containers{app}   Warning   BackOff   kubelet, node-1   Back-off restarting failed container',
      'kubelet',
    ],
    [
      '  1m\t\t1m\t\t1\t{kubelet node-1}\tspec.containers{nginx}\tNormal\t\tPulling\t\tpulling image "nginx"',
      'kubelet',
    ],
    [
      'shop   5m   Normal   Pulling   pod/web-1   spec.containers{app}   kubelet, node-1   Pulling image "a:1"   5m   1   web-1.14f2ab7c1d2e3f40',
      'kubelet',
    ],
  ];
  rows.push(['12m         Warning   FailedPreStopHook         Pod    Exec lifecycle hook failed', '']);
  for (const [row] of rows) expect(confidences(events, row)[0], row).toBeGreaterThanOrEqual(0.85);
});

test('a sentence that begins like an event is none', () => {
  for (const text of [
    'Warning: extensions/v1beta1 Ingress is deprecated in v1.14+',
    'Normal users see 3m of downtime and then it recovers',
    'Warning  this is fine',
    'WARNING: You specified a kernel memory limit on a kernel older than 4.0.',
    'Type    Status',
  ]) {
    expect(confidences(events, text)[0], text).toBeLessThan(0.8);
  }
});

test('a lone Pulling row is an open pull', () => {
  const lone =
    'Normal  Pulling    8m    kubelet, ip-10-241-44-128.ap-northeast-1.compute.internal  pulling image "registry.example.com/infra/openvpn/openvpn:master"';
  expect(factsOf(events, lone)).toEqual({
    'node.name': 'ip-10-241-44-128.ap-northeast-1.compute.internal',
    'image.name': 'registry.example.com/infra/openvpn/openvpn:master',
    'pull.open_seconds@registry.example.com/infra/openvpn/openvpn:master': 480,
  });
  expect(events.state?.(toPart(events, lone))).toBe(
    'Pulling registry.example.com/infra/openvpn/openvpn:master since 8m, no end seen',
  );
});

test('a pull is closed by what comes later, not by what came before', () => {
  const open = (rows: string) =>
    Object.keys(factsOf(events, rows)).filter((key) => key.startsWith('pull.open'));
  const pulling = 'Normal  Pulling  8m  kubelet, n1  Pulling image "a:1"';
  expect(
    open(
      `${pulling}\nNormal  Pulled  7m  kubelet, n1  Successfully pulled image "a:1" in 2.1s (1m12s including waiting)`,
    ),
  ).toEqual([]);
  expect(open(`${pulling}\nWarning  Failed  8m  kubelet, n1  Failed to pull image "a:1": rpc error`)).toEqual(
    [],
  );
  expect(open(`${pulling}\nNormal  BackOff  3m  kubelet, n1  Back-off pulling image "a:1"`)).toEqual([]);
  expect(open(`${pulling}\nNormal  Started  2m  kubelet, n1  Started container app`)).toEqual([]);
  expect(
    open(`Normal  Pulled  9m  kubelet, n1  Container image "a:1" already present on machine\n${pulling}`),
  ).toHaveLength(1);
  expect(
    open(`${pulling}\nNormal  Pulled  7m  kubelet, n1  Successfully pulled image "b:1" in 2s`),
  ).toHaveLength(1);
});

test('an open pull of one pod is not closed by another pod', () => {
  const table = `LAST SEEN   TYPE      REASON    OBJECT      MESSAGE
12m         Normal    Pulling   pod/web-1   Pulling image "big:1"
11m         Normal    Pulled    pod/web-2   Successfully pulled image "big:1" in 2.1s (1m12s including waiting). Image size: 81 bytes.`;
  const facts = factsOf(events, table);
  expect(facts['pull.open_seconds@web-1']).toBe(720);
  expect(facts['pull.seconds@web-2']).toBe(2.1);
  expect(facts['pull.waiting_seconds@web-2']).toBe(69.9);
});

test('the older wording says nothing about waiting', () => {
  const facts = factsOf(
    events,
    'Normal  Pulled  36s  kubelet  Successfully pulled image "reg/x:2.31.4" in 2m7.5s',
  );
  expect(facts).toEqual({
    'image.name': 'reg/x:2.31.4',
    'pull.seconds@reg/x:2.31.4': 127.5,
    'pull.undivided_seconds@reg/x:2.31.4': 127.5,
  });
});

test('the age of a row is its time', () => {
  const [first] = toPart(events, 'Normal  Started  49s (x2 over 51s)  kubelet, n1  Started container').lines;
  expect(first?.time).toEqual({ ms: -49_000, scale: 'age', text: '49s (x2 over 51s)' });
  const [invalid] = toPart(events, 'Warning  Failed  <invalid>  kubelet, n1  Error').lines;
  expect(invalid?.time).toBeUndefined();
});

test('the state is the latest warning', () => {
  const text =
    'Warning  FailedScheduling  2m (x12 over 9m)  default-scheduler  0/12 nodes are available: 9 Insufficient cpu.';
  expect(events.state?.(toPart(events, text))).toBe(
    'Latest warning FailedScheduling (x12): 0/12 nodes are available: 9 Insufficient cpu.',
  );
});
