/** Where the boxes of the map stand: an indented tree, one box under the other. Pure geometry, in pixels. */

import type { MapNode } from '@/lib/map/tree';
import { wrap } from '../incident/wrap';

export interface TreeBox {
  node: MapNode;
  x: number;
  y: number;
  height: number;
  label: string[];
  text: string[];
  leaf: boolean;
}

export interface TreeLayout {
  width: number;
  height: number;
  boxes: TreeBox[];
  /** From each parent down its side to its children. */
  lines: string[];
}

export const BOX = 400;
export const LINE = 18;
const INDENT = 26;
const GAP = 10;
const PAD = 20;
const EDGE = 2;

export function layoutTree(roots: readonly MapNode[]): TreeLayout {
  const boxes: TreeBox[] = [];
  const lines: string[] = [];
  let y = EDGE;
  const place = (node: MapNode, depth: number): TreeBox => {
    const label = wrap(node.label, 50);
    const text = wrap(textOf(node), 41);
    const height = PAD + (label.length + text.length) * LINE;
    const box = { node, x: EDGE + depth * INDENT, y, height, label, text, leaf: node.ask === null };
    boxes.push(box);
    y += height + GAP;
    for (const child of node.children) {
      const below = place(child, depth + 1);
      lines.push(`M${box.x + 12} ${box.y + box.height}V${below.y + 20}H${below.x}`);
    }
    return box;
  };
  for (const root of roots) place(root, 0);
  const width = Math.max(...boxes.map(({ x }) => x)) + BOX + EDGE;
  return { width, height: y - GAP + EDGE, boxes, lines };
}

/** The next question, or what it is. */
export function textOf({ ask, leads }: MapNode): string {
  if (ask) return ask.text;
  return leads[0] ? `${leads[0].title}` : 'Not in the book';
}
