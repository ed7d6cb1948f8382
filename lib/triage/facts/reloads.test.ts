import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { events } from '../formats/events';
import { klog } from '../formats/klog';
import { toPart } from '../formats/test-lines';
import { emitReloads } from './reloads';

function rate(format: typeof klog, text: string): FactValue[] {
  const found: FactValue[] = [];
  emitReloads([toPart(format, text)], (_fact, value) => found.push(value));
  return found;
}
const reload = (clock: string) =>
  `I0606 ${clock}.000000       7 controller.go:191] Backend successfully reloaded.`;

test('reloads a minute in a log, also of the requests for them', () => {
  const log = ['10:01:00', '10:01:30', '10:02:00'].map(reload).join('\n');
  expect(rate(klog, log)).toEqual([2]);
  expect(rate(klog, log.replaceAll('Backend successfully reloaded.', 'backend reload required'))).toEqual([
    2,
  ]);
});

test('the two reloads of a start are no rate', () => {
  expect(rate(klog, ['10:01:00', '10:01:04'].map(reload).join('\n'))).toEqual([]);
  expect(rate(klog, reload('10:01:00'))).toEqual([]);
});

test('reloads a minute by events, each replica for itself', () => {
  const row = (age: string, pod: string) =>
    `${age}   Normal   RELOAD   pod/${pod}   NGINX reload triggered due to a change in configuration`;
  expect(rate(events, row('12s (x31 over 10m12s)', 'a'))).toEqual([3]);
  const ages = ['10s', '70s', '2m10s', '3m10s'];
  expect(rate(events, ages.flatMap((age) => [row(age, 'a'), row(age, 'b')]).join('\n'))).toEqual([1, 1]);
  expect(rate(events, row('12s', 'a'))).toEqual([]);
});

test('the kind that a log has most of, and reloads that uniq counted by minute', () => {
  const required = ['10:01:00', '10:01:20', '10:01:40'].map((clock) =>
    reload(clock).replace('Backend successfully reloaded.', 'backend reload required'),
  );
  expect(rate(klog, [...required, reload('10:01:01'), reload('10:01:21')].join('\n'))).toEqual([3]);
  const counted = "$ grep 'successfully reloaded' x.log | cut -c1-11 | sort | uniq -c";
  const minutes = ['      3 I0912 07:10', '      4 I0912 07:11', '      2 I0912 07:12'];
  expect(rate(klog, [counted, ...minutes].join('\n'))).toEqual([3]);
  expect(rate(klog, minutes.join('\n'))).toEqual([]);
});

test('a counter that is printed again after a sleep', () => {
  const counter = (value: number) => `nginx_ingress_controller_success{controller_pod="a"} ${value}`;
  const twice = (before: string) => rate(klog, [before, counter(18_211), counter(18_295)].join('\n'));
  expect(twice('$ for i in 1 2; do curl -s localhost:10254/metrics; sleep 600; done')).toEqual([8.4]);
  expect(twice('$ curl -s localhost:10254/metrics')).toEqual([]);
});
