import { expect, it } from 'vitest';
import { check } from './ask/test-checks';
import type { Profile } from './diagnosis';
import { incident, packWith } from './test-pack';
import { run } from './test-run';

const LINE = {
  id: 'crash-loop',
  pattern: 'restarting failed container',
  literals: ['restarting failed container'],
  says: 'It ends again and again.',
  kind: 'symptom' as const,
  next: { what: 'What it said', command: 'kubectl logs {{pod}} --previous --tail=200' },
};
const EVENTS = [
  'Events:',
  '  Type     Reason   Age                 From     Message',
  '  ----     ------   ----                ----     -------',
  '  Warning  BackOff  2m3s (x21 over 6m)  kubelet  Back-off restarting failed container api in pod web-0',
  '',
].join('\n');
const KLOG = 'E0614 10:00:00.000001    1893 kubelet.go:100] a thing failed\n';
const DMESG = '[77374.598524] usb 1-1: new high-speed USB device number 2 using xhci_hcd\n';

const suggested = (text: string) =>
  run(packWith([], { lines: [LINE] }), text).digest.pasteNext.map(({ what }) => what);

it('what a known line asks for comes before what usually says more', () => {
  expect(suggested(EVENTS)).toEqual(['What it said', 'The kubelet’s log of the node']);
});

it('is asked for only where its line stands', () => {
  expect(suggested(KLOG)).toEqual(['The kernel’s messages of the same node']);
});

it('is never what is on the screen already', () => {
  expect(suggested(KLOG + DMESG)).not.toContain('The kernel’s messages of the same node');
});

it('follows what the paste is about: a CronJob leads to its events, a control plane to its health', () => {
  const jobs =
    'NAME                COMPLETIONS   DURATION   AGE\nreport-1712041200   1/1           22s        61m\n';
  expect(suggested(jobs)[0]).toBe('The CronJob with its events, and its Jobs');
  expect(suggested(EVENTS)).not.toContain('The CronJob with its events, and its Jobs');
  const controller =
    'E0113 08:01:33.000001       1 namespace_controller.go:162] deletion of namespace foo failed\n';
  expect(suggested(controller)).toEqual(['Which parts of the control plane answer']);
});

it('asks for nothing that cannot be run on this cluster', () => {
  const stuck = incident('stuck', { one: ['a thing failed', 'strong'], two: ['never', 'strong', 'inside'] });
  const inside = check('inside', ['yes', 'no'], { needs: ['docker'], ask: 'What does docker say?' });
  const pack = packWith([{ ...stuck, checks: { inside: { yes: 'always' } } }], { checks: [inside] });
  const asked = (profile: Profile, text = KLOG) =>
    run(pack, text, { profile }).digest.pasteNext.map(({ what }) => what);
  expect(asked({})).toContain('What does docker say?');
  expect(asked({ runtime: 'docker' })).toContain('What does docker say?');
  expect(asked({ runtime: 'containerd' })).not.toContain('What does docker say?');
});

it('asks for the node of a table of nodes, and for no pod where a known line said what is wrong', () => {
  const nodes = 'NAME    STATUS     ROLES    AGE   VERSION\nnode-1  NotReady   <none>   90d   v1.27.3\n';
  expect(suggested(nodes)).toContain('The node: its conditions and its last events');
  expect(suggested(nodes)).not.toContain('The pod, with its events');
  expect(suggested('something odd happened\n')).toEqual(['The pod, with its events']);
  expect(suggested('Back-off restarting failed container\n')).toEqual(['What it said']);
});
