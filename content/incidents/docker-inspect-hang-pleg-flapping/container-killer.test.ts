/** The killer among a fake docker and a fake ps; the shims are real processes, so that a kill is seen. */

import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workshop, type Workshop } from '@/lib/incident/test-tools';

const SCRIPT = path.join(import.meta.dirname, 'container-killer.sh');
const STUCK = '833b60bb9ff4c669bb413b898a5fd142a57a21695e5dc42684235df907825567';
const FINE = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9';

let shop: Workshop;
let shims: ChildProcess[];
beforeEach(() => {
  shop = workshop();
  shims = [];
  shop.tool('sleep', 'true');
});
afterEach(() => {
  for (const shim of shims) shim.kill('SIGKILL');
  shop.remove();
});

/** A real process that stands for a shim. */
function shim(): number {
  const child = spawn('/bin/sleep', ['60'], { stdio: 'ignore' });
  shims.push(child);
  return child.pid!;
}

/** Waits for the end of a process that was killed; one that lives is told by its null. */
const ended = (pid: number) =>
  new Promise<string | null>((resolve) => {
    const child = shims.find((one) => one.pid === pid)!;
    if (child.signalCode) resolve(child.signalCode);
    else {
      child.once('exit', () => resolve(child.signalCode));
      setTimeout(() => resolve(child.signalCode), 300);
    }
  });

const V1 = (id: string) => `docker-containerd-shim -namespace moby -workdir /var/lib/docker/moby/${id} -address /run/x.sock`;
const V2 = (id: string) => `/usr/bin/containerd-shim-runc-v2 -namespace moby -id ${id} -address /run/x.sock`;

interface Process {
  pid: number;
  ppid?: number;
  stat?: string;
  args: string;
}

/** A node where `docker inspect` of the stuck containers never ends. */
function node(processes: Process[], stuck: string[] = [STUCK], list = `echo ${STUCK}; echo ${FINE}`): void {
  const rows = (line: (process: Process) => string) => processes.map(line).join('\n');
  shop.write('args', `${rows(({ pid, args }) => `${pid} ${args}`)}\n`);
  shop.write('tree', `${rows(({ pid, ppid, stat }) => `${pid} ${ppid ?? 1} ${stat ?? 'Ssl'}`)}\n`);
  shop.tool('ps', `case $2 in *args*) cat '${shop.folder}/args' ;; *) cat '${shop.folder}/tree' ;; esac`);
  shop.tool('docker', `case $1 in ps) ${list} ;; inspect) case $2 in ${stuck.join('|') || 'none'}) exec /bin/sleep 20 ;; esac ;; esac`);
}

const run = (args = ['--kill'], env: Record<string, string> = {}) =>
  shop.run('bash', SCRIPT, args, { TIMEOUT: '0.2', TRIES: '2', ...env });

describe.each([
  ['shim v1', V1],
  ['shim v2', V2],
])('%s', (_, args) => {
  it('of a container with only zombies is killed', async () => {
    const pid = shim();
    node([{ pid, args: args(STUCK) }, { pid: 4_000_001, ppid: pid, stat: 'Z', args: '[java] <defunct>' }]);
    const ran = run();
    expect(ran.stdout).toContain('suspicious: 1, with live processes: 0, killed: 1');
    expect(await ended(pid)).toBe('SIGKILL');
  });

  it('of a container that lives is left alone', async () => {
    const pid = shim();
    node([
      { pid, args: args(STUCK) },
      { pid: 4_000_001, ppid: pid, stat: 'Z', args: '[sh] <defunct>' },
      { pid: 4_000_002, ppid: 4_000_001, stat: 'S', args: 'java -jar shop.jar' },
    ]);
    const ran = run();
    expect(ran.stdout).toContain(`live processes below shim ${pid}: 1, left alone`);
    expect(await ended(pid)).toBeNull();
  });

  it('is only named without --kill', async () => {
    const pid = shim();
    node([{ pid, args: args(STUCK) }]);
    expect(run([]).stdout).toContain(`would kill shim ${pid}`);
    expect(await ended(pid)).toBeNull();
  });
});

describe('nothing is killed', () => {
  const untouched = async (pid: number, ...rest: Parameters<typeof run>) => {
    const ran = run(...rest);
    expect(ran.stdout).not.toContain('killing');
    expect(await ended(pid)).toBeNull();
    return ran;
  };

  it('while every container answers', async () => {
    const pid = shim();
    node([{ pid, args: V2(STUCK) }], []);
    expect((await untouched(pid)).stdout).toContain('suspicious: 0');
  });

  it('when inspect fails at once instead of hanging', async () => {
    const pid = shim();
    node([{ pid, args: V2(STUCK) }], []);
    shop.tool('docker', `case $1 in ps) echo ${STUCK} ;; *) exit 1 ;; esac`);
    await untouched(pid);
  });

  it('when docker ps fails, after it has printed ids', async () => {
    const pid = shim();
    node([{ pid, args: V2(STUCK) }], [STUCK], `echo ${STUCK}; exit 1`);
    expect(await untouched(pid)).toMatchObject({ status: 1, stderr: expect.stringContaining('no case for this script') });
  });

  it('when the shim is not clear: none, two, or one of another container', async () => {
    const pid = shim();
    for (const processes of [
      [{ pid, args: V2(FINE) }],
      [
        { pid, args: V2(STUCK) },
        { pid: 4_000_003, args: V2(STUCK) },
      ],
      [{ pid, args: `grep containerd-shim -id ${STUCK}` }],
      [{ pid, args: V2(`${STUCK}0`) }],
    ]) {
      node(processes);
      expect((await untouched(pid)).stdout).toContain('left alone');
    }
  });

  it('when ps prints nothing', async () => {
    const pid = shim();
    node([{ pid, args: V2(STUCK) }]);
    shop.tool('ps', 'exit 1');
    await untouched(pid);
  });

  it('when ps fails between finding the shim and counting what lives below it', async () => {
    const pid = shim();
    node([{ pid, args: V2(STUCK) }]);
    shop.tool('ps', `case $2 in *args*) cat '${shop.folder}/args' ;; *) exit 1 ;; esac`);
    await untouched(pid);
  });

  it('beyond the limit', async () => {
    const [first, second] = [shim(), shim()];
    node([{ pid: first, args: V2(STUCK) }, { pid: second, args: V2(FINE) }], [STUCK, FINE]);
    run(['--kill'], { MAX_KILLS: '1' });
    expect(await ended(first)).toBe('SIGKILL');
    expect(await ended(second)).toBeNull();
  });
});

it('writes its counts for node_exporter', () => {
  node([{ pid: shim(), args: V2(STUCK) }]);
  run([], { METRICS: path.join(shop.folder, 'killer.prom') });
  expect(shop.read('killer.prom')).toContain('container_killer_suspicious 1\n');
});
