/** One good incident, one bad pattern or command each. */

import { describe, expect, it } from 'vitest';
import { GOOD, lineOf, problemsAfter, type Root } from '../test-root';

const edit = (from: string, to: string) => (root: Root) => root.edit(GOOD, from, to);
const first = (change: (root: Root) => void) => problemsAfter(change)[0];

describe('patterns', () => {
  const LINE = "line: 'pressure is lost'";
  const pattern = (text: string) => first(edit(LINE, `line: '${text}'`));

  it.each([
    ['look-ahead', 'pressure (?=is) is lost', 'look-around is not RE2 syntax', 'unless'],
    ['look-behind', '(?<!no )pressure is lost', 'look-around is not RE2 syntax', 'unless'],
    ['a back-reference', '(p)ressure is lost \\1', 'a back-reference is not RE2 syntax', 'write it without'],
    ['no literal', '\\w+ \\w+ \\w+', 'no literal of four characters', 'add words'],
    [
      'one alternative without a literal',
      'pressure|\\d+',
      'no literal of four characters',
      'every alternative',
    ],
    [
      'an example that does not match',
      'pressure was lost',
      'does not match the line it was written for',
      'mend',
    ],
    [
      'an exponential pattern',
      'pressure (is|i?s| )+ lost (\\w+\\s?)*:?',
      'backtracks',
      'bound the repetitions',
    ],
    ['one that does not compile', 'pressure (is lost', 'does not compile', 'mend the expression'],
  ])('%s', (_, text, what, cure) => {
    expect(pattern(text)).toMatchObject({ file: GOOD, line: lineOf(LINE) });
    expect(pattern(text)!.what).toContain(what);
    expect(pattern(text)!.cure).toContain(cure);
  });

  it('of `unless` and `near`', () => {
    const more = (extra: string) => first(edit(LINE, `${LINE}\n    ${extra}`));
    expect(more("unless: ['(?=x)y']")).toMatchObject({ line: lineOf(LINE) + 1 });
    expect(more("near: [{line: '(a+)+b', within: 3}]")!.what).toContain('backtracks');
  });

  it('of a known line', () => {
    const known =
      "- {id: hello, sample: it says hello, pattern: 'says goodbye', says: A greeting., kind: harmless}\n";
    expect(first((root) => root.write('lines/talk.yaml', known))).toMatchObject({
      file: 'lines/talk.yaml',
      line: 1,
      what: expect.stringContaining('does not match the line it was written for: it says hello'),
    });
  });
});

describe('commands', () => {
  it('of a fix', () => {
    expect(first(edit("'valve --slow {{node}}'", "'valve --slow ( {{node}}'"))).toMatchObject({
      file: GOOD,
      line: lineOf('- id: open-slowly'),
      what: expect.stringContaining('command does not parse: valve --slow ('),
      cure: 'try it with bash -n',
    });
  });

  it('of a check and of a script, each where it stands', () => {
    const change = (root: Root) => {
      root.edit('checks/gauge.yaml', 'command: cat /proc/gauge', 'command: "for x in 1 2; cat /proc/gauge"');
      root.write('incidents/pump-stops/mend.sh', 'if true; then\n');
      root.edit(GOOD, 'Nothing.', '<File name="mend.sh"/>');
    };
    const found = problemsAfter(change).filter(({ what }) => what.includes('does not parse'));
    expect(found.map(({ file, line }) => [file, line])).toEqual([
      ['incidents/pump-stops/mend.sh', 1],
      ['checks/gauge.yaml', 2],
    ]);
  });
});
