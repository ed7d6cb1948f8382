import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS_IN_ORDER } from './formats/index';
import { parse } from './parts';
import { read } from './read/read';

const parsed = (text: string, overrides?: Parameters<typeof parse>[1]) =>
  parse([read(0, text, new Set())], overrides);
const formats = (text: string) => parsed(text).parts.map((part) => part.format);

const KUBELET =
  'E0320 04:59:09.572336   15702 remote_runtime.go:92] RunPodSandbox from runtime service failed: rpc error';
const SHARED =
  'W0320 04:59:10.000000   15702 reflector.go:341] watch of *v1.ConfigMap ended with: too old resource version';
const FOREIGN = 'I0320 04:59:11.000000       1 reflector.go:341] Listing and watching *v1.Node';
const OOM = '[77374.598482] Memory cgroup out of memory: Killed process 4876 (java) total-vm:1539692kB';
const DOCKER =
  'time="2021-06-10T16:09:15.458629778+08:00" level=info msg="Container 10f0451e1345 failed to exit within 10 seconds of kill"';
const LOGRUS = 'time="2021-06-10T16:09:16.458629778+08:00" level=warning msg="something went slow"';

describe('parse', () => {
  it('finds two kernel lines among 40,000 of the kubelet', () => {
    const lines = Array.from({ length: 40_000 }, () => KUBELET);
    lines.splice(30_000, 0, OOM);
    lines.splice(10_000, 0, OOM);
    const { parts } = parsed(`${lines.join('\n')}\n`);
    expect(parts.map((part) => part.format)).toEqual(['kubelet-log', 'dmesg']);
    expect(parts[0]!.lines).toEqual([
      [1, 10_000],
      [10_002, 30_001],
      [30_003, 40_002],
    ]);
    expect(parts[1]!.lines).toEqual([
      [10_001, 10_001],
      [30_002, 30_002],
    ]);
  });

  it('gives shared source files to the kubelet by process id, and no others', () => {
    const { lines } = parsed(`${SHARED}\n${KUBELET}\n${FOREIGN}\n`);
    expect(lines.map((line) => line.format)).toEqual(['kubelet-log', 'kubelet-log', 'klog']);
  });

  it('gives a nameless logrus line to its neighbour, but not across a command', () => {
    expect(formats(`${LOGRUS}\n${DOCKER}\n${LOGRUS}\n`)).toEqual(['docker-log']);
    expect(formats(`${DOCKER}\n$ cat app.log\n${LOGRUS}\n`)).toEqual(['docker-log', 'shell', 'logfmt']);
  });

  it('reads the journal by its processes', () => {
    const at = 'Mar 26 18:36:59 node-1';
    const text = [
      `${at} kernel: SLUB: Unable to allocate memory on node -1`,
      `${at} kubelet[3652]: ${KUBELET}`,
      `${at} dockerd[1]: ${LOGRUS}`,
      `${at} containerd[2]: ${LOGRUS}`,
      `${at} systemd[1]: Started Session 3 of user root.`,
    ].join('\n');
    expect(formats(text)).toEqual(['dmesg', 'kubelet-log', 'docker-log', 'containerd-log', 'journal']);
  });

  it('starts a part anew after a command, and knows the command', () => {
    const { parts, stacks } = parsed(
      '# cat /proc/12/stack\n[<0>] do_wait+0x1/0x2\n# cat /proc/13/stack\n[<0>] do_wait+0x1/0x2\n',
    );
    expect(parts.map((part) => part.format)).toEqual(['shell', 'proc-stack', 'proc-stack']);
    expect(stacks.map((stack) => stack.pid)).toEqual([12, 13]);
  });

  it('forgets the command where prose begins', () => {
    const { stacks } = parsed(
      '# cat /proc/12/stack\n[<0>] do_wait+0x1/0x2\n\nAnd another one looks like this, it seems:\n\n[<0>] do_exit+0x1/0x2\n',
    );
    expect(stacks.map((stack) => stack.pid)).toEqual([12, undefined]);
  });

  it('goes on with a continued line, and gives blank lines to the part before', () => {
    const { parts, lines } = parsed(`\n${KUBELET}\n  more of it\n\n${KUBELET}\n`);
    expect(parts).toMatchObject([{ format: 'kubelet-log', lines: [[2, 5]] }]);
    expect(lines.every((line) => line.part === 0)).toBe(true);
  });
});

it('takes a well-known command without its prompt for typed, but no sentence', () => {
  expect(formats('cat /proc/12/stack\n[<0>] do_wait+0x1/0x2\n')).toEqual(['shell', 'proc-stack']);
  expect(formats('kubectl get pods shows nothing, whatever we try.\n')).toEqual(['plain']);
});

it('says what is visibly missing', () => {
  expect(parsed('[<0>] do_wait+0x1/0x2\n[<0>] do_exit+0x1/0x2\n').parts[0]!.truncated).toMatch(/outermost/);
  expect(parsed(`${KUBELET}\n(truncated)\n`).parts[0]!.truncated).toMatch(/cut behind line 1/);
  for (const cut of ['...', '--More--', '[snip]', '... output truncated ...', '<312 lines omitted>'])
    expect(parsed(`${KUBELET}\n${cut}\n`).parts[0]!.truncated, cut).toMatch(/cut behind line 1/);
  expect(parsed(`${KUBELET}\n`).parts[0]!.truncated).toBeUndefined();
  expect(parsed(`${KUBELET}\nthe log was cut by the pager\n`).parts[0]!.truncated).toBeUndefined();
});

describe('overrides', () => {
  it('take the whole source, keeping finer formats of the same kind', () => {
    const { lines } = parsed(`${KUBELET}\n2024-05-13T11:20:01.004Z INFO  server listening\n${OOM}\n`, [
      { format: 'klog' },
    ]);
    expect(lines.map((line) => [line.format, line.confidence])).toEqual([
      ['kubelet-log', 1],
      ['klog', 1],
      ['klog', 1],
    ]);
  });

  it('take a range, and say when a format does not exist', () => {
    const overrides = [
      { from: 2, to: 2, format: 'events' },
      { from: 1, to: 1, format: 'nonsense' },
    ];
    const { lines, limits } = parsed(`hello there\nhello there\nhello there\n`, [{ overrides }]);
    expect(lines.map((line) => line.format)).toEqual(['plain', 'events', 'plain']);
    expect(limits.join()).toContain('"nonsense"');
  });
});

describe('time', () => {
  it('is read on the scale that the log prints', () => {
    const { lines, now } = parsed(
      `${KUBELET}\n${OOM}\n${DOCKER}\n[So Dec 20 15:18:39 2020] INFO: task mysqld:89749 blocked for more than 120 seconds.\n`,
    );
    expect(lines.map((line) => line.time?.scale)).toEqual(['year', 'boot', 'utc', 'utc']);
    expect(lines[1]!.time!.ms).toBe(77374598.482);
    expect(lines[2]!.time!.ms).toBe(Date.UTC(2021, 5, 10, 8, 9, 15, 0) + 458.63);
    expect(lines[3]!.time!.ms).toBe(Date.UTC(2020, 11, 20, 15, 18, 39));
    expect(now.map((time) => time.scale)).toEqual(['utc', 'year', 'boot']);
  });

  it('goes on past New Year', () => {
    const { lines, now } = parsed(
      `I1231 23:59:59.000000     15 kubelet.go:1] a\nI0101 00:00:01.000000     15 kubelet.go:1] b\n`,
    );
    expect(lines[1]!.time!.ms - lines[0]!.time!.ms).toBe(2000);
    expect(now[0]!.text).toContain('0101');
  });

  it('shows the longest silence of a journal', () => {
    const line = (clock: string) => `Mar 26 ${clock} node-1 systemd[1]: tick`;
    const text = [
      line('10:00:00'),
      line('10:00:10'),
      line('10:00:20'),
      line('10:00:30'),
      line('10:12:30'),
      line('10:12:40'),
    ];
    const gap = (lines: string[]) =>
      parsed(lines.join('\n')).facts.find((fact) => fact.fact === 'journal.gap_seconds');
    expect(gap(text)).toMatchObject({ value: 720, line: 5, subject: 'node-1' });
    expect(gap([...text].reverse())).toBeUndefined();
    expect(gap([...text.slice(0, 4), '$ journalctl -u kubelet', ...text.slice(4)])).toBeUndefined();
  });
});

it('reports a format whose facts throw, and goes on', () => {
  const klog = FORMATS_IN_ORDER.find((format) => format.id === 'kubelet-log')!;
  klog.facts = () => {
    throw new Error('broken');
  };
  try {
    const { limits, parts } = parsed(KUBELET);
    expect(parts).toHaveLength(1);
    expect(limits.join()).toMatch(/kubelet-log.*broken/);
  } finally {
    delete klog.facts;
  }
});

it('never throws, gives every line a part and every part its lines', () => {
  const word = fc.constantFrom(
    KUBELET,
    OOM,
    DOCKER,
    '',
    '  ',
    '$ ps aux',
    '[<0>] do_wait+0x1/0x2',
    'Name:  x',
    'NAME READY',
    '== 1',
    'kind: Pod',
    '(pprof) top',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 30 }),
      (lines) => {
        const result = parsed(lines.join('\n'), [{ overrides: [{ from: 3, to: 4, format: 'plain' }] }]);
        for (const line of result.lines) expect(result.parts[line.part]).toBeDefined();
        for (const part of result.parts) expect(part.lines.length).toBeGreaterThan(0);
        expect(parsed(lines.join('\n'))).toEqual(parsed(lines.join('\n')));
      },
    ),
    { numRuns: 150 },
  );
});
