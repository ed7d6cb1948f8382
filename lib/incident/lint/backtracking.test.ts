import { describe, expect, it } from 'vitest';
import { MAX_STEPS, worstSteps } from './backtracking';

describe('patterns that are refused', () => {
  it.each([
    '(a+)+b',
    '(a|a)*b',
    '(\\w+\\s?)*:',
    '.*.*.*x',
    'a.{1,200}b.{1,200}c.{1,200}d',
    '(.*,){20}x',
    '(a|ab)*c',
  ])('%s', (pattern) => {
    expect(worstSteps(pattern)).toBeGreaterThan(MAX_STEPS);
  });
});

describe('patterns that are harmless', () => {
  it.each([
    'failed to exit within \\d+ seconds of (signal \\d+|kill)',
    'mkdir\\s{0,3}/sys/fs/cgroup/memory/[^ :"]{1,400}:\\s{0,3}(no space left on device|cannot allocate memory)',
    'a word( \\w+){0,4} at the end',
    'cache: [A-Za-z0-9_:-]{2,60}\\([0-9]{1,9}:[A-Za-z0-9_.:@-]{8,160}\\), object size',
    'Successfully pulled image .{1,300} in (\\d+h)?\\d+m[0-9.]+s',
  ])('%s', (pattern) => {
    expect(worstSteps(pattern)).toBeLessThanOrEqual(MAX_STEPS);
  });
});
