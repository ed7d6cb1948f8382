import { expect, test } from 'vitest';
import { buildPack } from '../incident/build.server';
import { loadCorpus } from '../incident/corpus.server';
import { loadBook } from '../incident/load.server';
import { compile, diagnose, EMPTY_CASE } from '../triage';
import { redact } from './redact';

const book = loadBook();
const compiled = compile(buildPack(book));
const texts = [
  ...book.incidents.flatMap(({ id, samples }) =>
    samples.map(({ name, text }) => ({ name: `${id}/${name}`, text })),
  ),
  ...book.healthy,
  ...['open', 'field', 'field2'].flatMap((name) => loadCorpus(`content/corpus/${name}`)),
];

const firstFinding = (source: string) =>
  diagnose(compiled, { ...EMPTY_CASE, parts: [{ source }] }).findings[0]?.incident ?? 'none';

test('redaction changes no first finding, and redacting twice changes nothing', () => {
  const moved: string[] = [];
  for (const { name, text } of texts) {
    const safe = redact(text).text;
    const [before, after] = [firstFinding(text), firstFinding(safe)];
    if (before !== after) moved.push(`${name}: ${before} → ${after}`);
    if (redact(safe).text !== safe) moved.push(`${name}: not the same twice`);
  }
  expect(moved).toEqual([]);
});
