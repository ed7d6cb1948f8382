import { describe, expect, it } from 'vitest';
import { buildPack } from './build.server';
import { requiredLiterals } from './literals';
import { loadBook } from './load.server';
import { testOf } from './pack';

describe('literals are extracted from the pattern', () => {
  it.each([
    ['failed to exit within \\d+ seconds', ['failed to exit within ']],
    [
      'mkdir /sys/fs/cgroup/memory/[^:]{1,300}: (no space left|cannot allocate)',
      ['mkdir /sys/fs/cgroup/memory/'],
    ],
    ['(Skipping|Skpping) the status update', ['Skipping the status update', 'Skpping the status update']],
    ['(?:pthread_create failed|newosproc)', ['pthread_create failed', 'newosproc']],
    ['[Tt]oo many missed start times?', ['too many missed start time']],
    ['\\d+ x \\d+', []],
    ['abc|\\d+', []],
  ])('%s', (pattern, literals) => {
    expect(requiredLiterals(pattern).literals).toEqual(literals);
  });

  it('cuts at quotes and angle brackets, which repairs change', () => {
    expect(requiredLiterals('component "kube-apiserver" from endpoint')).toEqual({
      literals: ['kube-apiserver'],
      exact: true,
    });
  });

  it('goes on into what follows, as far as that is fixed', () => {
    expect(requiredLiterals('\\.(mount|scope): (Deactivated|Consumed \\S{1,20})').literals).toEqual([
      '.mount: Deactivated',
      '.mount: Consumed ',
      '.scope: Deactivated',
      '.scope: Consumed ',
    ]);
  });

  it('leaves out a string that another one of the set is part of', () => {
    expect(requiredLiterals('Node(IPs|IPs for|Addresses)').literals).toEqual(['NodeIPs', 'NodeAddresses']);
  });

  it('keeps only what strings share that begin alike, unless that is common', () => {
    const pattern = 'connection (refused|reset) by peer';
    expect(requiredLiterals(pattern).literals).toEqual(['connection re']);
    const common = (literal: string) => (literal === 'connection re' ? 9 : 0);
    expect(requiredLiterals(pattern, { common }).literals).toHaveLength(2);
  });

  it('is lower case where case does not count, or where listing both would be too much', () => {
    expect(requiredLiterals('Out Of Memory', { ignoreCase: true })).toEqual({ literals: ['out of memory'] });
    expect(requiredLiterals('[Oo][Uu][Tt] [Oo][Ff] [Mm]emory')).toEqual({ literals: ['out of memory'] });
  });

  it('takes the rarer of two sets, though it be shorter', () => {
    const common = (literal: string) => (literal.includes('controller') ? 80 : 0);
    expect(requiredLiterals('nginx.{0,30}controller', { common }).literals).toEqual(['nginx']);
    expect(requiredLiterals('nginx.{0,30}controller').literals).toEqual(['controller']);
  });
});

it('every example of the book holds a literal of its pattern, as the pack has it', () => {
  const book = loadBook();
  const missing = buildPack(book).incidents.flatMap((incident) => {
    const { signatures } = book.incidents.find(({ id }) => id === incident.id)!.front;
    return incident.signatures.flatMap(({ id, test }) => {
      const source = signatures.find((each) => each.id === id)!;
      if (test.type !== 'line' || !('example' in source)) return [];
      const text = test.exact ? source.example : source.example.toLowerCase();
      expect(testOf(source)).toMatchObject({ pattern: test.pattern });
      return test.literals.some((literal) => text.includes(literal)) ? [] : [`${incident.id}/${id}`];
    });
  });
  expect(missing).toEqual([]);
});
