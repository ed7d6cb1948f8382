import { expect, test } from 'vitest';
import type { Diagnosis } from '@/lib/triage/diagnosis';
import { NEW_CASE, type PageCase } from './case';
import { fromKept, MOST_TEXT, toKept } from './kept-case';

const page = (source: string): PageCase => ({
  ...NEW_CASE,
  parts: [{ name: 'Paste 1', source, limits: ['a limit'] }],
  answers: [{ check: 'c', outcome: 'yes', by: 'picked' }],
  tried: [{ incident: 'i', fix: 'f' }],
});

test('a case comes back as it was; an empty one is not kept', () => {
  expect(fromKept(toKept(page('a\nb'), null), {})).toEqual(page('a\nb'));
  expect(toKept(NEW_CASE, null)).toBeNull();
});

test('of a long paste the first 1 MB and the evidence behind it are kept, and that is said', () => {
  const evidence = 'the line that tells it';
  const source = `${'noise\n'.repeat(400_000)}${evidence}\n`;
  const start = source.indexOf(evidence);
  const seen = { source: 0, line: 400_001, text: evidence, spans: [{ source: 0, start, end: start + 5 }] };
  const diagnosis = { findings: [{ for: [seen, seen], against: [] }] } as unknown as Diagnosis;
  const kept = fromKept(toKept(page(source), diagnosis), {})!.parts[0]!;
  expect(kept.source.length).toBeLessThanOrEqual(MOST_TEXT + evidence.length);
  expect(kept.source.endsWith(`noise\n${evidence}`)).toBe(true);
  expect(kept.limits).toEqual(['a limit', expect.stringMatching(/^Paste 1 was shortened/)]);
});

const PART = '{"version":1,"parts":[{"name":"a","source":"b","limits":[]';

test.each([
  ...[null, '', '{', '[]', '{"version":2}', '{"version":1,"parts":[{"name":1}],"answers":{}}'],
  ...['"overrides":"x"', '"overrides":[1]', '"excerpt":null', '"excerpt":{"lines":"x"}'].map(
    (more) => `${PART},${more}}]}`,
  ),
])('%j is no case', (text) => expect(fromKept(text, {})).toBeNull());
