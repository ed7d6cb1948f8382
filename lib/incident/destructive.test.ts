/** Commands of the fixes that destroy something and decide for themselves what: run among fake tools. */

import { spawn } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadBook } from './load.server';
import { destructive, workshop, type Ran, type Workshop } from './test-tools';

const book = loadBook();
let shop: Workshop;
beforeEach(() => {
  shop = workshop();
});
afterEach(() => shop.remove());

const FILLED = {
  pid: '4711',
  container: '833b60bb9ff4',
  namespace: 'shop',
  cronjob: 'nightly',
  node: 'node-1',
};

/** Runs each destructive command of a fix with both shells that a root prompt may be. */
function run(incident: string, fix: string, shell = 'bash'): Ran {
  const commands = destructive(book, incident, fix, FILLED);
  expect(commands).not.toEqual([]);
  return shop.run(shell, shop.write('command.sh', commands.join('\n')));
}

/** `kill` is part of the shell: a real process shows whether it was hit. */
async function survives(act: (pid: number) => void): Promise<boolean> {
  const child = spawn('/bin/sleep', ['60'], { stdio: 'ignore' });
  act(child.pid!);
  const alive = await new Promise<boolean>((resolve) => {
    child.once('exit', () => resolve(false));
    setTimeout(() => resolve(true), 300);
  });
  child.kill('SIGKILL');
  return alive;
}

describe.each(['bash', 'sh'])('under %s', (shell) => {
  describe('killing the parent of a process that cannot be killed', () => {
    const kill = (name: string) =>
      survives((pid) => {
        shop.tool('ps', `case "$2" in ppid=) echo '   ${pid}' ;; comm=) ${name} ;; esac`);
        run('container-stuck-terminating-unkillable', 'kill-the-parent-or-the-shim', shell);
      });

    it('kills a shim', async () => {
      expect(await kill("echo 'containerd-shim'")).toBe(false);
    });
    it.each(['systemd', 'dockerd', 'containerd', 'kubelet', 'crio'])('leaves %s alone', async (name) => {
      expect(await kill(`echo ${name}`)).toBe(true);
    });
    it('leaves a parent alone that ps cannot name', async () => {
      expect(await kill('exit 1')).toBe(true);
    });
  });

  describe('killing the shim that holds the lock', () => {
    const kill = (rest: string) =>
      survives((pid) => {
        shop.tool('pgrep', `echo ${pid}; ${rest}`);
        const { calls } = run('docker-daemon-freeze', 'kill-what-holds-the-lock', shell);
        expect(calls[0]).toContain(FILLED.container);
      });

    it('kills the only one', async () => {
      expect(await kill('true')).toBe(false);
    });
    it('kills none of two, and none when pgrep fails', async () => {
      expect(await kill('echo 99999999')).toBe(true);
      expect(await kill('exit 3')).toBe(true);
    });
  });

  it.each([
    ['stops the one API server of the node', 'echo abc123', ['crictl stop abc123']],
    ['stops nothing when crictl names none', 'true', []],
    ['stops nothing when crictl fails', 'echo abc123; exit 1', []],
  ])('restarting the API server %s', (_, ps, stopped) => {
    shop.tool('crictl', `case $1 in ps) ${ps} ;; esac`);
    const { calls } = run('apiserver-memory-replicaset-leak', 'restart-apiserver', shell);
    expect(calls.filter((call) => call.startsWith('crictl stop'))).toEqual(stopped);
  });

  it.each([
    ['cronjob-frozen-too-many-missed', 'recreate-cronjob', 'cronjob.json'],
    ['controller-stuck-one-bad-object', 'remove-bad-object', 'bad-object.yaml'],
    ['controller-stuck-one-bad-object', 'remove-dead-api', 'apiservices.yaml'],
    ['admission-webhook-blocks-control-plane', 'delete-webhook-configuration', 'webhooks.yaml'],
  ])('%s: %s deletes nothing without its copy', (incident, fix, copy) => {
    shop.tool('kubectl', 'true');
    expect(run(incident, fix, shell).calls).toEqual([]);
    shop.write(copy, '');
    expect(run(incident, fix, shell).calls).toEqual([]);
    shop.write(copy, 'a copy\n');
    expect(run(incident, fix, shell).calls).toEqual([expect.stringContaining('delete')]);
  });
});

describe('a copy of a CronJob', () => {
  const [save] = book.incidents
    .find(({ id }) => id === 'cronjob-frozen-too-many-missed')!
    .front.fixes.find(({ id }) => id === 'recreate-cronjob')!.commands;
  const saved = (kubectl: string) => {
    shop.tool('kubectl', kubectl);
    const text = String(save).replace('{{namespace}}', 'shop').replaceAll('{{cronjob}}', 'nightly');
    return shop.run('bash', shop.write('command.sh', text));
  };

  it('can be created again', () => {
    shop.write(
      'object',
      '{"metadata":{"name":"nightly","uid":"u","resourceVersion":"7"},"spec":{},"status":{}}',
    );
    expect(saved(`cat '${shop.folder}/object'`).status).toBe(0);
    expect(JSON.parse(shop.read('cronjob.json'))).toEqual({ metadata: { name: 'nightly' }, spec: {} });
  });

  it('is refused when kubectl fails', () => {
    expect(saved('exit 1').status).not.toBe(0);
  });
});

describe('switching live-restore on', () => {
  const fix = book.incidents
    .find(({ id }) => id === 'docker-daemon-freeze')!
    .front.fixes.find(({ id }) => id === 'live-restore')!;
  const run = (before: string) => {
    shop.write('daemon.json', before);
    shop.tool('systemctl', 'true');
    const command = String(fix.commands[0]).replaceAll('/etc/docker/', `${shop.folder}/`);
    return shop.run('bash', shop.write('command.sh', command)).calls;
  };

  it('keeps what stands there and reloads', () => {
    expect(run('{"log-driver":"json-file"}')).toEqual(['systemctl reload docker']);
    expect(JSON.parse(shop.read('daemon.json'))).toEqual({ 'log-driver': 'json-file', 'live-restore': true });
  });

  it('touches nothing when the file is not JSON', () => {
    expect(run('{"log-driver":')).toEqual([]);
    expect(shop.read('daemon.json')).toBe('{"log-driver":');
  });
});

describe('raising the limits of the kubelet', () => {
  const commands = book.incidents
    .find(({ id }) => id === 'kubelet-api-qps-pending')!
    .front.fixes.find(({ id }) => id === 'raise-kubelet-limits')!
    .commands.map(String);
  it.each(['kind: KubeletConfiguration', 'kubeAPIQPS: 5\nkind: KubeletConfiguration\n'])(
    'in %j',
    (before) => {
      shop.write('config.yaml', before);
      shop.tool('systemctl', 'true');
      const text = commands.join('\n').replaceAll('/var/lib/kubelet/', `${shop.folder}/`);
      const { calls } = shop.run('bash', shop.write('command.sh', text));
      expect(calls).toEqual(['systemctl restart kubelet']);
      expect(shop.read('config.yaml').trim().split(/\n+/)).toEqual([
        'kind: KubeletConfiguration',
        'kubeAPIQPS: 50',
        'kubeAPIBurst: 100',
      ]);
      expect(shop.read('config.yaml.before')).toBe(before);
    },
  );
});

describe('the finder of zombies', () => {
  const command = book.checks.find(({ id }) => id === 'zombie-parent')!.check.command!;
  it('names the parent with the most, and changes nothing', () => {
    shop.write('proc/7/cmdline', '/usr/local/bin/supercronic\0/crontabs/cron');
    shop.write('proc/7/status', 'Name:\tsupercronic\nNSpid:\t7\t1\n');
    shop.tool('ps', "printf '%s\\n' '7 Z' '7 Z+' '7 S' '9 S'");
    const ran = shop.run(
      'bash',
      shop.write('command.sh', command.replaceAll('/proc/', `${shop.folder}/proc/`)),
    );
    expect(ran.stdout).toBe('2 zombies of parent 7: /usr/local/bin/supercronic /crontabs/cron(NSpid 1)\n');
  });

  it('says nothing when ps fails', () => {
    shop.tool('ps', 'exit 1');
    expect(shop.run('bash', shop.write('command.sh', command)).stdout).toBe('');
  });
});
