import { expect, test } from 'vitest';
import type { FactValue } from '../diagnosis';
import { klog } from '../formats/klog';
import { toPart } from '../formats/test-lines';
import { emitIpvsConnections } from './ipvs-connections';

function told(...lines: string[]): [string, FactValue][] {
  const found: [string, FactValue][] = [];
  emitIpvsConnections([toPart(klog, lines.join('\n'))], (fact, value) => found.push([fact, value]));
  return found;
}

test('a server that is to be removed wins connections', () => {
  const kept = (inactive: number) =>
    `I1213 04:00:11.220240 1 graceful_termination.go:171] Not deleting, RS 10.0.0.1:80/TCP/10.1.0.7:8080: 0 ActiveConn, ${inactive} InactiveConn`;
  expect(told(kept(14_048), kept(13_911), kept(14_122))).toEqual([['ipvs.removed_growth', 211]]);
  expect(told(kept(14_048), kept(13_911), kept(9_100))).toEqual([]);
});
