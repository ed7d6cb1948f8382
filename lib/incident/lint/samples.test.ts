/** One good incident, one fault in its samples each. */

import { describe, expect, it } from 'vitest';
import { GOOD, lineOf, problemsAfter, type Root } from '../test-root';

const first = (change: (root: Root) => void) => problemsAfter(change)[0];

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
