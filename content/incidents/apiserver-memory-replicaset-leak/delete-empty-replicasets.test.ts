/** The clean-up among a fake kubectl: what a Deployment still uses, or may want back, is never deleted. */

import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workshop, type Ran, type Workshop } from '@/lib/incident/test-tools';

const SCRIPT = path.join(import.meta.dirname, 'delete-empty-replicasets.sh');
type Json = Record<string, unknown>;

let shop: Workshop;
beforeEach(() => {
  shop = workshop();
});
afterEach(() => shop.remove());

/** A ReplicaSet of the Deployment `web`, empty unless told otherwise. */
const set = (revision: number | string, spec: Json = {}, meta: Json = {}, status: Json = {}) => ({
  metadata: {
    namespace: 'shop',
    name: `web-${revision}`,
    uid: `uid-${revision}`,
    resourceVersion: `7${revision}`,
    annotations: { 'deployment.kubernetes.io/revision': String(revision) },
    ownerReferences: [{ kind: 'Deployment', name: 'web', uid: 'uid-web', controller: true }],
    ...meta,
  },
  spec: { replicas: 0, ...spec },
  status: { replicas: 0, ...status },
});

/** The Deployment `web` at revision 9, rolled out. */
const deployment = (spec: Json = {}, status: Json = {}, meta: Json = {}) => ({
  metadata: {
    namespace: 'shop',
    name: 'web',
    uid: 'uid-web',
    generation: 12,
    annotations: { 'deployment.kubernetes.io/revision': '9' },
    ...meta,
  },
  spec: { replicas: 3, ...spec },
  status: { replicas: 3, updatedReplicas: 3, observedGeneration: 12, ...status },
});

/** A cluster with these objects; `fails` is a shell test of a call that kubectl refuses. */
function cluster(sets: unknown, deployments: unknown = [deployment()], fails = 'false'): void {
  shop.write('replicasets', typeof sets === 'string' ? sets : JSON.stringify({ items: sets }));
  shop.write('deployments', typeof deployments === 'string' ? deployments : JSON.stringify({ items: deployments }));
  shop.tool(
    'kubectl',
    `case "$1 $2" in
  'delete --raw') cat >> '${shop.folder}/bodies'; echo >> '${shop.folder}/bodies' ;;
  'get replicasets.apps') cat '${shop.folder}/replicasets' ;;
  'get deployments.apps') cat '${shop.folder}/deployments' ;;
esac
if ${fails}; then echo 'the server refused' >&2; exit 1; fi`,
  );
}

const clean = (...args: string[]) => shop.run('bash', SCRIPT, args);
const deleted = ({ calls }: Ran) =>
  calls.filter((call) => call.startsWith('kubectl delete')).map((call) => call.split(/[ /]/).at(-3)!);

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8].map((revision) => set(revision));
const CURRENT = set(9, { replicas: 3 }, {}, { replicas: 3 });

describe('the happy path', () => {
  it('deletes old empty sets, keeps the newest two, and says what it did', () => {
    cluster([...EIGHT, CURRENT]);
    const ran = clean('--delete');
    expect(deleted(ran).sort()).toEqual(['web-1', 'web-2', 'web-3', 'web-4', 'web-5', 'web-6']);
    expect(ran).toMatchObject({ status: 0, stderr: expect.stringContaining('6 of 9 ReplicaSets are old and empty') });
    expect(ran.stdout).toContain('deleted shop/web-1');
  });

  it('binds each deletion to what it has seen', () => {
    cluster([...EIGHT, CURRENT]);
    clean('--delete', '--keep', '7');
    expect(JSON.parse(shop.read('bodies'))).toEqual({
      kind: 'DeleteOptions',
      apiVersion: 'v1',
      propagationPolicy: 'Background',
      preconditions: { uid: 'uid-1', resourceVersion: '71' },
    });
  });

  it('only prints unless told', () => {
    cluster([...EIGHT, CURRENT]);
    const ran = clean('--keep', '6');
    expect(deleted(ran)).toEqual([]);
    expect(ran.stdout).toBe('shop\tweb-2\nshop\tweb-1\n');
  });

  it('asks for one namespace when told', () => {
    cluster([CURRENT]);
    expect(clean('--namespace', 'shop').calls[0]).toContain('get replicasets.apps --namespace shop');
  });
});

describe('nothing is deleted', () => {
  const only = (...sets: unknown[]) => [...sets, CURRENT];
  it.each<[string, unknown[], unknown[]?]>([
    ['that has pods: 10 of 10', only(set(1, { replicas: 10 }, {}, { replicas: 10 }))],
    ['that wants pods and has none yet', only(set(1, { replicas: 200 }))],
    ['whose pods are still going', only(set(1, {}, {}, { replicas: 1 }))],
    ['that has no owner', only(set(1, {}, { ownerReferences: [] }))],
    ['of a rollout of another kind', only(set(1, {}, { ownerReferences: [{ kind: 'Rollout', uid: 'uid-web', controller: true }] }))],
    ['of a Deployment that is not there', only(set(1)), []],
    ['of a Deployment that is paused', only(set(1)), [deployment({ paused: true })]],
    ['of a Deployment in a rollout', only(set(1)), [deployment({}, { updatedReplicas: 1 })]],
    ['of a Deployment whose change was not seen yet', only(set(1)), [deployment({}, { observedGeneration: 11 })]],
    ['of a Deployment that is being deleted', only(set(1)), [deployment({}, {}, { deletionTimestamp: 'now' })]],
    ['of a Deployment without a revision', only(set(1)), [deployment({}, {}, { annotations: {} })]],
    ['without a revision', only(set('none'))],
    ['that is the current one of a Deployment scaled to zero', [set(9)], [deployment({ replicas: 0 }, { replicas: 0, updatedReplicas: 0 })]],
    ['that is being deleted already', only(set(1, {}, { deletionTimestamp: 'now' }))],
  ])('%s', (_, sets, deployments) => {
    cluster(sets, deployments);
    const ran = clean('--delete', '--keep', '0');
    expect(deleted(ran)).toEqual([]);
    expect(ran.status).toBe(0);
  });
});

describe('fails closed', () => {
  it.each([
    ['the ReplicaSets', '[ "$2" = replicasets.apps ]'],
    ['the Deployments', '[ "$2" = deployments.apps ]'],
  ])('when %s cannot be read to the end', (_, fails) => {
    cluster([...EIGHT, CURRENT], undefined, fails);
    const ran = clean('--delete');
    expect(ran.status).not.toBe(0);
    expect(deleted(ran)).toEqual([]);
  });

  it.each(['', '{}', '{"items": null}', 'Error from server', '{"items": [{}]}'])('when the list is %j', (text) => {
    cluster(text);
    const ran = clean('--delete');
    expect(deleted(ran)).toEqual([]);
    cluster([...EIGHT, CURRENT], text);
    expect(deleted(clean('--delete'))).toEqual([]);
  });

  it.each(['jq', 'kubectl'])('when there is no %s', (tool) => {
    cluster([...EIGHT, CURRENT]);
    shop.tool(tool, null);
    expect(clean('--delete')).toMatchObject({ status: 2, calls: [], stderr: 'needs kubectl and jq\n' });
  });

  it.each([['--force'], ['--keep', 'all'], ['--keep'], ['--delete', '--namespace']])('on bad use: %s %s', (...args) => {
    cluster([...EIGHT, CURRENT]);
    const ran = clean(...args.filter(Boolean));
    expect(ran.status).not.toBe(0);
    expect(ran.calls).toEqual([]);
  });

  it('and says so when the server refuses one, which changed meanwhile', () => {
    cluster([...EIGHT, CURRENT], undefined, `[[ "$*" == *web-3* ]]`);
    const ran = clean('--delete');
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringContaining('some were left alone') });
    expect(ran.stdout).not.toContain('deleted shop/web-3');
    expect(ran.stdout).toContain('deleted shop/web-1');
  });
});
