import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, inRange } from './version';

/** Oldest first; neighbours differ. */
const KERNELS = [
  '2.6.32-754.el6',
  '3.10.0-rc1',
  '3.10.0-327.el7.x86_64',
  '3.10.0-514.el7',
  '3.10.0-514.10.2.el7.x86_64',
  '3.10.0-1075.el7',
  '4.4.0-142-generic',
  '4.4.0-1069-aws',
  '4.14.177-139.253.amzn2.x86_64',
  '4.15.0-72-generic',
  '4.16',
  '5.4.0-77-generic',
  '5.15.102',
];
const KUBERNETES = [
  'v1.6.4',
  'v1.9.0',
  'v1.14.6',
  'v1.21.5-eks-bc4871b',
  'v1.21.11-gke.1900',
  'v1.22.0-rc.1',
  'v1.22.0',
  'v1.27.3-gke.100',
];
const DOCKER = ['1.13.1', '17.03.2-ce', '18.06.1~ce~3-0~ubuntu', '18.09.1', '5:20.10.7~3-0~ubuntu-focal'];
const OTHERS = [
  '0.10.2',
  '0.25.1',
  '0.26.0',
  '1.0.0-rc92',
  '1.0.0',
  '1.21.8.0',
  '1.22.0.0',
  '219-78.el7_9.3',
  '229-4ubuntu10',
  '229-4ubuntu21.4',
  '230',
];

describe('compareVersions', () => {
  it.each([
    ['kernels', KERNELS],
    ['Kubernetes', KUBERNETES],
    ['Docker', DOCKER],
    ['others', OTHERS],
  ])('orders %s', (_, list) => {
    for (const [i, a] of list.entries()) {
      for (const [j, b] of list.entries())
        expect([a, b, compareVersions(a, b)]).toEqual([a, b, Math.sign(i - j)]);
    }
  });

  it('sees no difference in a leading v, an epoch, an architecture or a zero', () => {
    expect(compareVersions('v1.9', '1.9.0')).toBe(0);
    expect(compareVersions('5:20.10.7', '20.10.7')).toBe(0);
    expect(compareVersions('3.10.0-514.el7.x86_64', '3.10.0-514.el7')).toBe(0);
    expect(compareVersions('18.6.2', '18.06.2')).toBe(0);
  });

  it('is a total order on anything', () => {
    const any = fc.oneof(
      fc.constantFrom(...KERNELS, ...KUBERNETES, ...DOCKER, ...OTHERS),
      fc.string(),
      fc.stringMatching(/^[0-9a-c.~-]{0,8}$/),
    );
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compareVersions(a, b) + compareVersions(b, a)).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('inRange', () => {
  it.each([
    ['1.9', '>=1.9'],
    ['v1.9.0', '>=1.9 <1.14'],
    ['v1.13.12-gke.25', '>=1.9 <1.14'],
    ['3.10.0-514.10.2.el7.x86_64', '<4.0'],
    ['3.10.0-514.10.2.el7.x86_64', '<3.10.0-1075.el7'],
    ['3.10.0-514.el7', '<=3.10.0'],
    ['1.9.3', '<=1.9'],
    ['1.9.3', '1.9'],
    ['1.9.3', '1.9.x'],
    ['1.22.0-rc.1', '<1.22.0'],
    ['1.21.8.0', '<1.22.0.0'],
    ['229-4ubuntu21.4', '<237'],
    ['17.03.2-ce', '>=17.03 <18.09'],
    ['4.4.0-1069-aws', '<4.16 || >=5.0'],
    ['v1.14.6', '>= 1.14'],
    ['0.26.0', '*'],
    ['229-4ubuntu21.4', '=229'],
  ])('%s is in %s', (version, range) => expect(inRange(version, range)).toBe(true));

  it.each([
    ['v1.14.0', '>=1.9 <1.14'],
    ['v1.27.3-gke.100', '<1.27'],
    ['3.10.0-1075.el7', '<3.10.0-1075.el7'],
    ['3.10.0-1160.el7', '<3.10.0-1075.el7'],
    ['3.10.0-514.el7', '>3.10.0'],
    ['1.9.3', '>1.9'],
    ['1.22.0', '<1.22.0'],
    ['4.16.3', '<4.16'],
    ['<none>', '>=0'],
    ['', '*'],
    ['1.9', '>=x'],
  ])('%s is not in %s', (version, range) => expect(inRange(version, range)).toBe(false));

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => typeof inRange(a, b) === 'boolean'));
  });
});
