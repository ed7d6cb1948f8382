import { expect, test } from 'vitest';
import { BOX_WIDTH, layoutFlow } from './flow-layout';
import { layoutLanes } from './lanes-layout';
import { wrap } from './wrap';

test('text is broken between words, and paths at their joints', () => {
  expect(wrap('waits for the superblock', 12)).toEqual(['waits for', 'the', 'superblock']);
  expect(wrap('/sys/fs/cgroup/memory/kubepods', 16)).toEqual(['/sys/fs/cgroup/', 'memory/kubepods']);
  expect(wrap('', 10)).toEqual([]);
});

test('boxes of a flow stand below what leads to them and never overlap', () => {
  const { boxes, paths, width } = layoutFlow(
    [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B', note: 'a note that is long enough for two lines' },
      { id: 'c', label: 'C' },
      { id: 'd', label: 'D' },
    ],
    [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
      { from: 'b', to: 'd' },
      { from: 'd', to: 'a', label: 'and again' },
    ],
  );
  const [a, b, c, d] = boxes as [(typeof boxes)[0], (typeof boxes)[0], (typeof boxes)[0], (typeof boxes)[0]];
  expect(b.y).toBeGreaterThan(a.y + a.height);
  expect(c.y).toBe(b.y);
  expect(c.x - b.x).toBeGreaterThan(BOX_WIDTH);
  expect(d.y).toBeGreaterThan(b.y + b.height);
  expect(paths).toHaveLength(4);
  expect(paths.every((path) => path.x < width)).toBe(true);
});

test('every event of a sequence has a row of its own, in order of time', () => {
  const { marks, columns } = layoutLanes(
    ['kubelet', 'runtime'],
    [
      { lane: 'runtime', at: 1, label: 'waits' },
      { lane: 'kubelet', at: 0, label: 'stop', to: 'runtime' },
      { lane: 'nobody', at: 2, label: 'is left out' },
    ],
  );
  expect(columns).toHaveLength(2);
  expect(marks.map((mark) => mark.type)).toEqual(['arrow', 'note']);
  expect(marks[1]!.y).toBeGreaterThan(marks[0]!.y);
});
