import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import type { Format } from '../formats/format';
import { dmesg } from '../formats/dmesg';
import { events } from '../formats/events';
import { kubectlDescribe } from '../formats/kubectl-describe';
import { kubectlGet } from '../formats/kubectl-get';
import { ps } from '../formats/ps';
import { toPart } from '../formats/test-lines';
import { caseFacts } from './derived';

function derive(...parts: [Format, string, string?][]): Record<string, FactValue> {
  const found: Record<string, FactValue> = {};
  const views = parts.map(([format, text, command]) => toPart(format, text, command));
  const lines = views.flatMap(({ format, lines: own }, part) =>
    own.map((line) => ({ ...line, part, format, confidence: 1 })),
  );
  caseFacts(views, lines, (fact, value, _line, subject) => {
    found[subject === undefined ? fact : `${fact}@${subject}`] = value;
  });
  return found;
}

const DESCRIBE = `Name:         sphinx-0
Namespace:    prod
Status:       Pending
Containers:
  indexer:
    State:          Waiting
      Reason:       ContainerCreating
  sphinx:
    State:          Waiting
      Reason:       ContainerCreating
QoS Class:       Burstable`;
const STARTED = `  Type    Reason     Age   From                  Message
  Normal  Scheduled  1m    default-scheduler     Successfully assigned sphinx-0 to ss-dev-kub07
  Normal  Started    43s   kubelet, ss-dev-kub07 Started container
  Normal  Started    42s   kubelet, ss-dev-kub07 Started container`;

test('Pending in one part and Started in the next', () => {
  expect(derive([kubectlDescribe, DESCRIBE], [events, STARTED])).toEqual({
    'pod.pending_but_started@sphinx-0': true,
  });
  const row = 'NAME       READY   STATUS    RESTARTS   AGE\nsphinx-0   0/2     Pending   0          12m';
  expect(derive([kubectlGet, row], [events, STARTED])).toEqual({ 'pod.pending_but_started@sphinx-0': true });
  const listed =
    'LAST SEEN   TYPE   REASON    OBJECT         MESSAGE\n2m   Normal   Started   pod/sphinx-0   Started container a\n2m   Normal   Started   pod/sphinx-0   Started container b';
  expect(derive([events, listed], [kubectlGet, row])).toEqual({ 'pod.pending_but_started@sphinx-0': true });
});

test('a pod that is rightly Pending', () => {
  const init = STARTED.split('\n').slice(0, 3).join('\n');
  expect(derive([kubectlDescribe, DESCRIBE], [events, init])).toEqual({});
  expect(derive([kubectlDescribe, DESCRIBE.replace('Pending', 'Running')], [events, STARTED])).toEqual({});
  expect(derive([kubectlDescribe, DESCRIBE.replace('sphinx-0', 'other-0')], [events, STARTED])).toEqual({});
  expect(derive([kubectlDescribe, DESCRIBE])).toEqual({});
  const pulling = `${STARTED}\n  Normal  Pulling  10s  kubelet, ss-dev-kub07  Pulling image "a:1"`;
  expect(derive([kubectlDescribe, DESCRIBE], [events, pulling])).toEqual({});
});

const CURL = 'root     16688  0.0  0.0      0     0 ?        Z    Feb06   0:00      |       \\_ [curl] ';

test('a count by name becomes one of zombies when the rows shown are zombies', () => {
  const count: [Format, string, string] = [ps, '19782', 'ps auxfww | grep curl -c'];
  expect(derive(count, [ps, `${CURL}\n${CURL}`, 'ps auxfww | grep curl | head'])).toEqual({
    'ps.zombies@curl': 19_782,
  });
  expect(derive(count, [ps, CURL.replace(' Z ', ' S ')])).toEqual({});
  expect(derive(count)).toEqual({});
});

test('samples of metrics count as the outputs they repeat', () => {
  const text =
    'apiserver_storage_objects{resource="replicasets.apps"} 21988\napiserver_storage_objects{resource="pods"} 2304\ncontainer_memory_rss{pod="cart-0"} 2e+08\ncontainer_memory_cache{pod="cart-0"} 6e+08';
  expect(derive([{ id: 'plain', line: () => 0 }, text])).toEqual({
    'replicasets.stored': 21_988,
    'cgroup.memory.anon@cart-0': 200_000_000,
    'cgroup.memory.cache@cart-0': 600_000_000,
    'cgroup.memory.file_share@cart-0': 0.75,
  });
});

test('the memory of a cgroup in an out-of-memory report, also where the terminal broke the line', () => {
  const v1 = `[5193605.506739] Memory cgroup stats for /kubepods/podb21: cache:507172KB rss:44
8KB rss_huge:0KB shmem:28KB inactive_anon:0KB active_anon:540KB inactive_file:253596KB active_file:253592KB unevictable:0KB`;
  expect(derive([dmesg, v1])).toEqual({
    'cgroup.memory.cache@/kubepods/podb21': 519_344_128,
    'cgroup.memory.anon@/kubepods/podb21': 458_752,
    'cgroup.memory.inactive_file@/kubepods/podb21': 259_682_304,
    'cgroup.memory.active_file@/kubepods/podb21': 259_678_208,
    'cgroup.memory.file_share@/kubepods/podb21': 0.999,
  });
  const v2 =
    '[7063.247407] Memory cgroup stats for /kubepods/podb22:\n[7063.247408] anon 100\n[7063.247409] file 300\n[7063.247410] inactive_file 200';
  expect(derive([dmesg, v2])).toEqual({
    'cgroup.memory.cache@/kubepods/podb22': 300,
    'cgroup.memory.anon@/kubepods/podb22': 100,
    'cgroup.memory.inactive_file@/kubepods/podb22': 200,
    'cgroup.memory.file_share@/kubepods/podb22': 0.75,
  });
});
