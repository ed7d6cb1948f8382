import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Pack } from '../triage/pack';
import { runAlerts } from './alerts';
import { checkRule, readRules, type AlertRule } from './alerts-check';

const SITE = 'https://book.test/base';
const ALERTS = ['KubeNodeNotReady', 'KubePodNotReady'];

const RULES = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
spec:
  groups:
    - name: nodes
      rules:
        - record: x
          expr: y
        - alert: KubeNodeNotReady
          expr: up
---
groups:
  - name: pods
    rules:
      - alert: KubePodNotReady
        annotations:
          runbook_url: ${SITE}/a/kubePodNotReady/#pod={{ $labels.pod }}
`;

const rule = (alert: string, runbook: string | null): AlertRule => ({ group: 'g', alert, line: 1, runbook });
const problem = (alert: string, runbook: string | null) =>
  checkRule(rule(alert, runbook), ALERTS, SITE)?.problem;

describe('reading', () => {
  test('several documents, both shapes, with group and line; recordings are no alerts', () => {
    const read = readRules(RULES);
    expect('rules' in read && read.rules.map(({ group, alert, line }) => [group, alert, line])).toEqual([
      ['nodes', 'KubeNodeNotReady', 9],
      ['pods', 'KubePodNotReady', 15],
    ]);
  });

  test('a list of objects', () => {
    const read = readRules(
      'kind: List\nitems:\n- spec:\n    groups:\n    - name: a\n      rules:\n      - alert: X\n',
    );
    expect('rules' in read && read.rules[0]?.alert).toBe('X');
  });

  test.each(['', 'a: [', 'kind: Deployment', '{{- if .Values.x }}\ngroups: []\n{{- end }}'])(
    '%s: a sentence',
    (text) => {
      expect(readRules(text)).toHaveProperty('fault');
    },
  );
});

describe('checking', () => {
  test.each([
    ['KubePodNotReady', null, 'missing'],
    ['OwnAlert', null, undefined],
    ['KubePodNotReady', `${SITE}/a/KubePodNotReady/`, undefined],
    ['KubePodNotReady', `${SITE}/a/kubepodnotready#pod=x`, undefined],
    ['KubePodNotReady', `${SITE}/a/KUBEPODNOTREADY/`, 'wrong-case'],
    ['KubePodNotReady', `${SITE}/a/KubeGone/`, 'dead'],
    ['KubePodNotReady', `${SITE}/runbooks/x`, 'dead'],
    ['KubePodNotReady', `${SITE}/incidents/x/`, undefined],
    ['KubePodNotReady', 'https://elsewhere.test/a/Nothing/', undefined],
  ] as const)('%s with %s: %s', (alert, runbook, wanted) => expect(problem(alert, runbook)).toBe(wanted));

  test('the annotation to paste names the page as it is written', () => {
    expect(checkRule(rule('kubepodnotready', null), ALERTS, SITE)?.paste).toBe(
      `runbook_url: ${SITE}/a/KubePodNotReady/`,
    );
    expect(checkRule(rule('Own', `${SITE}/a/Own/`), ALERTS, SITE)?.paste).toBeNull();
  });
});

describe('the command', () => {
  afterEach(() => vi.restoreAllMocks());

  async function run(text: string | null, ...args: string[]) {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'alerts-')), 'rules.yaml');
    if (text !== null) writeFileSync(file, text);
    const out = vi.spyOn(console, 'log').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const pack = { incidents: [{ alerts: ALERTS }] } as unknown as Pack;
    const exit = await runAlerts([...args, '--site', SITE, file], () => pack);
    return { exit, lines: out.mock.calls.map(([line]) => String(line)) };
  }

  test('findings: exit 1, with file, line, group and what to paste', async () => {
    const { exit, lines } = await run(RULES);
    expect(exit).toBe(1);
    expect(lines[0]).toMatch(/rules\.yaml:9: KubeNodeNotReady \(group nodes\): .*\n {2}runbook_url: https/);
    expect(lines).toHaveLength(2);
  });

  test('as JSON, one finding a line', async () => {
    const { lines } = await run(RULES, '--json');
    expect(JSON.parse(lines[1]!)).toMatchObject({
      alert: 'KubePodNotReady',
      problem: 'wrong-case',
      line: 15,
    });
  });

  test('nothing to say: exit 0', async () => {
    expect((await run('groups:\n- name: a\n  rules:\n  - alert: Own\n    expr: x\n')).exit).toBe(0);
  });

  test('unreadable: exit 2', async () => {
    expect((await run('a: [')).exit).toBe(2);
    expect((await run(null)).exit).toBe(2);
    expect((await run(RULES, '--what')).exit).toBe(2);
    expect(await runAlerts([], () => ({ incidents: [] }) as unknown as Pack)).toBe(2);
  });
});
