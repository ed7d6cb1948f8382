/** The cleaner among a fake systemd: only what is proved to be empty is stopped. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workshop, type Workshop } from '@/lib/incident/test-tools';

const SCRIPT = path.join(import.meta.dirname, 'cleaner.sh');
const DEAD = 'run-r1a.scope';
const MOUNT =
  'loaded active running Kubernetes transient mount for /var/lib/kubelet/pods/5f0c/volumes/kubernetes.io~secret/tls';

interface DaemonSet {
  spec: { template: { spec: { containers: { command: string[]; env: { name: string; value: string }[] }[] } } };
}

let shop: Workshop;
afterEach(() => shop.remove());

interface Unit {
  name: string;
  rest?: string;
  /** What stands in cgroup.procs; null: the cgroup is not there. */
  procs?: string | null;
  group?: string;
}

/** A machine with these scopes. `broken` names a systemctl command that fails, after it has printed its answer. */
function machine(units: Unit[], broken = '', text?: string): void {
  shop = workshop();
  const table = text ?? units.map(({ name, rest }) => `${name} ${rest ?? MOUNT}`).join('\n');
  shop.write('table', table === '' ? '' : `${table}\n`);
  const groups = units.map(({ name, group }) => `'${name}') echo 'ControlGroup=${group ?? `/system.slice/${name}`}' ;;`);
  shop.tool(
    'systemctl',
    `[ "$1" = '${broken}' ] && status=1
case $1 in
  list-units) cat '${shop.folder}/table' ;;
  show) case $3 in ${groups.join(' ')} esac ;;
esac
exit "\${status:-0}"`,
  );
  shop.write('cgroup/cgroup.procs', '1\n');
  for (const { name, procs } of units)
    if (procs !== null) shop.write(`cgroup/system.slice/${name}/cgroup.procs`, procs ?? '');
}

const clean = (shell = 'sh', env: Record<string, string> = {}) =>
  shop.run(shell, SCRIPT, [], { DRY_RUN: '0', CGROUP_ROOT: `${shop.folder}/cgroup`, ...env });
const stops = ({ calls }: { calls: string[] }) => calls.filter((call) => call.startsWith('systemctl stop'));

describe.each(['sh', 'bash'])('under %s', (shell) => {
  it('stops an empty scope and nothing that is alive', () => {
    machine([{ name: DEAD }, { name: 'run-r2b.scope', procs: '4711\n' }, { name: 'run-77.scope' }]);
    const ran = clean(shell);
    expect(stops(ran)).toEqual([`systemctl stop ${DEAD}`, 'systemctl stop run-77.scope']);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toContain('transient mounts 3, empty 2, stopped 2, failed 0, dry run 0');
  });

  it('only says what it would do unless told', () => {
    machine([{ name: DEAD }]);
    const ran = clean(shell, { DRY_RUN: '1' });
    expect(stops(ran)).toEqual([]);
    expect(ran.stdout).toContain(`would stop ${DEAD}`);
    expect(shop.run(shell, SCRIPT, [], { CGROUP_ROOT: `${shop.folder}/cgroup` }).stdout).toContain('dry run 1');
  });

  it('stops at its limit', () => {
    machine([{ name: DEAD }, { name: 'run-r2b.scope' }, { name: 'run-r3c.scope' }]);
    expect(stops(clean(shell, { LIMIT: '2' }))).toHaveLength(2);
  });
});

describe('fails closed', () => {
  it.each(['list-units', 'show'])('when systemctl %s fails', (broken) => {
    machine([{ name: DEAD }], broken);
    expect(stops(clean())).toEqual([]);
  });

  it('when systemctl is not there, prints nothing, or the limit is no number', () => {
    machine([{ name: DEAD }]);
    expect(clean('sh', { LIMIT: 'many' })).toMatchObject({ status: 1, calls: [] });
    shop.tool('systemctl', null);
    expect(clean()).toMatchObject({ status: 1, stdout: '' });
    shop.tool('systemctl', 'true');
    expect(clean().stderr).toContain('nothing done: systemctl list-units printed nothing');
  });

  it('when cat or the cgroup tree is broken', () => {
    machine([{ name: DEAD }]);
    expect(clean('sh', { CGROUP_ROOT: '/nowhere/at/all' }).status).toBe(1);
    shop.tool('cat', 'exit 1');
    shop.tool('systemctl', `case $1 in list-units) echo '${DEAD} ${MOUNT}' ;; show) echo 'ControlGroup=/system.slice/${DEAD}' ;; esac`);
    expect(stops(clean())).toEqual([]);
    // A cat that says nothing does not make a live scope look empty.
    shop.write(`cgroup/system.slice/${DEAD}/cgroup.procs`, '4711\n');
    shop.tool('cat', 'true');
    expect(stops(clean())).toEqual([]);
  });

  it('says so when a stop fails', () => {
    machine([{ name: DEAD }], 'stop');
    expect(clean()).toMatchObject({ status: 1, stderr: expect.stringContaining(`could not stop ${DEAD}`) });
  });
});

describe('leaves alone', () => {
  const ALIVE: [what: string, unit: Unit][] = [
    ['a scope of somebody else', { name: DEAD, rest: 'loaded active running /usr/bin/podman run web' }],
    ['a service', { name: 'kubelet.service', rest: MOUNT }],
    ['a session', { name: 'session-4.scope', rest: MOUNT }],
    ['a unit that is not running', { name: DEAD, rest: MOUNT.replace('running', 'dead') }],
    ['a unit that is not loaded', { name: DEAD, rest: MOUNT.replace('loaded', 'not-found') }],
    ['a scope whose cgroup is not found', { name: DEAD, procs: null }],
    ['a scope that has no cgroup', { name: DEAD, group: '' }],
    ['a scope whose cgroup is the root', { name: DEAD, group: '/' }],
    ['a cgroup that leads elsewhere', { name: DEAD, group: `/../etc/${DEAD}` }],
    ['the cgroup of another unit', { name: DEAD, group: '/system.slice/kubelet.service' }],
    ['a name that a shell could misread', { name: 'run-$(reboot).scope' }],
  ];
  it.each(ALIVE)('%s', (_, unit) => {
    machine([unit]);
    shop.write(`etc/${DEAD}/cgroup.procs`, '');
    expect(stops(clean())).toEqual([]);
  });

  it('a scope with cgroups below it', () => {
    machine([{ name: DEAD }]);
    shop.write(`cgroup/system.slice/${DEAD}/inner/cgroup.procs`, '4711\n');
    expect(stops(clean())).toEqual([]);
  });

  it('a scope that is empty in one hierarchy of cgroup v1 and not in another', () => {
    machine([{ name: DEAD, procs: null }]);
    shop.write(`cgroup/memory/system.slice/${DEAD}/cgroup.procs`, '');
    shop.write(`cgroup/pids/system.slice/${DEAD}/cgroup.procs`, '4711\n');
    expect(stops(clean())).toEqual([]);
    shop.write(`cgroup/pids/system.slice/${DEAD}/cgroup.procs`, '');
    expect(stops(clean())).toEqual([`systemctl stop ${DEAD}`]);
  });
});

it('the DaemonSet feeds this script to the shell of the host, harmless until it is told otherwise', () => {
  shop = workshop();
  const manifest = parse(readFileSync(path.join(import.meta.dirname, 'cleaner.yaml'), 'utf8')) as DaemonSet;
  const [container] = manifest.spec.template.spec.containers;
  const loop = container!.command[2]!.replace('/scripts/cleaner.sh', SCRIPT);
  shop.tool('sleep', 'true');
  shop.tool('nsenter', `cat > '${shop.folder}/fed'; kill $PPID`);
  const ran = shop.run('sh', shop.write('loop.sh', loop));
  expect(ran.calls.at(-1)).toBe('nsenter -t 1 -m -- /bin/sh -s');
  expect(shop.read('fed')).toBe(readFileSync(SCRIPT, 'utf8'));
  expect(container!.env).toContainEqual({ name: 'DRY_RUN', value: '1' });
});
