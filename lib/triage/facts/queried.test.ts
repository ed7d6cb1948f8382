import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitQueried } from './queried';

function told(text: string): [string, FactValue][] {
  const found: [string, FactValue][] = [];
  emitQueried([toPart(plain, text)], (fact, value) => found.push([fact, value]));
  return found;
}

test('results stand for what the query above them asks', () => {
  expect(told('increase(nginx_ingress_controller_success[1h])\n{pod="ingress-0"}  118')).toEqual([
    ['nginx.reloads_per_minute', 1.97],
  ]);
  expect(told('rate(nginx_ingress_controller_success[5m]) * 60\ningress-0   2.4')).toEqual([
    ['nginx.reloads_per_minute', 2.4],
  ]);
  expect(told('rate(node_nf_conntrack_stat_insert_failed[5m])\n{i="a"} 0.43\n{i="b"} 0')).toEqual([
    ['conntrack.insert_failed', 129],
  ]);
});

test('a result behind the query, and one of the API', () => {
  const query = 'histogram_quantile(0.9, rate(kubeproxy_sync_proxy_rules_duration_seconds_bucket[5m]))';
  expect(told(`${query} 11.2`)).toEqual([['kube_proxy.sync_seconds', 11.2]]);
  expect(told(`${query}\n{"metric":{},"value":[1712914800.5,"3.5"]}`)).toEqual([
    ['kube_proxy.sync_seconds', 3.5],
  ]);
  expect(told('rate(http_requests_total[5m])\n{} 12')).toEqual([]);
});
