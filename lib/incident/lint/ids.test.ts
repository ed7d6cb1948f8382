/** One good incident, one dead id each. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GOOD, lineOf, problemsAfter, type Root } from '../test-root';

const edit = (from: string, to: string) => (root: Root) => root.edit(GOOD, from, to);
const first = (change: (root: Root) => void) => problemsAfter(change)[0];

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

  it('a fix id that stands twice', () => {
    const change = (root: Root) => {
      const text = `  - id: open-slowly
    action: open-again
    title: Open the valve again
    kind: prevention
    effect: masks
    works: rarely
    minutes: 1
    risk: none
    reversible: true
    loses: []
    needs: []
    verify: {command: 'cat /proc/gauge', expect: more than 3}
    rollback: Close it.
`;
      root.edit(GOOD, 'sources:', `${text}sources:`);
    };
    expect(first(change)).toEqual({
      file: GOOD,
      line: lineOf('sources:'),
      what: 'fixes: open-slowly stands twice',
      cure: 'ids are anchors; give each its own',
    });
  });

  it('an outcome that stands twice', () => {
    const change = (root: Root) => root.edit('checks/gauge.yaml', '{id: high,', '{id: low,');
    expect(first(change)).toEqual({
      file: 'checks/gauge.yaml',
      line: 9,
      what: 'outcomes: low stands twice',
      cure: 'an answer is told by its id; give each its own',
    });
  });

  it('an outcome of a command without what it prints', () => {
    const change = (root: Root) => root.edit('checks/gauge.yaml', ", looks: '2'", '');
    expect(first(change)).toEqual({
      file: 'checks/gauge.yaml',
      line: 8,
      what: 'outcomes: low does not say what the command prints for it',
      cure: 'add `looks`, with the words that stand on the screen',
    });
  });

  it.each([
    ['{revision: 1, date: 2026-11-21, what: Again.}', 'revision 1 where 2 belongs'],
    ['{revision: 3, date: 2026-11-21, what: Later.}', 'revision 3 where 2 belongs'],
    ['{revision: 2, date: 2026-11-19, what: Before.}', 'revision 2 is older than the one before'],
  ])('a change out of order: %s', (change, what) => {
    const written = '- {revision: 1, date: 2026-11-20, what: First written.}';
    expect(first(edit(written, `${written}\n  - ${change}`))).toMatchObject({
      file: GOOD,
      line: lineOf(written) + 1,
      what,
      cure: expect.stringContaining('the newest last'),
    });
  });

  it('a relation that only one side knows', () => {
    const change = (root: Root) => {
      const text = readFileSync(path.join(root.folder, GOOD), 'utf8');
      root.write(
        'incidents/valve-sticks/index.mdx',
        text.replace('sources:', 'related: [pump-stops]\nsources:'),
      );
    };
    expect(problemsAfter(change)).toContainEqual({
      file: GOOD,
      line: 2,
      what: 'valve-sticks is related to pump-stops, but not the other way round',
      cure: 'add valve-sticks to related',
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
    const fact = 'fact: pump.speed\n    min: 3\n    weight: strong\n    why: Without';
    const from =
      "example: 'pressure is lost behind the valve'\n    line: 'pressure is lost'\n    weight: strong\n    why: Without";
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
