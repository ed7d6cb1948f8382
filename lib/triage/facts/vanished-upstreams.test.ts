import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitVanishedUpstreams } from './vanished-upstreams';

const row = (upstream: string, status: string) =>
  `203.0.113.9 - - [19/Sep/2018:08:12:00 +0000] "GET / HTTP/1.1" ${status.slice(-3)} 73 "-" "curl" 50 0.004 [a-b-80] ${upstream} ${status.replace(/\d+/g, '0')} ${status.replace(/\d+/g, '0.001')} ${status}`;
const good = (count: number, upstream = '10.2.8.2:80') =>
  Array.from({ length: count }, () => row(upstream, '200'));

function gone(rows: string[]): FactValue[] {
  const found: FactValue[] = [];
  emitVanishedUpstreams([toPart(plain, rows.join('\n'))], (_fact, value) => found.push(value));
  return found;
}

test('addresses that refuse and never come back', () => {
  expect(gone([...good(3), row('10.2.3.7:80, 10.2.3.9:80', '502, 502'), ...good(3)])).toEqual([2]);
  const json = '{"status": 502, "upstream_addr": "10.2.3.7:80", "upstream_status": "502"}';
  expect(gone([...good(3), json, ...good(3)])).toEqual([1]);
});

test('one that comes back, one that was never seen well, and a log that ends there', () => {
  const refused = row('10.2.3.7:80', '502');
  expect(gone([...good(3), refused, ...good(3), ...good(1, '10.2.3.7:80')])).toEqual([]);
  expect(gone([refused, ...good(9)])).toEqual([]);
  expect(gone([...good(3), refused])).toEqual([]);
});
