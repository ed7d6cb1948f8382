import { describe, expect, it } from 'vitest';
import type { Finding } from './diagnosis';
import type { Pack, Signature } from './pack';
import { incident, packWith } from './test-pack';
import { lineTest, packOfSignatures, run, signature } from './test-run';

const STOP = signature('stop', lineTest('a pump stopped'));
const first = (pack: Pack, text: string, more = {}): Finding => run(pack, text, more).findings[0]!;
/** Score without the prior of an occasional incident. */
const sum = (signatures: Signature[], text: string) =>
  first(packOfSignatures(signatures), text).score - Math.log(4);
const TEXT = 'a pump stopped\nit was for service\nthe sky is blue\n';

describe('evidence against', () => {
  const service = signature('service', lineTest('for service'), { weight: 'against' });

  it('takes three nats, and is shown on its own side', () => {
    expect(sum([STOP], TEXT)).toBeCloseTo(3);
    expect(sum([STOP, service], TEXT)).toBeCloseTo(0);
    const found = first(packOfSignatures([STOP, service]), TEXT);
    expect(found.against.map(({ signature: id, nats }) => [id, nats])).toEqual([['service', -3]]);
    expect(found.for.map((evidence) => evidence.signature)).toEqual(['stop']);
  });

  it('of one group counts once, of two groups twice', () => {
    const again = { ...service, id: 'again', test: lineTest('it was for') };
    expect(sum([STOP, service, { ...again, group: 'service' }], TEXT)).toBeCloseTo(0);
    expect(sum([STOP, service, { ...again, group: 'again' }], TEXT)).toBeCloseTo(-3);
  });

  it('alone makes no finding', () => {
    expect(run(packOfSignatures([service]), TEXT).findings).toEqual([]);
  });

  it('can make another incident win', () => {
    const other = { ...incident('other', {}), signatures: [signature('blue', lineTest('sky is blue'))] };
    const order = (signatures: Signature[]) =>
      run(packWith([{ ...incident('it', {}, { frequency: 'common' }), signatures }, other]), TEXT)
        .findings[0]!.incident;
    expect(order([STOP])).toBe('it');
    expect(order([STOP, service])).toBe('other');
  });
});

describe('the share of foreign samples in which a signature fires', () => {
  it('caps its weight at ln 1/share', () => {
    expect(sum([{ ...STOP, share: 0.5 }], TEXT)).toBeCloseTo(Math.log(2));
    expect(sum([{ ...STOP, share: 0.1 }], TEXT)).toBeCloseTo(Math.log(10));
  });

  it('leaves the weight alone where the cap is above it', () => {
    expect(sum([{ ...STOP, share: 0.001 }], TEXT)).toBeCloseTo(3);
  });

  it('does not weaken what speaks against', () => {
    const against = signature('service', lineTest('for service'), { weight: 'against', share: 0.5 });
    expect(sum([STOP, against], TEXT)).toBeCloseTo(0);
  });

  it('leaves nothing of a signature that fires everywhere, which still stands on its own side', () => {
    const blue = signature('blue', lineTest('sky is blue'));
    const found = first(packOfSignatures([{ ...STOP, share: 1 }, blue]), TEXT);
    expect(found.score - Math.log(4)).toBeCloseTo(3);
    expect(found.for.map(({ signature: id, nats }) => [id, nats])).toEqual([
      ['blue', 3],
      ['stop', 0],
    ]);
    expect(found.against).toEqual([]);
  });
});

describe('a group', () => {
  it('counts its strongest evidence, and shows the rest with nothing', () => {
    const weaker = signature('weaker', lineTest('a pump'), { weight: 'supporting', group: 'stop' });
    const found = first(packOfSignatures([weaker, STOP]), TEXT);
    expect(found.score - Math.log(4)).toBeCloseTo(3);
    expect(found.for.map(({ signature: id, nats }) => [id, nats])).toEqual([
      ['stop', 3],
      ['weaker', 0],
    ]);
  });
});

describe('absence', () => {
  const HEADER = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n';
  const PS = `${HEADER}root         1  0.0  0.0    100   100 ?        Ss   Feb06   0:00 /sbin/init\n`;
  const ZOMBIE = `${PS}root         9  0.0  0.0      0     0 ?        Z    Feb06   0:00 [curl] <defunct>\n`;
  const KLOG = 'I0614 10:00:00.000001    1893 kubelet.go:100] all is well\n';
  const absent = { whenAbsent: { weight: 'against', why: 'No process is dead.' } } as const;
  const zombies = (more: Partial<Signature>) =>
    packOfSignatures([
      STOP,
      signature('zombies', { type: 'fact', fact: 'ps.zombies', min: 1 }, { ...absent, ...more }),
    ]);
  const against = (pack: Pack, text: string) =>
    first(pack, `a pump stopped\n\n${text}`).against.map(({ type, why, nats }) => [type, why, nats]);

  it('speaks on an output that shows the whole state', () => {
    expect(against(zombies({ in: ['ps'] }), PS)).toEqual([['absent', 'No process is dead.', -3]]);
  });

  it('is silent where the signature fired', () => {
    expect(against(zombies({ in: ['ps'] }), ZOMBIE)).toEqual([]);
  });

  it('is silent where that output was not pasted', () => {
    expect(against(zombies({ in: ['ps'] }), KLOG)).toEqual([]);
  });

  it('never speaks on logs, events and stacks', () => {
    expect(against(zombies({ in: ['klog', 'kubelet-log'] }), KLOG)).toEqual([]);
    const stack = '# cat /proc/7/stack\n[<ffffffffa0072807>] do_wait+0x1d7/0x250\n';
    expect(against(zombies({ in: ['proc-stack'] }), stack)).toEqual([]);
    const events =
      'LAST SEEN   TYPE     REASON   OBJECT      MESSAGE\n2m   Normal   Pulled   pod/web-1   Image pulled\n';
    expect(against(zombies({ in: ['events'] }), events)).toEqual([]);
  });

  it('says nothing of a signature that does not ask for it, or names no format', () => {
    expect(against(zombies({ in: ['ps'], whenAbsent: undefined }), PS)).toEqual([]);
    expect(against(zombies({}), PS)).toEqual([]);
  });

  it('is silent on an output that was cut', () => {
    expect(against(zombies({ in: ['ps'] }), `${PS}...\n`)).toEqual([]);
  });
});

describe('versions', () => {
  const kernel = (versions: string) => ({ component: 'kernel', versions });
  const pack = (...ranges: string[]) => packOfSignatures([STOP], { applies: ranges.map(kernel) });
  const OLD = '[    0.000000] Linux version 3.10.0-514.el7.x86_64 (builder@example)\n\na pump stopped\n';
  const terms = (found: Finding) =>
    found.terms.filter(({ label }) => label.startsWith('applies')).map(({ nats }) => nats);

  it('inside the range speak weakly for, outside against', () => {
    expect(terms(first(pack('<4.0'), OLD))).toEqual([0.7]);
    expect(terms(first(pack('>=4.0'), OLD))).toEqual([-3]);
    expect(first(pack('>=4.0'), OLD).against[0]!.why).toContain('3.10.0-514.el7.x86_64 is not among');
  });

  it('need to be inside one of several ranges of a component', () => {
    expect(terms(first(pack('>=4.0', '<3.11'), OLD))).toEqual([0.7]);
    expect(terms(first(pack('>=4.0', '<3.0'), OLD))).toEqual([-3]);
  });

  it('that nobody knows say nothing', () => {
    expect(terms(first(pack('<4.0'), 'a pump stopped\n'))).toEqual([]);
  });

  it('of the profile count, and those of the paste win over them', () => {
    const profile = { versions: { kernel: '5.15.0' } };
    expect(terms(first(pack('<4.0'), 'a pump stopped\n', { profile }))).toEqual([-3]);
    expect(terms(first(pack('<4.0'), OLD, { profile }))).toEqual([0.7]);
  });

  it('of the kubelet stand for those of Kubernetes', () => {
    const kubernetes = packOfSignatures([STOP], {
      applies: [{ component: 'kubernetes', versions: '<1.10' }],
    });
    const profile = { versions: { kubelet: '1.9.0' } };
    expect(terms(first(kubernetes, 'a pump stopped\n', { profile }))).toEqual([0.7]);
  });

  it('alone are no evidence', () => {
    expect(run(pack('<4.0'), '[    0.000000] Linux version 3.10.0-514.el7.x86_64\n').findings).toEqual([]);
  });
});

describe('time', () => {
  const at = (clock: string, text: string) => `I0614 ${clock}.000001    1893 kubelet.go:100] ${text}\n`;

  it('of evidence is first, last, and how long before the end of the paste', () => {
    const text =
      at('10:00:00', 'a pump stopped') + at('10:05:00', 'a pump stopped') + at('10:15:00', 'all is well');
    expect(first(packOfSignatures([STOP]), text).for[0]).toMatchObject({
      count: 2,
      first: '0614 10:00:00.000001',
      last: '0614 10:05:00.000001',
      age: 600,
    });
  });

  it('does not depend on the order of lines', () => {
    const text = at('10:05:00', 'a pump stopped') + at('10:00:00', 'a pump stopped');
    expect(first(packOfSignatures([STOP]), text).for[0]).toMatchObject({
      first: '0614 10:00:00.000001',
      last: '0614 10:05:00.000001',
      age: 0,
    });
  });

  it('is not there where lines print none', () => {
    const [evidence] = first(packOfSignatures([STOP]), 'a pump stopped\n').for;
    expect(evidence).not.toHaveProperty('first');
    expect(evidence).not.toHaveProperty('age');
  });
});
