/** What all table formats hold: they never throw, hostile lines cost little, and rows outlive a lost header. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conntrackStat } from './conntrack-stat';
import { events } from './events';
import type { Format } from './format';
import { ipvsadm } from './ipvsadm';
import { kubectlDescribe } from './kubectl-describe';
import { kubectlGet } from './kubectl-get';
import { manifest } from './manifest';
import { meminfo } from './meminfo';
import { memoryStat } from './memory-stat';
import { pprofTop } from './pprof-top';
import { procCgroups } from './proc-cgroups';
import { ps } from './ps';
import { systemctlUnits } from './systemctl-units';
import { confidences, factsOf, toLines, toPart } from './test-lines';
import { top } from './top';

const FORMATS: Format[] = [
  events,
  kubectlDescribe,
  kubectlGet,
  ps,
  top,
  procCgroups,
  memoryStat,
  meminfo,
  conntrackStat,
  ipvsadm,
  pprofTop,
  systemctlUnits,
  manifest,
];

const ROWS = [
  '  Type    Reason     Age   From               Message',
  '  Normal  Pulling    41s (x2 over 5m)   kubelet, n1  Pulling image "reg/x:1"',
  'LAST SEEN   TYPE      REASON    OBJECT      MESSAGE',
  'NAME   READY   STATUS   RESTARTS   AGE   IP   NODE',
  'web-699575b7df-7kqwz   1/1   Running   5 (3m ago)   7s   10.2.1.9   master1',
  'hello     */1 * * * *   False     0        2h              10d',
  'Name:               hubnode',
  '  Ready  Unknown  Mon, 08 Jul 2019 13:45:27 +0000  Mon, 08 Jul 2019 13:40:27 +0000  NodeStatusUnknown  Kubelet stopped',
  'Containers:',
  '  app:',
  '    Last State:     Terminated',
  '      Exit Code:    137',
  'UID        PID  PPID  C STIME TTY          TIME CMD',
  'root      5556     1  0 May08 ?        00:00:00 [rprobe.sh] <defunct>',
  '|       \\_ [curl] ',
  'memory  11  65535  1',
  'cpu=0   found=12 invalid=130 insert=0 insert_failed=15 drop=15',
  'TCP  10.144.0.1:443 rr',
  '  -> MASTER1:6443           Masq    1      13         0',
  'Mem:        1015368      851408       65532        4096       98428       24816',
  '   35 root      20   0       0      0      0 R  13.4  0.0   2:04.26 kswapd0',
  'total_cache 900000',
  'apiVersion: v1',
  'kind: Pod',
  'spec: {a: [*b, &b c, !!binary x]}',
  'run-r0a1b2.scope   loaded active running Kubernetes transient mount',
  '     3.04s 24.92% 25.41%      3.23s 26.48%  syscall.Syscall',
  '65535',
];
const COMMANDS = [
  'ps aux | wc -l',
  'cat /proc/cgroups',
  'kubectl get rs -A | wc -l',
  'find /sys/fs/cgroup/memory -type d | wc -l',
  'systemctl list-units | wc -l',
  undefined,
];

function exercise(format: Format, text: string, command: string | undefined): void {
  for (const line of toLines(text)) {
    const sure = format.line(line.text, { previous: format.id, header: text, command }, line);
    expect(sure).toBeGreaterThanOrEqual(0);
    expect(sure).toBeLessThanOrEqual(1);
  }
  confidences(format, text, command);
  const part = toPart(format, text, command);
  for (const value of Object.values(factsOf(format, text, command)).flat()) {
    expect(typeof value === 'number' ? Number.isFinite(value) : value !== undefined).toBe(true);
  }
  const state = format.state?.(part);
  if (state !== undefined) expect(state).not.toMatch(/undefined|NaN/);
}

for (const format of FORMATS) {
  test(`${format.id} survives arbitrary text`, () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 6 }),
        fc.constantFrom(...COMMANDS),
        (rows, command) => {
          exercise(format, rows.join('\n'), command);
        },
      ),
      { numRuns: 150 },
    );
  });

  test(`${format.id} survives mutated samples`, () => {
    const row = fc
      .tuple(
        fc.constantFrom(...ROWS),
        fc.nat(80),
        fc.nat(80),
        fc.constantFrom('', ' ', '\t', ':', '<', '(x', '0', '…'),
      )
      .map(([text, from, to, put]) => text.slice(0, from) + put + text.slice(Math.min(from, to)));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), fc.constantFrom(...COMMANDS), (rows, command) => {
        exercise(format, rows.join('\n'), command);
      }),
      { numRuns: 300 },
    );
  });

  test(`${format.id} reads hostile lines in time`, () => {
    const units = [
      ' ',
      '\t',
      'a',
      '1',
      '1m',
      '1m ',
      'a ',
      '1 ',
      '- ',
      'Normal ',
      '0:',
      '|',
      '\\_ ',
      'a=1 ',
      '*/1 ',
      'a/',
      '.',
      '-',
      'a: ',
      ': ',
      '{',
      '"',
      'Name: ',
      'a.b-',
      '9.9% ',
      'True ',
      '()',
      'x (x2 over ',
    ];
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(200_000 / unit.length));
      const begin = performance.now();
      for (const one of [text, `Normal ${text}`, `NAME READY ${text}`]) exercise(format, one, undefined);
      expect(performance.now() - begin, `unit ${JSON.stringify(unit)}`).toBeLessThan(250);
    }
  });
}

test('recognition is fast on ordinary lines', () => {
  const line =
    'Apr 03 15:18:39 app-prod4 kubelet[3652]: I0403 15:18:39.934473    3652 kubelet.go:1778] skipping pod synchronization - [PLEG is not healthy: pleg was last seen active 3m5s ago]';
  const [one] = toLines(line);
  if (!one) throw new Error('no line');
  const begin = performance.now();
  for (let run = 0; run < 10_000; run++) for (const format of FORMATS) format.line(line, {}, one);
  const each = (performance.now() - begin) / 10_000;
  // All table formats together, in milliseconds a line.
  expect(each).toBeLessThan(0.05);
  console.log(`${(each * 1000).toFixed(1)} µs a line`);
});
