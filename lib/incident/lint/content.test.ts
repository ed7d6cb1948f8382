/** One good incident, one fault each: what the content check says. */

import { describe, expect, it } from 'vitest';
import { GOOD, lineOf, problemsAfter, type Root } from '../test-root';

const edit = (from: string, to: string) => (root: Root) => root.edit(GOOD, from, to);
const first = (change: (root: Root) => void) => problemsAfter(change)[0];
const HEADINGS = 'Symptoms, Diagnosis, Root cause, Fix, Prevention, Not this if';

describe('headings', () => {
  it('one that is missing', () => {
    expect(first(edit('## Not this if\n', ''))).toEqual({
      file: GOOD,
      line: lineOf('The pump stops.\n') - 1,
      what: 'heading “## Not this if” is missing',
      cure: `the headings are, in this order: ${HEADINGS}`,
    });
  });

  it('in the wrong order', () => {
    const swap = (root: Root) => {
      root.edit(GOOD, '## Fix\n', '## Interim\n');
      root.edit(GOOD, '## Prevention\n', '## Fix\n');
      root.edit(GOOD, '## Interim\n', '## Prevention\n');
    };
    expect(first(swap)).toMatchObject({
      file: GOOD,
      line: lineOf('## Fix'),
      what: 'heading “## Prevention” where “## Fix” belongs',
      cure: expect.stringContaining(HEADINGS),
    });
  });

  it('one too many', () => {
    expect(first(edit('The pump is off.', 'The pump is off.\n\n## More\n'))).toMatchObject({
      what: 'one heading too many: “## More”',
      line: lineOf('The pump is off.') + 2,
      cure: 'use ### inside a section',
    });
  });

  it('but not a comment in a code block', () => {
    expect(problemsAfter(edit('Nothing.', '```sh\n# nothing\n## at all\n```'))).toEqual([]);
  });
});

describe('ids in the body', () => {
  it('one that names nothing', () => {
    expect(first(edit('<Signature id="pressure-lost"/>', '<Signature id="presure-lost"/>'))).toEqual({
      file: GOOD,
      line: lineOf('<Signature id="pressure-lost"/>'),
      what: '<Signature id="presure-lost"/> names nothing in the front matter',
      cure: 'known: pump-stopped, pressure-lost',
    });
  });

  it.each([
    ['check', '<Check id="gauge"/>'],
    ['fix', '<Fix id="open-slowly"/>'],
  ])('a %s that is drawn nowhere', (kind, tag) => {
    expect(first(edit(tag, ''))).toMatchObject({
      file: GOOD,
      line: lineOf('The pump stops.\n') - 1,
      what: expect.stringMatching(new RegExp(`^${kind} .* is drawn nowhere$`)),
      cure: `add ${tag} where it belongs`,
    });
  });

  it('one that is drawn twice', () => {
    expect(first(edit('Nothing.', '<Fix id="open-slowly"/>'))).toMatchObject({
      line: lineOf('Nothing.'),
      what: '<Fix id="open-slowly"/> is drawn twice',
      cure: expect.stringContaining('link to it'),
    });
  });

  it('a file that is shown nowhere, and one that is not there', () => {
    expect(first((root) => root.write('incidents/pump-stops/mend.sh', 'true\n'))).toMatchObject({
      file: GOOD,
      what: 'mend.sh is shown nowhere',
      cure: expect.stringContaining('<File'),
    });
    expect(first(edit('Nothing.', '<File name="mend.sh"/>'))).toMatchObject({
      line: lineOf('Nothing.'),
      what: '<File name="mend.sh"/>: no such file in the folder',
    });
  });
});

describe('words', () => {
  it.each([
    ['Then check the logs.', '“check the logs” is not a step', 'name the command'],
    ['Check your log.', '“check the logs” is not a step', 'name the command'],
    ['kubectl delete pod <pod>', 'a placeholder to replace by hand', '{{pod}}'],
    ['ssh <your-node>', 'a placeholder to replace by hand', '{{node}}'],
    ['TODO: write this', 'unfinished text', 'write it'],
    ['It works again!', 'an exclamation mark', 'full stop'],
  ])('%s', (text, what, cure) => {
    expect(first(edit('Nothing.', text))).toMatchObject({
      file: GOOD,
      line: lineOf('Nothing.'),
      what,
      cure: expect.stringContaining(cure),
    });
  });

  it('in a code block, and in the front matter on its own line', () => {
    expect(first(edit('Nothing.', '```sh\nkubectl delete pod "<pod>"\n```'))).toMatchObject({
      line: lineOf('Nothing.') + 1,
      what: 'a placeholder to replace by hand',
    });
    expect(first(edit('why: The pump says so itself.', 'why: To be sure, check the logs.'))).toMatchObject({
      file: GOOD,
      line: lineOf('why: The pump says so itself.'),
      what: '“check the logs” is not a step',
    });
  });

  it('but what a program prints stands verbatim', () => {
    const example = "example: 'pressure is lost behind the valve'";
    expect(problemsAfter(edit(example, "example: 'TODO: check the log of <pod>! pressure is lost'"))).toEqual([]);
  });

  it('that only look like them are let through', () => {
    expect(problemsAfter(edit('Nothing.', 'Checking the login. A podium, a nodule. `! grep x`'))).toEqual([]);
  });
});

describe('ids between files', () => {
  it.each(['related', 'blocks'])('a dead id in %s', (key) => {
    expect(first(edit('sources:', `${key}: [pump-rusts]\nsources:`))).toEqual({
      file: GOOD,
      line: lineOf('sources:'),
      what: `${key}: no incident pump-rusts`,
      cure: 'mend the id, or write the incident',
    });
  });

  it('an incident that is related to itself', () => {
    expect(first(edit('sources:', 'related: [pump-stops]\nsources:'))).toMatchObject({
      what: 'related names the incident itself',
    });
  });

  it('a signature id that stands twice', () => {
    const problems = problemsAfter(edit('- id: pressure-lost', '- id: pump-stopped'));
    expect(problems[0]).toEqual({
      file: GOOD,
      line: lineOf('- id: pressure-lost'),
      what: 'signatures: pump-stopped stands twice',
      cure: 'ids are anchors; give each its own',
    });
  });

  it('a dead check', () => {
    const problem = problemsAfter(edit('gauge: {low: usually}', 'gage: {low: usually}')).find(({ what }) =>
      what.startsWith('no check'),
    );
    expect(problem).toEqual({
      file: GOOD,
      line: lineOf('gauge: {low: usually}'),
      what: 'no check gage',
      cure: 'write content/checks/gage.yaml or mend the id',
    });
  });

  it('a dead outcome', () => {
    expect(first(edit('gauge: {low: usually}', 'gauge: {lowest: usually}'))).toEqual({
      file: GOOD,
      line: lineOf('gauge: {low: usually}'),
      what: 'check gauge has no outcome lowest',
      cure: 'its outcomes: low, high',
    });
  });

  it('an unknown format', () => {
    expect(first(edit('in: [klog]', 'in: [clog]'))).toEqual({
      file: GOOD,
      line: lineOf('in: [klog]'),
      what: 'no format clog',
      cure: 'see lib/triage/formats/ids.ts',
    });
  });

  it('an unknown fact', () => {
    const fact = "fact: pump.speed\n    min: 3\n    weight: strong\n    why: Without";
    const from = "example: 'pressure is lost behind the valve'\n    line: 'pressure is lost'\n    weight: strong\n    why: Without";
    const problem = problemsAfter(edit(from, fact)).find(({ what }) => what.includes('no fact'));
    expect(problem).toEqual({
      file: GOOD,
      line: lineOf("example: 'pressure is lost"),
      what: 'no fact pump.speed',
      cure: 'see lib/triage/facts/vocabulary.ts',
    });
  });

  it('a check of which nobody predicts anything', () => {
    const change = (root: Root) => {
      root.edit(GOOD, 'checks:\n  gauge: {low: usually}\n', 'checks: {}\n');
      root.edit(GOOD, '<Check id="gauge"/>', 'Look at it.');
    };
    expect(first(change)).toMatchObject({
      file: 'checks/gauge.yaml',
      line: 1,
      what: 'no incident predicts anything for check gauge',
      cure: expect.stringContaining('remove it'),
    });
  });

  it('“always” in a check that names no source', () => {
    const change = (root: Root) => root.edit('checks/gauge.yaml', '{low: rarely}', '{low: always}');
    expect(first(change)).toMatchObject({
      file: 'checks/gauge.yaml',
      line: 10,
      cure: expect.stringContaining('sources'),
    });
  });

  it('a retired incident without a successor', () => {
    const problem = problemsAfter(edit('status: stable', 'status: retired')).find(({ what }) =>
      what.includes('successor'),
    );
    expect(problem).toMatchObject({ file: GOOD, cure: expect.stringContaining('replaces') });
  });
});

describe('patterns', () => {
  const LINE = "line: 'pressure is lost'";
  const pattern = (text: string) => first(edit(LINE, `line: '${text}'`));

  it.each([
    ['look-ahead', 'pressure (?=is) is lost', 'look-around is not RE2 syntax', 'unless'],
    ['look-behind', '(?<!no )pressure is lost', 'look-around is not RE2 syntax', 'unless'],
    ['a back-reference', '(p)ressure is lost \\1', 'a back-reference is not RE2 syntax', 'write it without'],
    ['no literal', '\\w+ \\w+ \\w+', 'no literal of four characters', 'add words'],
    ['one alternative without a literal', 'pressure|\\d+', 'no literal of four characters', 'every alternative'],
    ['an example that does not match', 'pressure was lost', 'does not match the line it was written for', 'mend'],
    ['an exponential pattern', 'pressure (is|i?s| )+ lost (\\w+\\s?)*:?', 'backtracks', 'bound the repetitions'],
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
    const known = "- {id: hello, sample: it says hello, pattern: 'says goodbye', says: A greeting., kind: harmless}\n";
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

describe('samples', () => {
  const sample = (name: string) => `incidents/pump-stops/${name}`;

  it('too few of them', () => {
    expect(first((root) => root.write(sample('miss-off.txt'), null))).toEqual({
      file: GOOD,
      line: 1,
      what: '3 hits and 1 misses',
      cure: 'add samples: at least 3 hit-*.txt and 2 miss-*.txt',
    });
    expect(first((root) => root.write(sample('hit-log.txt'), null))!.what).toBe('2 hits and 2 misses');
  });

  it('a miss that reports', () => {
    const text = 'all is well\nthe pump stopped in room 3\n';
    expect(first((root) => root.write(sample('miss-off.txt'), text))).toMatchObject({
      file: sample('miss-off.txt'),
      line: 2,
      what: expect.stringContaining('the miss reports pump-stops'),
      cure: expect.stringContaining('sharpen the signature'),
    });
  });

  it('a hit that does not', () => {
    expect(first((root) => root.write(sample('hit-short.txt'), 'all is well\n'))).toMatchObject({
      file: sample('hit-short.txt'),
      line: 1,
      what: 'the hit ranks none: nothing',
      cure: expect.stringContaining('bin/faultbook triage'),
    });
  });

  it('a signature that no hit fires', () => {
    const problems = problemsAfter((root) => {
      root.write(sample('hit-log.txt'), 'the pump stopped in room 7\n');
      root.write(sample('hit-pressure.txt'), 'the pump stopped in room 8\n');
    });
    expect(problems).toMatchObject([
      { file: GOOD, line: lineOf('- id: pressure-lost'), what: 'no hit fires signature pressure-lost' },
    ]);
  });

  it('a healthy log that reports', () => {
    expect(first((root) => root.write('healthy/loud.txt', 'the pump stopped in room 3\n'))).toMatchObject({
      file: expect.stringContaining('healthy/loud.txt'),
      line: 1,
      what: expect.stringContaining('a healthy log reports match: pump-stops'),
      cure: 'sharpen the signature that fired',
    });
  });
});
