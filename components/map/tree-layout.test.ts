import { expect, it } from 'vitest';
import { buildPack } from '@/lib/incident/build.server';
import { mapOf, nodesOf } from '@/lib/map/tree';
import { layoutNarrow, layoutWide, type TreeLayout } from './tree-layout';

const groups = mapOf(buildPack());
const figures = groups.flatMap(({ symptoms }) => symptoms.map(({ nodes }) => nodes));
const SHAPES: [string, (nodes: (typeof figures)[number]) => TreeLayout, widest: number][] = [
  ['wide', layoutWide, 1256],
  // 390 px of a phone, less its margins.
  ['narrow', layoutNarrow, 360],
];

it.each(SHAPES)('%s: every node stands once, inside, and on no other', (_, layout, widest) => {
  const drawn = figures.map(layout);
  expect(drawn.flatMap(({ boxes }) => boxes)).toHaveLength(nodesOf(groups).length);
  for (const { box, width, height, boxes, lines } of drawn) {
    expect(width).toBeLessThanOrEqual(widest);
    expect(lines.length).toBe(
      boxes.filter(({ kind, node }) => kind !== 'start' && node.answers.length > 1).length,
    );
    for (const a of boxes) {
      expect(Math.min(a.x, a.y)).toBeGreaterThanOrEqual(0);
      expect(a.x + box).toBeLessThanOrEqual(width);
      expect(a.y + a.height).toBeLessThanOrEqual(height);
      for (const b of boxes)
        if (a !== b && Math.abs(a.x - b.x) < box)
          expect(a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(true);
    }
  }
});
