import { expect, test } from 'vitest';
import { draftOf } from './draft';

test('a draft holds the skeleton and the paste, both without names', () => {
  const line = 'E1020 10:20:30.123456     123 quux.go:12] node "kube-node-17" lost its flux';
  const draft = draftOf({ texts: [`${line}\nmore\n`], lines: [line], date: '2026-01-02' });
  expect(draft.mdx).toContain('status: draft');
  expect(draft.mdx).toContain('date: 2026-01-02');
  expect(draft.mdx).toContain('lost its flux');
  expect(draft.sample).toContain('more\n');
  expect(draft.hidden).toBeGreaterThan(0);
  expect(`${draft.mdx}${draft.sample}`).not.toContain('kube-node-17');
});

test('a long paste is cut at a line', () => {
  const { sample } = draftOf({ texts: ['all is well here\n'.repeat(10_000)], lines: [], date: '2026-01-02' });
  expect(sample.length).toBeLessThanOrEqual(64 * 1024 + 1);
  expect(sample.endsWith('well here\n')).toBe(true);
});
