import { describe, expect, it } from 'vitest';
import { packWith } from './test-pack';
import { run } from './test-run';

const klog = (clock: string, text: string, level = 'I') =>
  `${level}0614 ${clock}.000001    1893 kubelet.go:100] ${text}\n`;
const digest = (text: string, pack = packWith([])) => run(pack, text).digest;

describe('times', () => {
  it('say from when to when the lines reach, in whatever order they were pasted', () => {
    const text = klog('10:00:05', 'later') + klog('10:00:00', 'earlier') + klog('10:02:00', 'latest');
    const [range, ...more] = digest(text).times;
    expect(more).toEqual([]);
    expect([range?.scale, range?.from.text, range?.to.text]).toEqual([
      'year',
      '0614 10:00:00.000001',
      '0614 10:02:00.000001',
    ]);
    expect(range!.to.ms - range!.from.ms).toBe(120_000);
    expect(digest('no time here at all\n').times).toEqual([]);
  });
});

describe('repeats', () => {
  it('are merged by their shape, with count, first and last time', () => {
    const text =
      klog('10:00:00', 'pod 17 is started') +
      klog('10:00:05', 'all is well') +
      klog('10:02:00', 'pod 18 is started');
    expect(digest(text).repeats).toEqual([
      {
        source: 0,
        line: 1,
        text: klog('10:00:00', 'pod 17 is started').trim(),
        count: 2,
        first: '0614 10:00:00.000001',
        last: '0614 10:02:00.000001',
      },
    ]);
  });

  it('stand most frequent first, and are at most ten', () => {
    const words = [
      'alpha',
      'beta',
      'gamma',
      'delta',
      'epsilon',
      'zeta',
      'eta',
      'theta',
      'iota',
      'kappa',
      'lambda',
    ];
    const text = words.map((word, at) => `the ${word} machine says hello\n`.repeat(at + 2)).join('');
    const { repeats } = digest(text);
    expect(repeats).toHaveLength(10);
    expect(repeats[0]).toMatchObject({ text: 'the lambda machine says hello', count: 12 });
    expect(repeats.map(({ count }) => count)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
  });

  it('are none where lines differ', () => {
    expect(digest('the first sentence\nanother kind of words\n').repeats).toEqual([]);
  });
});

describe('the first error', () => {
  it('is the first line that calls itself one, whatever comes later', () => {
    const text =
      klog('10:00:00', 'all is well') +
      klog('10:00:01', 'cannot reach the moon', 'E') +
      klog('10:00:02', 'a thing failed', 'E');
    expect(digest(text).firstError).toMatchObject({ line: 2, source: 0 });
  });

  it.each([
    'time="2021-06-10T16:09:15Z" level=error msg="no such thing"',
    '{"level":"fatal","msg":"no such thing"}',
    'kernel: BUG: something is odd',
    'the upload failed after 3 tries',
    'Traceback (most recent call last):',
    'java.lang.NullPointerException: null',
  ])('is %s', (line) => {
    expect(digest(`all is well here\n${line}\n`).firstError!.text).toBe(line);
  });

  it.each([
    '0 errors, unfailing and terrorless',
    'I0614 10:00:00.000001    1893 a.go:1] error-free is not a word',
  ])('is looked for by whole words: %s', (line) => {
    const found = digest(`${line.replace('error-free', 'errorfree')}\n`).firstError;
    expect(found).toBeNull();
  });

  it('is none in a quiet log', () => {
    expect(digest(klog('10:00:00', 'all is well')).firstError).toBeNull();
  });
});

describe('the rarest lines', () => {
  const noise = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map(
    (word) => `the ${word} machine says hello\n`,
  );
  const busy = (more: string) => noise.join('').repeat(4) + more + noise.join('').repeat(4);

  it('are those that occur once among lines that repeat, at most five', () => {
    expect(digest(busy('a single strange event\n')).rarest).toEqual([
      { source: 0, line: 21, text: 'a single strange event' },
    ]);
    const strange = ['one', 'two', 'three', 'four', 'five', 'six'].map(
      (word) => `strange event called ${word}\n`,
    );
    expect(digest(busy(strange.join(''))).rarest).toHaveLength(5);
  });

  it('are none where nothing repeats, or nothing is rare', () => {
    expect(digest(noise.join('')).rarest).toEqual([]);
    expect(digest(busy('')).rarest).toEqual([]);
  });
});

describe('known lines', () => {
  const pack = packWith([], {
    lines: [
      { id: 'hello', pattern: 'says hello', literals: ['says hello'], says: 'A greeting.', kind: 'harmless' },
      {
        id: 'gone',
        pattern: 'went away',
        literals: ['went away'],
        says: 'A farewell.',
        kind: 'pointer',
        link: '/x/',
      },
    ],
  });

  it('are named, counted and placed, and are no finding', () => {
    const text = klog('10:00:00', 'node-1 says hello') + klog('10:00:09', 'node-2 says hello');
    const found = run(pack, text);
    expect(found.digest.known).toEqual([
      {
        id: 'hello',
        says: 'A greeting.',
        kind: 'harmless',
        count: 2,
        first: '0614 10:00:00.000001',
        last: '0614 10:00:09.000001',
        lines: [
          { source: 0, line: 1 },
          { source: 0, line: 2 },
        ],
      },
    ]);
    expect(found).toMatchObject({ findings: [], verdict: 'none' });
  });

  it('carry their link', () => {
    expect(digest('node-1 went away\n', pack).known).toMatchObject([{ id: 'gone', link: '/x/' }]);
  });

  it('are none where none is there', () => {
    expect(digest('node-1 is silent\n', pack).known).toEqual([]);
  });
});

describe('a paste that is no log', () => {
  const PS = `USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND
root         1  0.0  0.0    100   100 ?        Ss   Feb06   0:00 /sbin/init
root         2  0.0  0.0      0     0 ?        S    Feb06   0:00 [kworker/0:1]
root         3  0.0  0.0      0     0 ?        S    Feb06   0:00 [kworker/0:2]
`;
  it('has a state, and no repeats, errors and rare lines', () => {
    const found = digest(PS);
    expect(found.state.join()).toContain('3 processes');
    expect(found).toMatchObject({ repeats: [], firstError: null, rarest: [] });
  });

  it('shows each version once', () => {
    const line = '[    0.000000] Linux version 3.10.0-514.el7.x86_64 (builder@example)\n';
    expect(digest(line + line).versions).toEqual([{ component: 'kernel', version: '3.10.0-514.el7.x86_64' }]);
  });

  it('is nothing when it is empty, but what to paste', () => {
    const { pasteNext, ...rest } = digest('');
    expect(rest).toEqual({
      state: [],
      times: [],
      versions: [],
      repeats: [],
      firstError: null,
      rarest: [],
      known: [],
    });
    expect(pasteNext.map(({ what }) => what)).toEqual(['The pod, with its events']);
  });
});
