import { describe, expect, it } from 'vitest';
import { EMPTY_CASE } from './case';
import { diagnose } from './diagnose';
import { compile } from './compile';
import { incident, packWith } from './test-pack';

const said = (source: string) => ({ ...EMPTY_CASE, parts: [{ source }] });

function setup() {
  const pack = packWith([
    incident('disk-full', {
      'disk-says-full': ['disk is really full', 'strong'],
      'write-failed': ['a write has failed', 'supporting'],
    }),
    incident('net-down', { 'link-lost': ['the link was lost', 'strong'] }),
    incident('stuck', { 'will-not-stop': ['it will not stop now', 'strong'] }),
    incident('cause-a', { 'stack-a': ['stack shows alpha', 'strong'] }, { blocks: ['stuck'] }),
    incident('cause-b', { 'stack-b': ['stack shows beta', 'strong'] }, { blocks: ['stuck'] }),
  ]);
  return { pack, run: (text: string) => diagnose(compile(pack), said(text)) };
}

describe('bands and verdicts', () => {
  it('says nothing when nothing is known', () => {
    const { run } = setup();
    expect(run('all is well')).toMatchObject({ verdict: 'none', findings: [], fixes: [], next: null });
  });

  it('calls one strong signature likely, two groups strong', () => {
    const { run } = setup();
    expect(run('the disk is really full').findings[0]).toMatchObject({
      incident: 'disk-full',
      band: 'likely',
    });
    expect(run('the disk is really full\na write has failed').findings[0]).toMatchObject({ band: 'strong' });
  });

  it('stays unsure on supporting evidence alone', () => {
    const { run } = setup();
    expect(run('a write has failed')).toMatchObject({
      verdict: 'unsure',
      findings: [{ incident: 'disk-full', band: 'possible' }],
    });
  });

  it('is silent where as much speaks against as for it, whatever its frequency', () => {
    const pack = packWith([
      incident('half', {
        'a-sign': ['a sign of half', 'supporting'],
        'no-half': ['surely not half', 'against'],
      }),
    ]);
    const run = (text: string) => diagnose(compile(pack), said(text)).verdict;
    expect(run('a sign of half')).toBe('unsure');
    expect(run('a sign of half\nsurely not half')).toBe('none');
  });

  it('counts a repeated signature once', () => {
    const { run } = setup();
    const once = run('the disk is really full');
    const often = run('the disk is really full\n'.repeat(50));
    expect(often.findings[0]!.score).toBe(once.findings[0]!.score);
    expect(often.findings[0]!.for[0]!.count).toBe(50);
  });

  it('takes findings without common evidence for separate problems, each as likely as alone', () => {
    const { run } = setup();
    const both = run('the disk is really full\nthe link was lost');
    expect(new Set(both.findings.map((finding) => finding.component)).size).toBe(2);
    expect(both.findings[0]!.probability).toBeCloseTo(
      run('the disk is really full').findings[0]!.probability,
    );
  });
});

describe('an umbrella', () => {
  it('alone is first, and its causes stand after it as possible', () => {
    const { run } = setup();
    const found = run('it will not stop now').findings;
    expect(found.map(({ incident: id, band, causeOf }) => [id, band, causeOf])).toEqual([
      ['stuck', 'likely', undefined],
      ['cause-a', 'possible', 'stuck'],
      ['cause-b', 'possible', 'stuck'],
    ]);
  });

  it('folds under a cause that the paste shows', () => {
    const { run } = setup();
    const found = run('it will not stop now\nstack shows beta').findings;
    expect(found.map(({ incident: id, under }) => [id, under])).toEqual([
      ['cause-b', undefined],
      ['stuck', 'cause-b'],
    ]);
  });
});

it('gives a right answer the same probability when 1,000 incidents join the book', () => {
  const { pack } = setup();
  const many = Array.from({ length: 1000 }, (_, index) =>
    incident(`synthetic-${index}`, { only: [`marker number ${index} of the synthetic book`, 'strong'] }),
  );
  const text = said('the disk is really full');
  const small = diagnose(compile(pack), text).findings[0]!;
  const large = diagnose(compile({ ...pack, incidents: [...pack.incidents, ...many] }), text).findings[0]!;
  expect(large.incident).toBe('disk-full');
  expect(large.probability).toBeGreaterThanOrEqual(small.probability);
});

it('shows a sum whose terms add up to the score', () => {
  const { run } = setup();
  const { score, terms } = run('the disk is really full\na write has failed').findings[0]!;
  expect(terms.reduce((sum, { nats }) => sum + nats, 0)).toBeCloseTo(score);
});

it('skips a broken signature, says so, and goes on', () => {
  const { pack } = setup();
  const broken = incident('broken', { bad: ['(unclosed', 'strong'] });
  const diagnosis = diagnose(
    compile({ ...pack, incidents: [...pack.incidents, broken] }),
    said('the disk is really full'),
  );
  expect(diagnosis.findings[0]!.incident).toBe('disk-full');
  expect(diagnosis.limits.join()).toContain('Signature bad of broken');
});
