import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { plain } from '../formats/plain';
import { toPart } from '../formats/test-lines';
import { emitCaptures } from './captures';

function told(...lines: string[]): [string, FactValue][] {
  const found: [string, FactValue][] = [];
  emitCaptures([toPart(plain, lines.join('\n'))], (fact, value) => found.push([fact, value]));
  return found;
}

const asks = (clock: string, id: number, type: string) =>
  `${clock} IP 10.1.0.7.55758 > 10.96.0.10.53: ${id}+ ${type}? api.shop.svc.cluster.local. (44)`;
const answers = (clock: string, id: number) =>
  `${clock} IP 10.96.0.10.53 > 10.1.0.7.55758: ${id}*- 1/0/0 (60)`;

test('one half of a lookup that was lost', () => {
  const pair = [asks('00:38:52.883343', 8261, 'A'), asks('00:38:52.883362', 8609, 'AAAA')];
  const again = asks('00:38:55.385621', 8609, 'AAAA');
  const first = [...pair, answers('00:38:52.884027', 8261), again];
  expect(told(...first, answers('00:38:55.385977', 8609))).toEqual([['capture.lost_halves', 1]]);
  // AAAA is never answered: that is a matter of the server.
  expect(told(...first)).toEqual([]);
  // Both are sent again: the server does not answer at all.
  expect(told(...pair, asks('00:38:55.385600', 8261, 'A'), again)).toEqual([]);
});

test('a SYN that entered the node three times and left it once', () => {
  const syn = (clock: string, from: string) =>
    `${clock} IP ${from}.49412 > 192.0.2.80.5432: Flags [S], seq 2210840122, win 28200, length 0`;
  const inside = ['14:21:05.118223', '14:21:06.120194', '14:21:08.124201'].map((clock) =>
    syn(clock, '10.42.7.31'),
  );
  expect(told(...inside, syn('14:21:08.124231', '172.16.3.9'))).toEqual([['capture.syn_not_sent', 2]]);
  expect(told(...inside)).toEqual([]);
});
