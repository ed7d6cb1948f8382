import { expect, it } from 'vitest';
import { parse } from '../parts';
import { read } from '../read/read';

const namesOf = (text: string) =>
  parse([read(0, text, new Set())]).facts.map(({ fact, value, subject }) =>
    subject === undefined ? `${fact}=${value}` : `${fact}=${value} of ${subject}`,
  );

const ID = '4de72d09f27c5840f3b45293951df3bcaf6734f78e1761d745002a9e805346f8';

it.each([
  [
    'I0403 15:18:39.934473    3652 kubelet.go:1778] "SyncLoop" pod="shop/web-0"',
    ['pod.name=web-0', 'pod.namespace=shop of web-0'],
  ],
  [
    'E0403 15:18:39.934473    3652 pod_workers.go:184] Error syncing pod "web-0_shop(7c697648-aa63-47d6-ba97-fe420988d0e1)"',
    ['pod.name=web-0', 'pod.namespace=shop of web-0'],
  ],
  [
    'E0320 04:59:09.572336 15702 remote_runtime.go:92] failed to start sandbox container for pod "osp-xxx-54bf7678b8-bvz9s": Error',
    ['pod.name=osp-xxx-54bf7678b8-bvz9s'],
  ],
  [
    `time="2021-06-10T16:09:15Z" level=info msg="Container ${ID} failed to exit within 10 seconds"`,
    [`container.id=${ID}`],
  ],
  [
    'I1120 11:05:32.562672       1 cronjob_controllerv2.go:526] "No unmet start times" cronjob="reports/nightly"',
    ['cronjob.name=nightly', 'pod.namespace=reports of nightly'],
  ],
  ['[1.000001] INFO: task mysqld:89749 blocked for more than 120 seconds.', ['process.pid=89749 of mysqld']],
  ['Mar 26 18:36:59 ns-k8s-node001 kernel: SLUB: Unable to allocate', ['node.name=ns-k8s-node001']],
  ['$ kubectl -n shop get jobs\nNAME  COMPLETIONS  DURATION  AGE', ['pod.namespace=shop']],
  [
    '$ oc describe cronjob nightly --namespace=shop\nName: nightly',
    ['cronjob.name=nightly', 'pod.namespace=shop'],
  ],
  ['$ kubectl logs web-0 -n shop --previous\npanic', ['pod.name=web-0', 'pod.namespace=shop']],
  ['# cat /proc/12/stack\n[<0>] do_wait+0x1/0x2', ['process.pid=12']],
])('%s', (text, expected) => expect(namesOf(text)).toEqual(expect.arrayContaining(expected)));

it.each([
  'pod "Web_0" is odd',
  'pod="<none>/<none>"',
  'Container deadbeef failed',
  '$ kubectl get pods --namespaces',
  '$ kubectl -n <namespace> logs <pod>',
  '$ kubectl get pods -o wide',
  'pod "74b958a8-0852-11e7-9d88-087bab735662"',
])('takes nothing from %s', (text) => expect(namesOf(text)).toEqual([]));

it('keeps the five most frequent of a kind, and long container ids instead of short ones', () => {
  const pods = Array.from(
    { length: 20 },
    (_, at) => `I0403 15:18:39.934473 3652 kubelet.go:1] pod="shop/web-${at % 8}"`,
  );
  expect(namesOf(pods.join('\n')).filter((name) => name.startsWith('pod.name='))).toEqual(
    [0, 1, 2, 3, 4].map((at) => `pod.name=web-${at % 8}`),
  );
  const short = `level=info msg="Container ${ID.slice(0, 12)} failed to exit within 1"\nlevel=info msg="Container ${ID} failed to exit within 1"\n`;
  expect(namesOf(short)).toEqual([`container.id=${ID}`]);
});

it('says when it looked at a sample only', () => {
  const text = Array.from(
    { length: 4000 },
    (_, at) => `I0403 15:18:39.934473 3652 kubelet.go:1] same message ${at}`,
  ).join('\n');
  const { limits } = parse([read(0, text, new Set())]);
  expect(limits.join()).toMatch(/looked for in \d+ of 4000 lines/);
});
