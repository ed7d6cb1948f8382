import { expect, test } from 'vitest';
import { compile, diagnose, EMPTY_CASE } from '../triage';
import { buildPack } from './build.server';
import { loadBook } from './load.server';
import { joinPack, splitPack } from './pack-texts';

const book = loadBook();
const pack = buildPack(book);
const { core, texts } = splitPack(pack);

test('both files together are the pack', () => {
  expect(joinPack(core, texts)).toEqual(pack);
  const sent = joinPack(JSON.parse(JSON.stringify(core)), JSON.parse(JSON.stringify(texts)));
  expect(JSON.stringify(diagnoses(sent))).toBe(JSON.stringify(diagnoses(joinPack(core, texts))));
});

test('the first file alone ranks as the whole pack does', () => {
  const ranks = (of: typeof pack) =>
    diagnoses(of).map(({ verdict, findings }) => [
      verdict,
      ...findings.map(({ incident, probability }) => [incident, probability]),
    ]);
  expect(ranks(core)).toEqual(ranks(pack));
});

test('the first file holds no text for people, the second one no number of the engine', () => {
  const first = JSON.stringify(core);
  const [incident] = pack.incidents;
  for (const text of [incident!.summary, incident!.signatures[0]!.why, incident!.fixes[0]!.rollback])
    expect(first).not.toContain(JSON.stringify(text));
  expect(JSON.stringify(texts)).not.toMatch(/"(?:weight|share|minutes|works|literals)":/);
});

function diagnoses(of: typeof pack) {
  const compiled = compile(of);
  return book.incidents
    .slice(0, 6)
    .map(({ samples }) => diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: samples[0]!.text }] }));
}
