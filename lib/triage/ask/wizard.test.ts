/** Answers, refusals and tried fixes through the whole engine. */

import { describe, expect, it } from 'vitest';
import { EMPTY_CASE } from '../case';
import { compile } from '../compile';
import type { Answer, Case } from '../diagnosis';
import { diagnose, impliedAnswers } from '../diagnose';
import { match } from '../match';
import type { Pack } from '../pack';
import { parse } from '../parts';
import { read } from '../read/read';
import { incident, packWith } from '../test-pack';
import { check, fix } from './test-checks';

function setup() {
  const colour = check('colour', ['red', 'blue'], {
    group: 'paint',
    background: { red: 'rarely', blue: 'rarely' },
    outcomes: [
      { id: 'red', label: 'red', signature: { test: line('the paint is red') } },
      { id: 'blue', label: 'blue', signature: { test: line('the paint is blue') } },
    ],
  });
  const pack = packWith(
    [
      incident(
        'reddish',
        { 'seen-red': ['the paint is red', 'strong', 'paint'], humming: ['it hums all day', 'strong'] },
        {
          checks: { colour: { red: 'always' }, size: { big: 'always' } },
          fixes: [
            fix('repaint', { works: 'usually', minutes: 30 }),
            fix('sand', { works: 'often', minutes: 30 }),
          ],
        },
      ),
      incident(
        'blueish',
        { 'hums-too': ['it hums all day', 'strong'] },
        {
          checks: { colour: { blue: 'always' }, size: { small: 'always' } },
          fixes: [fix('bleach', { works: 'always', minutes: 30 })],
        },
      ),
    ],
    { checks: [colour, check('size', ['big', 'small'], { background: { big: 'rarely', small: 'rarely' } })] },
  );
  return { pack, run: (changes: Partial<Case>) => diagnose(compile(pack), { ...EMPTY_CASE, ...changes }) };
}

const line = (pattern: string) => ({ type: 'line' as const, pattern, literals: [pattern] });
const HUM = [{ source: 'it hums all day' }];
const answer = (check: string, outcome: string): Answer => ({ check, outcome, by: 'picked' });

describe('an answer', () => {
  it('moves the ranking towards what the incident predicts, and away from the rest', () => {
    const { run } = setup();
    expect(run({ parts: HUM, answers: [answer('colour', 'red')] }).findings[0]!.incident).toBe('reddish');
    expect(run({ parts: HUM, answers: [answer('colour', 'blue')] }).findings[0]!.incident).toBe('blueish');
  });

  it('ranks without any paste', () => {
    const { run } = setup();
    expect(run({}).findings).toEqual([]);
    const found = run({ answers: [answer('colour', 'blue')] });
    expect(found.findings[0]!.incident).toBe('blueish');
    expect(found.findings[0]!.probability).toBeGreaterThan(found.findings[1]!.probability);
  });

  it('and a signature of the same group count once', () => {
    const { run } = setup();
    const red = [{ source: 'the paint is red' }];
    const alone = run({ parts: red }).findings[0]!;
    const both = run({ parts: red, answers: [answer('colour', 'red')] }).findings[0]!;
    expect(both.incident).toBe('reddish');
    expect(both.score).toBeCloseTo(alone.score);
    expect(both.for.map(({ signature, nats }) => [signature, nats > 0])).toEqual([
      ['seen-red', true],
      ['answer-colour', false],
    ]);
  });

  it('and a signature of another group add up', () => {
    const { run } = setup();
    const score = (answers: Answer[]) =>
      run({ parts: HUM, answers }).findings.find((finding) => finding.incident === 'reddish')!.score;
    expect(score([answer('colour', 'red')])).toBeGreaterThan(score([]) + 0.5);
  });

  it('that names no outcome of the check, or no check, changes nothing', () => {
    const { run } = setup();
    const plain = run({ parts: HUM }).findings;
    expect(
      run({ parts: HUM, answers: [answer('colour', 'green'), answer('taste', 'sweet')] }).findings,
    ).toEqual(plain);
  });
});

describe('what is not asked again', () => {
  it.each(['dont-know', 'cant-run', 'big'])('is a check that was answered %s', (outcome) => {
    const { run } = setup();
    expect(run({ parts: HUM }).next!.check).toBe('colour');
    const once = run({ parts: HUM, answers: [answer('colour', 'dont-know')] });
    expect(once.next!.check).toBe('size');
    const twice = run({ parts: HUM, answers: [answer('colour', 'dont-know'), answer('size', outcome)] });
    expect(twice.next).toBeNull();
  });

  it('and “don’t know” and “can’t run” say nothing about any incident', () => {
    const { run } = setup();
    const answers = [answer('colour', 'dont-know'), answer('size', 'cant-run')];
    expect(run({ parts: HUM, answers }).findings).toEqual(run({ parts: HUM }).findings);
  });

  it('is a check that the paste itself answers', () => {
    const { run } = setup();
    expect(run({ parts: [{ source: 'it hums all day\nthe paint is red' }] }).next?.check).not.toBe('colour');
  });

  it('but a paste that shows two outcomes of one check has not answered it', () => {
    const { pack } = setup();
    const implied = (text: string) => impliedAnswers(hitsOf(pack, text), EMPTY_CASE);
    expect(implied('the paint is red')).toEqual([{ check: 'colour', outcome: 'red', by: 'pasted' }]);
    expect(implied('the paint is red\nthe paint is blue')).toEqual([]);
  });
});

function hitsOf(pack: Pack, text: string) {
  return match(compile(pack), parse([read(0, text, new Set())])).hits;
}

describe('a fix that failed', () => {
  const tried = [{ incident: 'reddish', fix: 'repaint' }];

  it('lowers its incident by 1 - works and is not offered again', () => {
    const { run } = setup();
    const parts = [{ source: 'the paint is red\nit hums all day' }];
    const odds = ({ probability }: { probability: number }, other: number) => probability / other;
    const before = run({ parts });
    const after = run({ parts, tried });
    expect(before.fixes.map((item) => item.fix)).toContain('repaint');
    expect(after.fixes.map((item) => item.fix)).not.toContain('repaint');
    expect(after.fixes.map((item) => item.fix)).toContain('sand');
    // repaint works usually: .85 at temperature 1.
    expect(odds(after.findings[0]!, after.other) / odds(before.findings[0]!, before.other)).toBeCloseTo(0.15);
    expect(after.findings[0]!.against[0]).toMatchObject({ signature: 'tried-repaint', type: 'tried' });
  });

  it('lets another incident come first', () => {
    const { run } = setup();
    const parts = HUM;
    const answers = [answer('size', 'dont-know')];
    const first = run({ parts, answers, tried: [{ incident: 'blueish', fix: 'bleach' }] }).findings[0]!;
    expect(first.incident).toBe('reddish');
  });

  it('of another incident changes nothing here', () => {
    const { run } = setup();
    const red = (tries: Case['tried']) =>
      run({ parts: [{ source: 'the paint is red' }], tried: tries }).findings[0]!.score;
    expect(red([{ incident: 'blueish', fix: 'bleach' }])).toBe(red([]));
  });
});

describe('the profile', () => {
  it('read from the paste keeps checks away that cannot be run', () => {
    const { pack } = setup();
    const docker = pack.checks.map((item) => ({ ...item, needs: ['docker'] }));
    const nodes =
      'NAME STATUS ROLES AGE VERSION INTERNAL-IP EXTERNAL-IP OS-IMAGE KERNEL-VERSION CONTAINER-RUNTIME\n' +
      'node-1   Ready    <none>   30d   v1.24.3   10.0.0.1   <none>   Ubuntu 20.04.4 LTS   5.4.0-110-generic   ';
    const next = (runtime: string) =>
      diagnose(compile({ ...pack, checks: docker }), {
        ...EMPTY_CASE,
        parts: [...HUM, { source: `${nodes}${runtime}\n` }],
      }).next;
    expect(next('docker://20.10.7')?.check).toBe('colour');
    expect(next('containerd://1.6.6')).toBeNull();
  });
});
