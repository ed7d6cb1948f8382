/** One good incident, one fault each: what the content check says about the page. */

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
    expect(problemsAfter(edit(example, "example: 'TODO: check the log of <pod>! pressure is lost'"))).toEqual(
      [],
    );
  });

  it('that only look like them are let through', () => {
    expect(problemsAfter(edit('Nothing.', 'Checking the login. A podium, a nodule. `! grep x`'))).toEqual([]);
  });
});
