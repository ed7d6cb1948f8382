import { describe, expect, it } from 'vitest';
import { requiredLiterals } from './literals';

describe('literals are extracted from the pattern', () => {
  it.each([
    ['failed to exit within \\d+ seconds', ['failed to exit within ']],
    [
      'mkdir /sys/fs/cgroup/memory/[^:]{1,300}: (no space left|cannot allocate)',
      ['mkdir /sys/fs/cgroup/memory/'],
    ],
    ['(Skipping|Skpping) the status update', ['skipping the status update', 'skpping the status update']],
    ['(?:pthread_create failed|newosproc)', ['pthread_create failed', 'newosproc']],
    ['[Tt]oo many missed start times?', ['too many missed start time']],
    ['\\d+ x \\d+', []],
    ['abc|\\d+', []],
  ])('%s', (pattern, literals) => {
    expect(requiredLiterals(pattern).map((l) => l)).toEqual(expect.arrayContaining(literals));
    if (literals.length === 0) expect(requiredLiterals(pattern)).toEqual([]);
  });

  it('cuts at quotes and angle brackets, which repairs change', () => {
    expect(requiredLiterals('component "kube-apiserver" from endpoint')).toEqual(['kube-apiserver']);
  });
});
