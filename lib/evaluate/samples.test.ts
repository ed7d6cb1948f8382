/** Every sample of the book against the whole pack, with the whole list of invariants (docs: STYLE, Tests). */

import { describe, expect, it } from 'vitest';
import { buildPack } from '../incident/build.server';
import { loadBook } from '../incident/load.server';
import { compile, diagnose, EMPTY_CASE, type Diagnosis, type Evidence } from '../triage';
import { DAMAGES, withNoiseAround } from './damage';

const book = loadBook();
const compiled = compile(buildPack(book));
const run = (text: string): Diagnosis => diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: text }] });

const samples = book.incidents.flatMap(({ id, samples: own }) =>
  own.map((sample) => ({ ...sample, incident: id, title: `${id}/${sample.name}` })),
);
const hits = samples.filter(({ kind }) => kind === 'hit');
const misses = samples.filter(({ kind }) => kind === 'miss');

const damage = (id: string) => DAMAGES.find((row) => row.id === id)!.apply;
const HARMLESS: [name: string, apply: (text: string) => string][] = [
  ['CRLF', damage('crlf')],
  ['colour', damage('colour')],
  ['no final newline', (text) => text.trimEnd()],
  // Apart by a blank line, as a person pastes one thing after another: some samples are damaged already.
  ['300 lines of noise around', (text) => early(withNoiseAround(`\n${text.trimEnd()}\n\n`, 300))],
];

/** The noise is older than every sample, so that ages and missed runs still count from the sample's own end. */
function early(text: string): string {
  return text
    .replace(/^Jun 14/gm, 'Jan  1')
    .replace(/ I0614 /g, ' I0101 ')
    .replace(/"2024-06-14T/g, '"2000-01-01T');
}

const answerOf = ({ verdict, findings }: Diagnosis): string =>
  `${verdict}: ${findings[0]?.incident ?? 'nothing'}`;
const evidenceOf = ({ findings }: Diagnosis): Evidence[] =>
  findings.flatMap((finding) => [...finding.for, ...finding.against]);

it('there are samples of every kind', () => {
  expect(hits.length).toBeGreaterThanOrEqual(3 * book.incidents.length);
  expect(misses.length).toBeGreaterThanOrEqual(2 * book.incidents.length);
});

describe('a hit', () => {
  it.each(hits)('$title ranks its incident first', ({ text, incident }) => {
    const found = run(text);
    expect(found.findings[0]?.incident).toBe(incident);
    expect(found.verdict).not.toBe('none');
  });

  it.each(hits)('$title has the same answer with harmless damage', ({ text }) => {
    const wanted = answerOf(run(text));
    const found = HARMLESS.map(([name, apply]) => [name, answerOf(run(apply(text)))]);
    expect(found).toEqual(HARMLESS.map(([name]) => [name, wanted]));
  });
});

describe('a sample', () => {
  it.each(samples)('$title has evidence that lies inside its text', ({ text }) => {
    for (const { signature, spans } of evidenceOf(run(text))) {
      for (const { source, start, end } of spans) {
        expect({ signature, source, words: text.slice(start, end).trim() }).not.toMatchObject({ words: '' });
        expect({ signature, inside: source === 0 && start >= 0 && end <= text.length }).toMatchObject({
          inside: true,
        });
      }
    }
  });

  it.each(samples)('$title gives plain data, and the same bytes twice', ({ text }) => {
    const found = run(text);
    expect(structuredClone(found)).toEqual(found);
    expect(JSON.stringify(run(text))).toBe(JSON.stringify(found));
  });
});

describe('what is not the incident', () => {
  it.each(misses)('$title does not report it', ({ text, incident }) => {
    const found = run(text);
    const own = found.findings.find((finding) => finding.incident === incident && !finding.causeOf);
    expect(own?.band ?? 'possible').toBe('possible');
    if (found.verdict !== 'none') expect(found.findings[0]!.incident).not.toBe(incident);
  });

  it('a healthy log reports nothing', () => {
    const reported = book.healthy.map(({ name, text }) => [name, run(text)] as const);
    expect(reported.filter(([, { verdict }]) => verdict !== 'none').map(([name]) => name)).toEqual([]);
  });
});
