import fc from 'fast-check';
import { expect } from 'vitest';
import { buildPack } from '../incident/build.server';
import { loadBook } from '../incident/load.server';
import { redactAll } from '../redact/redact';
import { compile, diagnose, type Case } from '../triage';
import { fuzz } from '../fuzz/cases';
import { mutatedPaste } from '../fuzz/pastes';
import { caseFile } from './case-file';
import { decode } from './decode';
import { encode } from './encode';
import { openCaseFile } from './open-case-file';
import { pack as packed } from './pack-text';

const book = loadBook();
const pack = buildPack(book);
const compiled = compile(pack);
const SAMPLES = book.incidents.flatMap(({ samples }) => samples.map(({ text }) => text));

const letters = fc.string({ unit: fc.constantFrom(...'ABCdef019-_=% .[]"'), maxLength: 300 });
const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom('c', 'f', 'a', 't', 'x', 'n', 'z', '__proto__'),
      fc.anything(),
      fc.anything(),
      fc.anything(),
      fc.anything(),
      fc.anything(),
    ),
    { maxLength: 6 },
  )
  .map((each) =>
    each
      .map((line) => JSON.stringify(line, (_, value: unknown) => (typeof value === 'bigint' ? 0 : value)))
      .join('\n'),
  );
const fragments = fc.oneof(
  fc.string({ unit: 'binary' }),
  letters.map((text) => `#case=v1.${text}`),
  lines.map((text) => `#case=v1.${packed(text)}`),
);

fuzz('any bytes in a fragment are a case or a sentence', 300, fragments, (text) => {
  const decoded = decode(text, pack);
  expect(decoded.ok || decoded.problem.length > 0).toBe(true);
});

const answers = fc.array(
  fc.constantFrom(...pack.checks).chain(({ id, outcomes }) =>
    fc.record({
      check: fc.constant(id),
      outcome: fc.constantFrom(...outcomes.map((each) => each.id), 'dont-know', 'cant-run'),
      by: fc.constant('picked' as const),
    }),
  ),
  { maxLength: 3 },
);
const cases: fc.Arbitrary<Case> = fc.record({
  parts: fc
    .array(mutatedPaste(SAMPLES), { maxLength: 2 })
    .map((texts) => texts.map((source) => ({ source }))),
  answers,
  tried: fc.constant([]),
  profile: fc.constantFrom({}, { runtime: 'docker' as const, cgroup: 1 as const }, { managed: true }),
});

fuzz(
  'a case comes back from its link and from its file, whatever was pasted',
  60,
  cases,
  (given) => {
    const diagnosis = diagnose(compiled, given);
    const decoded = decode(encode(given, diagnosis, pack), pack);
    if (!decoded.ok) throw new Error(decoded.problem);
    const ids = (of: { incident: string }[]) => of.map(({ incident }) => incident);
    const shared = decoded.view.diagnosis;
    expect(ids(shared.findings)).toEqual(ids(diagnosis.findings.slice(0, 12)));
    const { texts } = redactAll(given.parts.map(({ source }) => source));
    const opened = openCaseFile(caseFile(given, diagnosis, texts));
    if (!opened.ok) throw new Error(opened.problem);
    expect(opened.file.case.parts.map(({ source }) => source)).toEqual(texts);
    expect(opened.file.case.answers).toEqual(given.answers);
  },
  0.1,
);

fuzz(
  'any text is a case file or a sentence',
  300,
  fc.oneof(
    fc.string(),
    fc.json(),
    fc.json().map((json) => `{"format":"faultbook-case","version":1,"case":${json}}`),
  ),
  (content) => {
    const opened = openCaseFile(content);
    expect(opened.ok || opened.problem.length > 0).toBe(true);
  },
);
