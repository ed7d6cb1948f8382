import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPack } from '../incident/build.server';
import { loadBook } from '../incident/load.server';
import { redactAll } from '../redact/redact';
import { compile, diagnose, type Case, type Diagnosis } from '../triage';
import { caseFile } from './case-file';
import { decode, upgraded } from './decode';
import { encode } from './encode';
import { fromText, toText, type Line } from './lines';
import { openCaseFile } from './open-case-file';
import { pack as packed, unpack } from './pack-text';

const book = loadBook();
const pack = buildPack(book);
const compiled = compile(pack);

function setup(index = 0): { triageCase: Case; diagnosis: Diagnosis; link: string } {
  const entry = book.incidents.filter(({ samples }) => samples.length > 0)[index]!;
  const check = pack.checks.find(({ id }) => Object.hasOwn(entry.front.checks, id))!;
  const triageCase: Case = {
    parts: [{ source: entry.samples[0]!.text }],
    answers: [{ check: check.id, outcome: check.outcomes[0]!.id, by: 'picked' }],
    tried: [{ incident: entry.id, fix: entry.front.fixes[0]!.id }],
    profile: { runtime: 'docker', cgroup: 1, versions: { kernel: '3.10.0-957' } },
  };
  const diagnosis = diagnose(compiled, triageCase);
  return { triageCase, diagnosis, link: encode(triageCase, diagnosis, pack) };
}

const shape = ({ findings, fixes, verdict, next }: Diagnosis) => ({
  verdict,
  findings: findings.map((finding) => ({
    ...finding,
    probability: 0,
    score: 0,
    terms: finding.terms.map(({ label, nats }) => `${label} ${nats.toFixed(1)}`).sort(),
    for: finding.for.map(({ signature, count }) => `${signature} ${count}`),
    against: finding.against.map(({ signature, count }) => `${signature} ${count}`),
  })),
  fixes: fixes.map(({ incident, fix }) => `${incident}/${fix}`),
  next: next?.outcomes,
});

test('every sample: the link gives back findings, fixes, next check, answers and trail, in under 2,000 characters', () => {
  for (let index = 0; index < book.incidents.filter(({ samples }) => samples.length > 0).length; index++) {
    const { triageCase, diagnosis, link } = setup(index);
    expect(link.length).toBeLessThan(2000);
    const decoded = decode(link, pack);
    if (!decoded.ok) throw new Error(decoded.problem);
    const { view } = decoded;
    expect(shape(view.diagnosis)).toEqual(
      shape({ ...diagnosis, findings: diagnosis.findings.slice(0, 12), fixes: diagnosis.fixes.slice(0, 12) }),
    );
    expect(view).toMatchObject({
      answers: triageCase.answers,
      tried: triageCase.tried,
      profile: triageCase.profile,
    });
    expect(view.diagnosis.findings[0]!.probability).toBeCloseTo(diagnosis.findings[0]!.probability, 3);
    expect(view.diagnosis.otherwise === null).toBe(diagnosis.otherwise === null);
  }
});

test('a link holds no text and no time of the log', () => {
  const { diagnosis, link } = setup();
  const text = unpack(link.slice('#case=v1.'.length))!;
  for (const { text: line, first } of diagnosis.findings.flatMap((finding) => finding.for)) {
    if (line.length > 8) expect(text).not.toContain(line);
    if (first) expect(text).not.toContain(first);
  }
});

test('a version that looks like something else is not shared', () => {
  const { triageCase, diagnosis } = setup();
  const link = encode(
    { ...triageCase, profile: { versions: { kernel: 'on host berlin-7!' } } },
    diagnosis,
    pack,
  );
  expect(unpack(link.slice('#case=v1.'.length))).not.toContain('berlin');
});

describe('a link that is not whole', () => {
  test('cut short at any place: a sentence, and what could be read', () => {
    const { link } = setup();
    let read = 0;
    for (let end = 12; end < link.length - 1; end++) {
      const decoded = decode(link.slice(0, end), pack);
      // The last letters may hold no more than the end mark; then the checksum has proved the rest.
      if (decoded.ok) {
        expect([end > link.length - 4, decoded]).toEqual([true, decode(link, pack)]);
        continue;
      }
      expect(decoded.problem).toMatch(/^This case link /);
      if (decoded.partial && decoded.partial.diagnosis.findings.length > 0) read++;
    }
    expect(read).toBeGreaterThan(link.length / 3);
  });

  test('altered: never taken for whole', () => {
    const { link, diagnosis } = setup();
    const first = decode(link, pack);
    for (let at = 20; at < link.length; at += 3) {
      const letter = link[at] === 'A' ? 'B' : 'A';
      const decoded = decode(link.slice(0, at) + letter + link.slice(at + 1), pack);
      // Bits past the end of the last byte carry nothing.
      if (decoded.ok) expect(decoded).toEqual(first);
    }
    expect(diagnosis.findings.length).toBeGreaterThan(0);
  });

  test('of a newer version: refused with a sentence', () => {
    expect(decode('#case=v2.abc', pack)).toEqual({
      ok: false,
      partial: null,
      problem: expect.stringMatching(/version 2/),
    });
  });

  test('incidents and checks that the book lacks are named, the rest is read', () => {
    const { link, diagnosis } = setup();
    const gone = diagnosis.findings[0]!.incident;
    const smaller = { ...pack, incidents: pack.incidents.filter(({ id }) => id !== gone), checks: [] };
    const decoded = decode(link, smaller);
    expect(decoded).toMatchObject({
      ok: false,
      problem: expect.stringContaining(gone),
      partial: { profile: { runtime: 'docker' } },
    });
  });

  test('a revised incident is said to be revised', () => {
    const { link, diagnosis } = setup();
    const later = {
      ...pack,
      incidents: pack.incidents.map((incident) => ({ ...incident, revision: incident.revision + 1 })),
    };
    const decoded = decode(link, later);
    expect(decoded.ok && decoded.view.changed[0]?.incident).toBe(diagnosis.findings[0]!.incident);
  });

  test('what a chat adds to the end does no harm', () =>
    expect(decode(`${setup().link}).`, pack).ok).toBe(true));
});

test('letters and lines come back as they went', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(unpack(packed(text))).toBe(text)),
    { seed: 6 },
  );
  const lines: Line[] = [
    ['c', 1],
    ['f', 'x'],
  ];
  expect(fromText(toText(lines))).toEqual({ lines, state: 'whole' });
});

test('a bomb unpacks to its first part only', () => {
  expect(unpack(packed('0'.repeat(40_000_000)))!.length).toBeLessThanOrEqual(262_144);
});

test('each upgrader runs once, from the version of the link', () => {
  const mark =
    (name: string) =>
    (lines: Line[]): Line[] => [...lines, [name]];
  expect(upgraded([], 2, [mark('1→2'), mark('2→3'), mark('3→4')])).toEqual([['2→3'], ['3→4']]);
});

describe('case file', () => {
  test('opens to the same case, with the redacted paste', () => {
    const { triageCase, diagnosis } = setup();
    const { texts } = redactAll(triageCase.parts.map(({ source }) => source));
    const opened = openCaseFile(caseFile(triageCase, diagnosis, texts));
    if (!opened.ok) throw new Error(opened.problem);
    expect(opened.file.case.parts.map(({ source }) => source)).toEqual(texts);
    const again = diagnose(compiled, opened.file.case as Case);
    expect(again.findings[0]?.incident).toBe(diagnosis.findings[0]?.incident);
  });

  test('a part without a redacted text is left out', () => {
    const { triageCase, diagnosis } = setup();
    expect(caseFile(triageCase, diagnosis, [])).not.toContain(JSON.stringify(triageCase.parts[0]!.source));
  });

  test.each([
    ['', 'not JSON'],
    ['{"a":1}', 'no case file'],
    ['[]', 'no case file'],
    ['{"format":"faultbook-case","version":2}', 'version 2'],
    [
      '{"format":"faultbook-case","version":1,"release":"x","verdict":"match","findings":[],"case":{"parts":"no"}}',
      'case.parts',
    ],
  ])('%s: refused with a sentence', (content, sentence) => {
    const opened = openCaseFile(content);
    expect(opened.ok ? '' : opened.problem).toContain(sentence);
  });
});
