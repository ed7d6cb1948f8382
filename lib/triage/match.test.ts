import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { incident, packWith } from './test-pack';
import { hitsOf, lineTest, packOfSignatures, run, signature } from './test-run';

const fires = (pack: Parameters<typeof hitsOf>[0], text: string) => hitsOf(pack, text).length > 0;
const filler = (count: number) => 'something else happens\n'.repeat(count);

describe('a line signature with `near`', () => {
  const pack = packOfSignatures([
    signature('pair', lineTest('a pump stopped', { near: [{ pattern: 'pressure is gone', within: 3 }] })),
  ]);

  it('fires when the other line stands within the distance, before or behind', () => {
    expect(fires(pack, `a pump stopped\n${filler(2)}pressure is gone\n`)).toBe(true);
    expect(fires(pack, `pressure is gone\n${filler(2)}a pump stopped\n`)).toBe(true);
  });

  it('does not fire one line farther, nor without it', () => {
    expect(fires(pack, `a pump stopped\n${filler(3)}pressure is gone\n`)).toBe(false);
    expect(fires(pack, 'a pump stopped\n')).toBe(false);
  });

  it('does not take the line itself for its neighbour', () => {
    expect(fires(pack, 'a pump stopped, pressure is gone\n')).toBe(false);
  });

  it('wants every pattern of the list', () => {
    const near = ['first thing', 'second thing'].map((pattern) => ({ pattern, within: 5 }));
    const both = packOfSignatures([signature('both', lineTest('a pump stopped', { near }))]);
    expect(fires(both, 'a pump stopped\nthe first thing\n')).toBe(false);
    expect(fires(both, 'a pump stopped\nthe first thing\nthe second thing\n')).toBe(true);
  });
});

describe('a line signature with `unless`', () => {
  const pack = packOfSignatures([signature('stop', lineTest('a pump stopped', { unless: ['for service'] }))]);

  it('does not fire on the line that it excludes', () => {
    expect(fires(pack, 'a pump stopped\n')).toBe(true);
    expect(fires(pack, 'a pump stopped for service\n')).toBe(false);
  });

  it('is not held back by another line', () => {
    expect(fires(pack, 'a pump stopped\nclosed for service\n')).toBe(true);
  });
});

describe('`in`', () => {
  const klog = 'I0614 10:00:00.000001    1893 kubelet.go:100] a pump stopped\n';
  const only = (format: string) =>
    packOfSignatures([signature('s', lineTest('a pump stopped'), { in: [format] })]);

  it('keeps a signature off lines that are surely of another format', () => {
    expect(fires(only('proc-stack'), klog)).toBe(false);
    expect(fires(only('kubelet-log'), klog)).toBe(true);
  });

  it('lets a parent read its children, not the other way round', () => {
    const logfmt = 'time="2021-06-10T16:09:15Z" level=info msg="a pump stopped"\n';
    expect(fires(only('klog'), klog)).toBe(true);
    expect(fires(only('logfmt'), logfmt)).toBe(true);
    expect(fires(only('docker-log'), logfmt)).toBe(false);
  });

  it('does not restrict plain lines', () => {
    expect(fires(only('proc-stack'), 'and then a pump stopped\n')).toBe(true);
  });
});

describe('the places of a signature', () => {
  const pack = packOfSignatures([signature('stop', lineTest('a pump stopped'))]);

  it('are all kept up to 200', () => {
    const [hit] = hitsOf(pack, 'a pump stopped\n'.repeat(200));
    expect(hit).toMatchObject({ count: 200, atLeast: false });
    expect(hit!.places).toHaveLength(200);
  });

  it('are counted only from there on, and the evidence says so', () => {
    const [evidence] = run(pack, 'a pump stopped\n'.repeat(250)).findings[0]!.for;
    expect(evidence).toMatchObject({ count: 250, atLeast: true, line: 1 });
    expect(evidence!.spans).toHaveLength(200);
  });

  it('lie where the words are in the original, through colour and carriage returns', () => {
    const source = 'nothing\r\n\u001b[31mthen a pu\u001b[0mmp stopped again\r\n';
    const [span] = run(pack, source).findings[0]!.for[0]!.spans;
    expect(source.slice(span!.start, span!.end).replace(/\u001b\[\d+m/g, '')).toBe('a pump stopped');
  });
});

describe('a long line', () => {
  const pack = packOfSignatures([
    signature('stop', lineTest('a pump stopped', { literals: ['a pump stopped'] })),
  ]);
  const far = `${'.'.repeat(50_000)} a pump stopped ${'.'.repeat(50_000)}`;

  it('is read around what the pre-filter found, and that is said', () => {
    const found = run(pack, far);
    expect(found.findings[0]!.incident).toBe('it');
    expect(found.limits.join()).toContain('only the part around what was found was read');
  });

  it('shows an excerpt with the words in it', () => {
    const { text } = run(pack, far).findings[0]!.for[0]!;
    expect(text).toContain('a pump stopped');
    expect(text.length).toBeLessThan(500);
  });
});

describe('frames', () => {
  const stack = (...names: string[]) =>
    [...names].map((name) => `[<ffffffffa0072807>] ${name}+0x1d7/0x250\n`).join('');
  /** Innermost first, as /proc/PID/stack prints them. */
  const SYNC = stack('call_rwsem_down_read_failed', 'iterate_supers', 'sys_sync', 'do_syscall_64');
  const frames = (list: string[], unless?: string[]) =>
    packOfSignatures([
      signature('f', { type: 'frames', frames: list, literals: [], ...(unless ? { unless } : {}) }),
    ]);

  it('match in call order, outermost first, with gaps', () => {
    expect(fires(frames(['sys_sync', 'iterate_supers', 'call_rwsem_down_read_failed']), SYNC)).toBe(true);
    expect(fires(frames(['do_syscall_64', 'call_rwsem_down_read_failed']), SYNC)).toBe(true);
  });

  it('do not match in another order, nor when one is missing', () => {
    expect(fires(frames(['iterate_supers', 'sys_sync']), SYNC)).toBe(false);
    expect(fires(frames(['sys_sync', 'ceph_setattr']), SYNC)).toBe(false);
  });

  it('do not match a part of a name', () => {
    expect(fires(frames(['iterate']), SYNC)).toBe(false);
    expect(fires(frames(['iterate_super']), SYNC)).toBe(false);
  });

  it('may be one of several, or a prefix', () => {
    expect(fires(frames(['sys_fsync|sys_sync']), SYNC)).toBe(true);
    expect(fires(frames(['sys_fsync|sys_open']), SYNC)).toBe(false);
    expect(fires(frames(['iterate_*']), SYNC)).toBe(true);
    expect(fires(frames(['ceph_*|call_rwsem_*']), SYNC)).toBe(true);
    expect(fires(frames(['ceph_*']), SYNC)).toBe(false);
  });

  it('do not match beside a frame that excludes them', () => {
    expect(fires(frames(['sys_sync'], ['iterate_supers']), SYNC)).toBe(false);
    expect(fires(frames(['sys_sync'], ['ceph_*']), SYNC)).toBe(true);
  });

  it('of two stacks do not add up to one', () => {
    const two = `# cat /proc/1/stack\n${stack('do_wait', 'sys_wait4')}\n# cat /proc/2/stack\n${stack('iterate_supers', 'sys_sync')}`;
    expect(fires(frames(['sys_wait4', 'do_wait']), two)).toBe(true);
    expect(fires(frames(['sys_sync', 'iterate_supers']), two)).toBe(true);
    expect(fires(frames(['sys_sync', 'do_wait']), two)).toBe(false);
    expect(fires(frames(['sys_wait4', 'iterate_supers']), two)).toBe(false);
  });

  it('show the innermost one as their text', () => {
    const [evidence] = run(frames(['sys_sync', 'iterate_supers']), SYNC).findings[0]!.for;
    expect(evidence!.text).toContain('iterate_supers');
  });
});

describe('facts', () => {
  const PS = (zombies: number) =>
    'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n' +
    'root     1  0.0  0.0   100   100 ?  Ss Feb06 0:00 /sbin/init\n' +
    Array.from(
      { length: zombies },
      (_, at) => `root ${100 + at} 0.0 0.0 0 0 ? Z Feb06 0:00 [curl] <defunct>\n`,
    ).join('');
  const atLeast = (min: number) =>
    packOfSignatures([signature('z', { type: 'fact', fact: 'ps.zombies', min })]);

  it('fire within their limits only', () => {
    expect(fires(atLeast(3), PS(3))).toBe(true);
    expect(fires(atLeast(3), PS(2))).toBe(false);
  });

  it('of another type than the condition do not fire', () => {
    const pack = packOfSignatures([signature('z', { type: 'fact', fact: 'ps.zombies', equals: '3' })]);
    expect(fires(pack, PS(3))).toBe(false);
  });
});

it('finds with the pre-filter what it finds without', () => {
  const words = ['pump stopped', 'pressure gone', 'valve OPEN', 'nothing'];
  const book = (literals: boolean) =>
    packWith([
      incident('it', {}),
      {
        ...incident('fast', {}),
        signatures: words
          .slice(0, 3)
          .map((word) =>
            signature(
              word.replace(' ', '-'),
              lineTest(word, literals ? { literals: [word.toLowerCase()] } : {}),
            ),
          ),
      },
    ]);
  const text = fc.array(fc.constantFrom(...words, 'PUMP STOPPED', 'pump', ' stopped', '\n', ' ', '✓', 'İ'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, (pieces) => {
      const slim = (literals: boolean) =>
        hitsOf(book(literals), pieces.join('')).map(({ owner, count, places }) => [
          owner.type === 'signature' ? owner.signature.id : '',
          count,
          places,
        ]);
      expect(slim(true).sort()).toEqual(slim(false).sort());
    }),
  );
});
