/** The pastes that the source documents print, with the damage that they carry there. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPack } from '../incident/build.server';
import { compile, diagnose, EMPTY_CASE, type Diagnosis } from '../triage';

const ROOT = path.join(import.meta.dirname, '../../content/incidents');
const compiled = compile(buildPack());
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const run = (text: string): Diagnosis => diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: text }] });

/** What was pasted, its file, and words by which the document's own damage is recognised. */
const SEEDS: [what: string, file: string, words: string][] = [
  [
    'the RunPodSandbox log, wrapped',
    'cgroup-kmem-leak-no-space/hit-seed-runpodsandbox.txt',
    'failed to start sa\n\nndbox',
  ],
  [
    'the SLUB log, wrapped',
    'cgroup-kmem-leak-no-space/hit-seed-slub.txt',
    'SLUB: Unable to allocate\n\nmemory',
  ],
  [
    '/proc/cgroups of the sick node',
    'cgroup-kmem-leak-no-space/hit-seed-proc-cgroups.txt',
    'cpuset 10 229418 1',
  ],
  [
    'the two s6 stacks',
    'sync-hang-on-container-stop/hit-seed-two-stacks.txt',
    '6[<ffffffffa0124183>] zap_pid_ns_processes',
  ],
  [
    'the stack of the s6 child',
    'sync-hang-on-container-stop/hit-seed-child-stack.txt',
    '6[<ffffffffa0c00081>] entry_SYSCALL_64_after_',
  ],
  [
    'the ceph stack',
    'ceph-io-hang-container-stop/hit-seed-stack.txt',
    '1[<ffffffffc08766ce>] __ceph_do_pending_vmtruncate',
  ],
  [
    'the ceph stack after its parent’s',
    'ceph-io-hang-container-stop/hit-seed-after-parent.txt',
    '5[<ffffffffa9124183>] zap_pid_ns_processes',
  ],
  [
    'the dockerd lines',
    'container-stuck-terminating-unkillable/hit-seed-dockerd.txt',
    '16 10 16:09:15k8s-0-176 dockerd',
  ],
  [
    'the pthread_create log',
    'zombie-pid-exhaustion/hit-seed.txt',
    'pthread_create failed: No space left on device',
  ],
  ['the ps listing', 'zombie-pid-exhaustion/hit-seed-ps.txt', 'ps auxfww | grep curl -c\n19782'],
  ['the supercronic tree', 'zombie-pid-exhaustion/hit-seed-tree.txt', '/usr/local/bin/supercronic -json'],
  [
    'the slow memory.stat',
    'memcg-zombies-kubelet-cpu/hit-seed-time.txt',
    'time cat /sys/fs/cgroup/memory/memory.stat',
  ],
  [
    'the lone Pulling event',
    'serial-image-pull-blocking/hit-seed.txt',
    'Normal  Pulling    8m    kubelet, ip-10-241-44-128',
  ],
  [
    'the events of sphinx-0, still Pending',
    'kubelet-api-qps-pending/hit-seed.txt',
    'Successfully assigned sphinx-0',
  ],
  [
    'the tty stack of a CNI plugin',
    'cni-version-stdin-hang/hit-seed.txt',
    '2[<ffffffff934bcdc4>] n_tty_read',
  ],
  [
    'the Terraform error',
    'admission-webhook-blocks-control-plane/hit-seed.txt',
    'component "kube-apiserver" from endpoint',
  ],
  [
    'the list of empty ReplicaSets',
    'apiserver-memory-replicaset-leak/hit-seed.txt',
    'grep "000$" > rs.list.0',
  ],
  ['the kube-proxy profile', 'kube-proxy-ipvs-cpu/hit-seed-profile.txt', 'NodeIPs'],
  ['the preStop hook', 'ingress-502-on-rollout/hit-seed.txt', 'sleep 4'],
  [
    'the grace period of the controller',
    'nginx-ingress-controller-shutdown/hit-seed.txt',
    'terminationGracePeriodSeconds',
  ],
  [
    'the slabinfo table behind its command',
    'cgroup-kmem-leak-no-space/hit-seed-slabinfo.txt',
    'cat memory.kmem.slabinfo slabinfo –',
  ],
  [
    'the namespaces of a dying task',
    'container-stuck-terminating-unkillable/hit-seed-ns.txt',
    '7lrwxrwxrwx 1 root root 0 6 11 10:08 pid -> pid:[4026536204]',
  ],
  [
    'the flags and their defaults',
    'kubelet-api-qps-pending/hit-seed-flags.txt',
    '--kube-api-qps - QPS to use',
  ],
  ['the cleaner', 'systemd-subpath-mount-leak/hit-seed-script.txt', 'systemctl list-units | grep subpath'],
  ['the clues of lost SYN', 'conntrack-snat-insert-failed/hit-seed-clues.txt', 'insert_failed > 0'],
  [
    'the slide of the frozen CronJob',
    'cronjob-frozen-too-many-missed/hit-seed-slide.txt',
    'missed 100 runs in a\n',
  ],
  ['the frozen CronJob', 'cronjob-frozen-too-many-missed/hit-seed.txt', 'missed 100 runs in a row'],
];

describe('what the sources print', () => {
  it.each(SEEDS)('%s: its incident is first', (_, file, words) => {
    const text = textOf(file);
    expect(text).toContain(words);
    const found = run(text);
    expect(found.findings[0]?.incident).toBe(path.dirname(file));
    expect(found.verdict).not.toBe('none');
  });
});

describe('the dockerd lines', () => {
  const UMBRELLA = 'container-stuck-terminating-unkillable';
  const found = run(textOf(`${UMBRELLA}/hit-seed-dockerd.txt`));

  it('put the umbrella first and its causes after it, possible and not checked', () => {
    const [first, ...rest] = found.findings;
    expect(first).toMatchObject({ incident: UMBRELLA });
    const causes = rest.filter((finding) => finding.causeOf === UMBRELLA);
    expect(causes.map((finding) => finding.incident)).toEqual(
      expect.arrayContaining(['sync-hang-on-container-stop', 'ceph-io-hang-container-stop']),
    );
    for (const cause of causes) {
      expect(cause).toMatchObject({ band: 'possible', for: [] });
      expect(cause.notChecked.length).toBeGreaterThan(0);
    }
    expect(rest.slice(0, causes.length)).toEqual(causes);
  });

  it('ask for the check that separates the causes', () => {
    const separated = new Set(found.next?.outcomes.flatMap((outcome) => outcome.favours));
    expect([...separated]).toEqual(
      expect.arrayContaining(['sync-hang-on-container-stop', 'ceph-io-hang-container-stop']),
    );
    expect(found.next?.command).toBeTruthy();
  });

  it('fold under the cause once its stack is pasted too', () => {
    const both = run(
      `${textOf(`${UMBRELLA}/hit-seed-dockerd.txt`)}\n${textOf('sync-hang-on-container-stop/hit-seed-child-stack.txt')}`,
    );
    expect(both.findings[0]!.incident).toBe('sync-hang-on-container-stop');
    expect(both.findings.find((finding) => finding.incident === UMBRELLA)).toMatchObject({
      under: 'sync-hang-on-container-stop',
    });
  });
});

it('a stack of zap_pid_ns_processes alone is answered, but not for sure', () => {
  const parent = textOf('sync-hang-on-container-stop/hit-seed-two-stacks.txt')
    .split('\n')
    .slice(0, 14)
    .join('\n');
  const found = run(parent);
  expect(found.findings[0]!.incident).toBe('container-stuck-terminating-unkillable');
  expect(found.verdict).toBe('unsure');
});
