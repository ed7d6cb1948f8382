import { expect, test } from 'vitest';
import { fragmentOf, labelsFrom } from './labels';

test('labels of an alert fill the slots of commands', () => {
  expect(labelsFrom('#node=kube-node-1&pod=web-0&ns=shop')).toEqual({
    chosen: { node: 'kube-node-1', pod: 'web-0', namespace: 'shop' },
    refused: [],
  });
});

test('an instance is a node without its port, unless the node is named', () => {
  expect(labelsFrom('#instance=10.0.0.7:9100').chosen).toEqual({ node: '10.0.0.7' });
  expect(labelsFrom('#instance=10.0.0.7:9100&node=n1').chosen).toEqual({ node: 'n1' });
});

test('what a shell would take for more than a name is refused and named', () => {
  for (const bad of ['x;reboot', '$(id)', '-rf', "a'b", 'a b', '../x'])
    expect(labelsFrom(`#pod=${encodeURIComponent(bad)}`)).toEqual({ chosen: {}, refused: ['pod'] });
});

test('anything else is no label', () => {
  for (const fragment of ['', '#', '#case=v1.abc', '#root-cause', '#%', '#pod='])
    expect(labelsFrom(fragment)).toEqual({ chosen: {}, refused: [] });
});

test('there and back', () => {
  const { chosen } = labelsFrom('#pod=web-0&node=n1');
  expect(fragmentOf(chosen)).toBe('#node=n1&pod=web-0');
  expect(labelsFrom(fragmentOf(chosen)).chosen).toEqual(chosen);
  expect(fragmentOf({})).toBe('');
});
