import { describe, expect, it } from 'vitest';
import { check } from './ask/test-checks';
import type { PackIncident, Signature } from './pack';
import { incident, packWith } from './test-pack';
import { lineTest, run, signature } from './test-run';

const withSignatures = (
  id: string,
  signatures: Signature[],
  more: Partial<PackIncident> = {},
): PackIncident => ({
  ...incident(id, {}, more),
  signatures,
});
const says = (id: string, words: string, more: Partial<Signature> = {}) =>
  signature(id, lineTest(words), more);

describe('what is not checked', () => {
  const checks = [
    check('read-gauge', ['high', 'low'], { group: 'gauge', command: 'cat /proc/gauge' }),
    check('list-units', ['many', 'few'], { command: 'systemctl list-units', prints: ['systemctl-units'] }),
  ];
  const pack = packWith(
    [
      withSignatures(
        'it',
        [
          says('stop', 'a pump stopped'),
          says('weak-gauge', 'gauge is odd', { weight: 'weak', group: 'gauge' }),
          says('gauge', 'gauge is low', { weight: 'conclusive', group: 'gauge' }),
          says('units', 'many units', { weight: 'supporting', in: ['systemctl-units'] }),
          says('same-thing', 'it stopped by itself', { group: 'stop' }),
          says('not-it', 'all is well', { weight: 'against' }),
          says('loose', 'a loose end', { weight: 'weak' }),
        ],
        { checks: { 'list-units': { many: 'usually' } } },
      ),
    ],
    { checks },
  );
  const { notChecked } = run(pack, 'a pump stopped\n').findings[0]!;

  it('lists the groups that did not speak, strongest first, each once', () => {
    expect(notChecked.map((item) => item.signature)).toEqual(['gauge', 'units', 'loose']);
  });

  it('names the command of the check that reads the same fact', () => {
    expect(notChecked[0]).toMatchObject({ check: 'read-gauge', command: 'cat /proc/gauge', why: 'gauge.' });
  });

  it('or of a predicted check that prints such a format', () => {
    expect(notChecked[1]).toMatchObject({ check: 'list-units', command: 'systemctl list-units' });
  });

  it('and none where no check would show it', () => {
    expect(notChecked[2]).not.toHaveProperty('command');
    expect(notChecked[2]).not.toHaveProperty('check');
  });

  it('is offered as what to paste next', () => {
    expect(run(pack, 'a pump stopped\n').digest.pasteNext[0]).toEqual({
      what: 'read-gauge?',
      command: 'cat /proc/gauge',
    });
  });

  it('shrinks when the fact is seen', () => {
    const { notChecked: left } = run(pack, 'a pump stopped\nthe gauge is low\n').findings[0]!;
    expect(left.map((item) => item.signature)).toEqual(['units', 'loose']);
  });

  it('is at most five', () => {
    const many = Array.from({ length: 9 }, (_, index) => says(`s${index}`, `sign number ${index} of nine`));
    const found = run(packWith([withSignatures('it', many)]), 'sign number 3 of nine\n').findings[0]!;
    expect(found.notChecked.map((item) => item.signature)).toEqual(['s0', 's1', 's2', 's4', 's5']);
  });
});

describe('what would have to be true for the second finding to win', () => {
  const shared = { group: 'stop' };
  const first = withSignatures('first', [says('stop', 'a pump stopped', shared), says('hot', 'it is hot')]);
  const second = (more: Signature[]) =>
    withSignatures('second', [says('stop-too', 'a pump stopped', shared), ...more]);
  const TEXT = 'a pump stopped\nit is hot\n';
  const otherwise = (more: Signature[], text = TEXT) => run(packWith([first, second(more)]), text).otherwise;

  it('is the sight of what it lacks, as much as closes the gap', () => {
    const cold = says('cold', 'it is cold', { weight: 'conclusive' });
    expect(otherwise([cold])).toBe('“second” would win if this were seen too: cold. It is 3.0 behind.');
  });

  it('takes several signs where one is too little, and no more than it needs', () => {
    const signs = ['wet', 'dark', 'zany', 'late'].map((id) =>
      says(id, `it is ${id}`, { weight: 'supporting' }),
    );
    expect(otherwise(signs)).toBe(
      '“second” would win if this were seen too: dark. late. wet. It is 3.0 behind.',
    );
  });

  it('is evidence against the first where nothing that it lacks is enough', () => {
    const sentence =
      '“second” cannot win on evidence alone; something must speak against “first”. It is 3.0 behind.';
    expect(otherwise([])).toBe(sentence);
    expect(otherwise([says('cold', 'it is cold', { weight: 'weak' })])).toBe(sentence);
  });

  it('is not said where there is no second, or nothing at all', () => {
    expect(run(packWith([first]), TEXT).otherwise).toBeNull();
    expect(run(packWith([first]), 'all is well\n').otherwise).toBeNull();
  });

  it('passes over an umbrella that is explained by the first', () => {
    const cause = withSignatures('cause', [says('stack', 'stack shows alpha')], { blocks: ['umbrella'] });
    const umbrella = withSignatures('umbrella', [says('stuck', 'it will not stop')]);
    const found = run(packWith([cause, umbrella]), 'it will not stop\nstack shows alpha\n');
    expect(found.findings.map(({ incident: id, under }) => [id, under])).toEqual([
      ['cause', undefined],
      ['umbrella', 'cause'],
    ]);
    expect(found.otherwise).toBeNull();
  });
});
