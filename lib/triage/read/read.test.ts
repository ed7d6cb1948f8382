import { describe, expect, test } from 'vitest';
import { originalSpan } from './line';
import { read } from './read';

const WORDS = new Set(
  'sandbox container memory failed to start error response from daemon seconds of'.split(' '),
);
const texts = (text: string): string[] => read(0, text, WORDS).lines.map((line) => line.text);
const ids = (text: string): string[] => read(0, text, WORDS).repairs.map((repair) => repair.id);
const KLOG =
  'E0320 04:59:09.572336   15702 remote_runtime.go:92] RunPodSandbox from runtime service failed: rpc error';

/** [what, original, lines expected, repair expected] */
const REPAIRED: [string, string, string[], string][] = [
  ['CRLF', 'a\r\nb\r\n', ['a', 'b'], 'crlf'],
  ['progress with CR', ' 10%\r 20%\rdone\n', [' 10%', ' 20%', 'done'], 'carriage-return'],
  ['colour', '\u001b[31mERROR\u001b[0m disk full\u001b[K', ['ERROR disk full'], 'colour'],
  ['colour without ESC', '[31mERROR[0m disk', ['ERROR disk'], 'colour'],
  ['colour spelled out', 'a #033[31mERROR#033[0m ^[[1mx', ['a ERROR x'], 'colour'],
  ['window title', '\u001b]0;root@host\u0007$ ls', ['$ ls'], 'colour'],
  ['NUL', 'do\u0000_wait', ['do_wait'], 'controls'],
  ['zero width and bidi', 'sys\u200b_sync\u202a ok\ufeff', ['sys_sync ok'], 'invisible'],
  ['no-break space', 'NAME\u00a0\u00a0READY', ['NAME  READY'], 'spaces'],
  ['curly quotes', 'caused “mkdir ‘x’”', ['caused "mkdir \'x\'"'], 'curly-quotes'],
  ['one dash of two', 'kubelet –version', ['kubelet --version'], 'dashes'],
  [
    'entities',
    '[&lt;ffff&gt;] a &amp;&amp; b &#39;c&#x27; &amp;lt;d',
    ["[<ffff>] a && b 'c' <d"],
    'entities',
  ],
  ['code fence', '```text\nE0320\n```\n', ['', 'E0320', ''], 'code-fence'],
  ['code fence on the line', '```E0320 a b```', ['E0320 a b'], 'code-fence'],
  ['quote marks', '> a\n> b\n>\n> c\n', ['a', 'b', '', 'c'], 'quote-marks'],
  ['nested quotes', '> > a\n> > b\n>> c', ['a', 'b', 'c'], 'quote-marks'],
  [
    'indented code',
    'we see this:\n\n    spec:\n      x: 1\n\ntext',
    ['we see this:', '', 'spec:', '  x: 1', '', 'text'],
    'indentation',
  ],
  [
    'glued numbers',
    '1[<ffff81>] do_wait\n2[<ffff82>] sys_wait4\n3 tail',
    ['[<ffff81>] do_wait', '[<ffff82>] sys_wait4', ' tail'],
    'line-numbers',
  ],
  [
    'numbers glued to numbers',
    '16 10 x\n2Container\n36 10 y',
    ['6 10 x', 'Container', '6 10 y'],
    'line-numbers',
  ],
  [
    'numbered frames between lines without numbers',
    'see below\n1cat /proc/7/stack\n2[<ffffffffa0235da2>] iterate_supers+0xa2/0x110\n3[<ffffffffa0269ba4>] sys_sync+0x44/0xb0\nthanks',
    [
      'see below',
      'cat /proc/7/stack',
      '[<ffffffffa0235da2>] iterate_supers+0xa2/0x110',
      '[<ffffffffa0269ba4>] sys_sync+0x44/0xb0',
      'thanks',
    ],
    'line-numbers',
  ],
  ['numbers with colons', '7: a\n8: b\n9:\n10: c', ['a', 'b', '', 'c'], 'line-numbers'],
  ['numbers of an editor', '  9  a:\n 10    b\n 11  c', ['a:', '  b', 'c'], 'line-numbers'],
  ['numbers of cat -n', '     1\ta\n     2\tb', ['a', 'b'], 'line-numbers'],
  ['pod prefix', '[pod/web-1/app] a\n[pod/web-1/app] b', ['a', 'b'], 'envelope-kubectl'],
  ['compose', 'db_1   | a\napi_1  | b\nweb_1  | c', ['a', 'b', 'c'], 'envelope-compose'],
  ['syslog', 'Mar 26 18:36:59 node1 kernel: SLUB: x', ['SLUB: x'], 'envelope-journal'],
  ['journald iso', '2021-06-10T16:09:15+0800 h dockerd[1]: time="x"', ['time="x"'], 'envelope-journal'],
  ['month of another locale', '6 10 16:09:15k8s-0-176 dockerd[1751]: x', ['x'], 'envelope-journal'],
  ['CRI', '2024-05-01T10:00:00.1Z stdout F hello', ['hello'], 'envelope-cri'],
  ['grep -Hn', `kubelet.node1.log.ERROR.20180214:1593018:${KLOG}`, [KLOG], 'envelope-grep'],
  ['stern', `web-6b7c4f9d5-k2x4m app ${KLOG}`, [KLOG], 'envelope-kubectl'],
  [
    'docker json-file',
    '{"log":"E0320 \\"x\\" failed\\n","stream":"stderr","time":"2024-05-01T10:00:00Z"}',
    ['E0320 "x" failed'],
    'docker-json',
  ],
  ['logfmt', 'level=error msg="a \\"b\\" c\\nd" k=v', ['level=error msg="a "b" c d" k=v'], 'escapes'],
  [
    'strings in strings',
    'caused "applying \\"mkdir \\\\\\"x\\\\\\"\\""',
    ['caused "applying "mkdir "x"""'],
    'escapes',
  ],
  [
    'JSON',
    '{"level":"error","msg":"a\\tb \\u003cc\\u003e"}',
    ['{"level":"error","msg":"a b <c>"}'],
    'escapes',
  ],
  [
    'printk replay',
    '[ 1.000001] a b\n** replaying previous printk message **\n[ 1.000001] a b c\n',
    ['[ 1.000001] a b c'],
    'printk-replay',
  ],
  ['printk dropped', '** 12 printk messages dropped ** [ 1.000001] a', ['[ 1.000001] a'], 'printk-dropped'],
  [
    'open quote',
    'time="2021-06-10T16:11:06Z" level=info msg="\nContainer x failed within 30\nseconds of signal"',
    ['time="2021-06-10T16:11:06Z" level=info msg="Container x failed within 30 seconds of signal"'],
    'open-quote',
  ],
];

describe('what is repaired', () => {
  test.each(REPAIRED)('%s', (_, original, expected, id) => {
    expect(texts(original)).toEqual(expected);
    expect(ids(original)).toContain(id);
  });
});

const UNTOUCHED: [string, string][] = [
  ['a list', '1. first\n2. second\n3. third'],
  [
    'processes with pids that count up',
    '  PID TTY      TIME CMD\n    1 ?    00:00:01 init\n    2 ?    00:00:00 kthreadd\n    3 ?    00:00:00 rcu_gp',
  ],
  ['one line that begins with a number', '3 nodes are available'],
  ['clocks', '10:00:00 a\n11:00:00 b\n12:00:00 c'],
  ['a file and a line of a stack', '/usr/local/go/src/runtime/asm_amd64.s:2086'],
  ['a table with bars', 'name | value\n-----+------\na    | b'],
  ['PromQL', 'rate(x[5m]) > 3 and y[1m]'],
  ['an ampersand in a URL', 'GET /x?a=1&lt=3&amp'],
  ['printf', 'awk \'{printf "%s\\n", $1}\''],
  ['a dash', 'cpuset 10 229418 1 — but'],
  ['an inline code span', 'use ```x``` here'],
  ['a manifest', 'spec:\n  a:\n\n    - name: x\n      image: y\n'],
  [
    'rows of the same length',
    Array.from(
      { length: 6 },
      (_, i) => `root     1668${i}  0.0  0.0      0     0 ?        Z    Feb06   0:00 [curl]`,
    ).join('\n'),
  ],
  [
    'the same line again',
    Array(4)
      .fill('NMI watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [runc:[1:CHILD]:472380] and so on')
      .join('\n'),
  ],
  ['a script', 'RUN apt-get update && \\\n    apt-get upgrade -y && \\\n    apt-get install -y gnupg'],
  [
    'a command and its output',
    '$ kubectl -n kube-system rollout restart deployment/coredns\ndeployment.apps/coredns restarted',
  ],
];

describe('what is not touched', () => {
  test.each(UNTOUCHED)('%s', (_, original) => {
    const doc = read(0, original, WORDS);
    expect(doc.lines.map((line) => line.text)).toEqual(original.replace(/\n$/, '').split('\n'));
    expect(doc.lines.every((line) => line.map === null)).toBe(true);
  });
});

describe('wrapping', () => {
  const record = `${KLOG}: code = Unknown desc = failed to start sandbox container for pod "osp-xxx": Error response`;
  const hard = (width: number): string => record.match(new RegExp(`.{1,${width}}`, 'g'))!.join('\n');

  test.each([61, 80, 97])('is undone at column %i', (width) => {
    expect(texts(`${hard(width)}\n${KLOG}`)).toEqual([record, KLOG]);
  });

  test('parts records that were run together before they were wrapped', () => {
    const pieces = [
      'Mar 26 18:36:59 ns-k8s-node-s0054 kernel: SLUB: Unable to allocate',
      'memory on node -1 (gfp=0x8020) Mar 26 18:36:59 ns-k8s-noah-node001',
      'kernel: cache:',
      'ip6_dst_cache(1995:6b6bc0c9f30123084a409d89a300b017d26ee5e2c3ac8a02c295c378f3dbfa5f),',
      'object size: 448, buffer size: 448, default order: 2, min order: 0',
    ];
    const doc = read(0, pieces.join('\n\n'), WORDS);
    const [first, second] = doc.lines;
    expect(first?.text).toBe('SLUB: Unable to allocate memory on node -1 (gfp=0x8020) ');
    expect(second?.text).toMatch(/^cache: ip6_dst_cache/);
    expect(second?.envelope?.host).toBe('ns-k8s-noah-node001');
  });

  test('never swallows a record behind a full line', () => {
    const full = KLOG.slice(0, 80);
    expect(texts(`${full}\n${full.replace('59', '58')}\n${full}`)).toHaveLength(3);
  });

  test('with blank lines between and a word cut in two', () => {
    const pieces = [
      'kubelet.ns-k8s-node001.root.log.ERROR.20180214-113740.15702:1593018:E0320',
      '04:59:09.572336 15702 remote_runtime.go:92] RunPodSandbox from runtime',
      'service failed: rpc error: code = Unknown desc = failed to start sa',
      'ndbox container for pod “osp-xxx-com-ljqm19-54bf7678b8-bvz9s”: Error',
      'response from daemon: oci runtime error: container_linux.go:247:',
      'starting container process',
    ];
    const doc = read(0, `典型报错:\n\n${pieces.join('\n\n')}\n\n或者\n`, WORDS);
    const [line] = doc.lines.filter((candidate) => candidate.text.startsWith('E0320'));
    expect(line?.text).toContain('failed to start sandbox container for pod "osp-xxx');
    expect(line).toMatchObject({ from: 3, to: 13, envelope: { kind: 'grep' } });
    const at = line!.text.indexOf('sandbox');
    const span = originalSpan(line!, at, at + 'sandbox'.length);
    expect(doc.original.slice(span.start, span.end)).toBe('sa\n\nndbox');
  });
});

describe('limits', () => {
  test('a line of 5 MB stays whole, and that is said', () => {
    const doc = read(0, `E0320 ${'a "b" '.repeat(900_000)}`, WORDS);
    expect(doc.lines).toHaveLength(1);
    expect(doc.limits.join()).toMatch(/1 MB/);
  });

  test('lost kernel messages are said', () => {
    expect(read(0, '** 12 printk messages dropped **\n', WORDS).limits.join()).toMatch(/dropped 12 messages/);
  });
});
