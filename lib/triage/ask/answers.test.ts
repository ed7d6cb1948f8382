import { describe, expect, it } from 'vitest';
import { EMPTY_CASE } from '../case';
import { compile } from '../compile';
import type { Answer, Case } from '../diagnosis';
import { diagnose, recognise } from '../diagnose';
import { incident, packWith } from '../test-pack';
import { check, fix } from './test-checks';

const line = (pattern: string) => ({ type: 'line' as const, pattern, literals: [pattern] });
const answer = (id: string, outcome: string): Answer => ({ check: id, outcome, by: 'picked' });

function setup() {
  const colour = check('colour', [], {
    background: { red: 'rarely', blue: 'rarely' },
    outcomes: [
      { id: 'red', label: 'Red', signature: { test: line('the paint is red') } },
      { id: 'blue', label: 'Blue', signature: { test: line('the paint is blue') } },
      { id: 'none', label: 'No paint' },
    ],
  });
  const size = check('size', ['big', 'small'], { background: { big: 'rarely', small: 'rarely' } });
  const pack = packWith(
    [
      incident(
        'reddish',
        {},
        { checks: { colour: { red: 'always' }, size: { big: 'always' } }, fixes: [fix('sand')] },
      ),
      incident('blueish', {}, { checks: { colour: { blue: 'always' }, size: { small: 'always' } } }),
    ],
    { checks: [colour, size] },
  );
  const compiled = compile(pack);
  return { compiled, run: (changes: Partial<Case>) => diagnose(compiled, { ...EMPTY_CASE, ...changes }) };
}

describe('bad answers are said in a sentence, and the rest of the case counts', () => {
  it('for a check that the pack does not have any more', () => {
    const { run } = setup();
    const good = answer('colour', 'red');
    const found = run({ answers: [answer('taste', 'sweet'), good] });
    expect(found.limits).toEqual([expect.stringContaining('“taste”, which this book does not have')]);
    expect(found.findings).toEqual(run({ answers: [good] }).findings);
  });

  it('for an outcome that the check does not have any more', () => {
    const found = setup().run({ answers: [answer('colour', 'green')] });
    expect(found.limits).toEqual(['“colour?” has no outcome “green” in this book. The answer was left out.']);
    expect(found.findings).toEqual([]);
  });

  it('given twice: the later one counts', () => {
    const { run } = setup();
    const found = run({ answers: [answer('colour', 'red'), answer('colour', 'blue')] });
    expect(found.findings[0]!.incident).toBe('blueish');
    expect(found.limits).toEqual([expect.stringContaining('answered twice, and differently')]);
    expect(run({ answers: [answer('colour', 'red'), answer('colour', 'red')] }).limits).toEqual([]);
  });

  it('that the paste denies', () => {
    const { run } = setup();
    const parts = [{ source: 'the paint is red' }];
    expect(run({ parts, answers: [answer('colour', 'blue')] }).limits).toEqual([
      expect.stringMatching(/answered “Blue”, but what was pasted shows “Red”/),
    ]);
    expect(run({ parts, answers: [answer('colour', 'red')] }).limits).toEqual([]);
    expect(run({ parts, answers: [answer('colour', 'dont-know')] }).limits).toEqual([]);
  });

  it('that fit no single incident', () => {
    const found = setup().run({ answers: [answer('colour', 'red'), answer('size', 'small')] });
    expect(found.limits).toEqual([expect.stringContaining('do not all fit one incident')]);
    expect(found.findings).toHaveLength(2);
  });

  it('and a fix that was tried and is gone', () => {
    const found = setup().run({ tried: [{ incident: 'reddish', fix: 'paint' }] });
    expect(found.limits).toEqual([expect.stringContaining('“paint” of “reddish”')]);
  });
});

describe('pasted output of a check', () => {
  it('shows one outcome, none, or two', () => {
    const { compiled } = setup();
    expect(recognise(compiled, 'colour', 'look: the paint is blue')).toEqual(['blue']);
    expect(recognise(compiled, 'colour', 'it smells')).toEqual([]);
    expect(recognise(compiled, 'colour', 'the paint is blue\nthe paint is red')).toEqual(['red', 'blue']);
    expect(recognise(compiled, 'gone', 'the paint is blue')).toEqual([]);
  });
});

describe('why a question', () => {
  it('names what it separates, and whether the first fix would change', () => {
    const { next } = setup().run({ answers: [answer('colour', 'dont-know')] });
    expect(next).toMatchObject({ check: 'size', separates: ['blueish', 'reddish'] });
    expect(next!.why).toContain(next!.changesFix ? 'may change' : 'stays the same');
  });
});
