import { expect, test } from 'vitest';
import { BOX_WIDTH, layoutFlow, layoutPhoneFlow } from './flow-layout';
import { layoutLanes, PHONE } from './lanes-layout';
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

test('a start that joins late stands right above what it leads to', () => {
  const { boxes } = layoutFlow(
    ['a', 'b', 'late', 'c'].map((id) => ({ id, label: id })),
    [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'late', to: 'c' },
    ],
  );
  const y = Object.fromEntries(boxes.map((box) => [box.id, box.y]));
  expect(y.late).toBe(y.b);
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

test('on a phone every word of a sequence stays inside the drawing', () => {
  const { width, marks, columns } = layoutLanes(
    ['kubelet', 'runtime', 'PID 1', 's6-sync', 'a file system of the host'],
    [
      {
        lane: 'kubelet',
        at: 0,
        label: 'asks for the end of the container, with a grace period',
        to: 'runtime',
      },
      { lane: 'a file system of the host', at: 1, label: 'does not answer, and takes no signal' },
      { lane: 's6-sync', at: 2, label: 'sync(2)', to: 'kubelet' },
    ],
    PHONE,
  );
  expect(width).toBeLessThanOrEqual(340);
  expect(columns.every(({ x }) => x > 0 && x < width)).toBe(true);
  for (const mark of marks) {
    const half = (Math.max(...mark.lines.map((line) => line.length)) * 7) / 2;
    const x = mark.type === 'arrow' ? mark.labelX : mark.x;
    expect(x - half).toBeGreaterThanOrEqual(0);
    expect(x + half).toBeLessThanOrEqual(width);
  }
});

test('on a phone a flow is one column, unless too much would run beside it', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id, label: id }));
  const phone = layoutPhoneFlow(nodes, [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c', label: 'the other way' },
    { from: 'd', to: 'a' },
  ])!;
  expect(new Set(phone.boxes.map(({ x }) => x)).size).toBe(1);
  expect(phone.width).toBeLessThanOrEqual(356);
  const crossed = nodes.flatMap((from) => nodes.map((to) => ({ from: from.id, to: to.id })));
  expect(layoutPhoneFlow(nodes, crossed)).toBeNull();
});
