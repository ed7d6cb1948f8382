/** Where the boxes of the map stand, in two shapes. Pure geometry, in pixels. */

import type { MapNode } from '@/lib/map/tree';
import { wrap } from '../incident/wrap';

export interface TreeBox {
  node: MapNode;
  x: number;
  y: number;
  height: number;
  label: string[];
  text: string[];
  /** `start` is what one sees, `end` is an incident. */
  kind: 'start' | 'ask' | 'end';
}

export interface TreeLayout {
  box: number;
  width: number;
  height: number;
  boxes: TreeBox[];
  /** From each parent to its children. */
  lines: string[];
}

export const LINE = 18;
export const SIDE = 14;
const PAD = 22;
const EDGE = 2;
/** Between two columns. */
const TURN = 30;

/** From left to right, one column a question: the way of each incident is a row, and its end is on the right. */
export function layoutWide(roots: readonly MapNode[]): TreeLayout {
  const [box, gapX, gapY] = [226, TURN, 14];
  const columns = Math.max(...roots.map(depthOf));
  const boxes: TreeBox[] = [];
  const lines: string[] = [];
  const measured = (node: MapNode, start: boolean) => boxOf(node, start, 25, start ? 26 : 30);
  const room = (node: MapNode): number =>
    Math.max(measured(node, false).height, sum(node.children.map(room), gapY));
  const place = (node: MapNode, column: number, top: number): TreeBox => {
    const tall = room(node);
    const own = measured(node, column === 0);
    const at = node.ask ? column : columns - 1;
    Object.assign(own, { x: EDGE + at * (box + gapX), y: top + (tall - own.height) / 2 });
    boxes.push(own);
    let y = top + (tall - sum(node.children.map(room), gapY)) / 2;
    for (const child of node.children) {
      const below = place(child, column + 1, y);
      lines.push(curve(own.x + box, own.y + own.height / 2, below.x, below.y + below.height / 2));
      y += room(child) + gapY;
    }
    return own;
  };
  let top = EDGE;
  for (const root of roots) {
    place(root, 0, top);
    top += room(root) + gapY;
  }
  const width = 2 * EDGE + columns * box + (columns - 1) * gapX;
  return { box, width, height: top - gapY + EDGE, boxes, lines };
}

/** One box under the other, each indented below its question: fits a phone. */
export function layoutNarrow(roots: readonly MapNode[]): TreeLayout {
  const [box, indent, gap] = [292, 15, 9];
  const boxes: TreeBox[] = [];
  const lines: string[] = [];
  let y = EDGE;
  const place = (node: MapNode, depth: number): TreeBox => {
    const own = { ...boxOf(node, depth === 0, 33, depth === 0 ? 35 : 40), x: EDGE + depth * indent, y };
    boxes.push(own);
    y += own.height + gap;
    for (const child of node.children) {
      const below = place(child, depth + 1);
      lines.push(`M${own.x + 8} ${own.y + own.height}V${below.y + 18}H${below.x}`);
    }
    if (depth === 0) y += 2 * gap;
    return own;
  };
  for (const root of roots) place(root, 0);
  const width = Math.max(...boxes.map(({ x }) => x)) + box + EDGE;
  return { box, width, height: y - 3 * gap + EDGE, boxes, lines };
}

function boxOf(node: MapNode, start: boolean, textWidth: number, labelWidth: number): TreeBox {
  const label = wrap(node.label, labelWidth);
  const text = wrap(textOf(node), textWidth);
  const height = PAD + (label.length + text.length) * LINE;
  return { node, x: 0, y: 0, height, label, text, kind: node.ask ? (start ? 'start' : 'ask') : 'end' };
}

function depthOf({ children }: MapNode): number {
  return 1 + Math.max(0, ...children.map(depthOf));
}

function sum(heights: readonly number[], gap: number): number {
  return heights.reduce((total, height) => total + height, Math.max(0, heights.length - 1) * gap);
}

function curve(x: number, y: number, toX: number, toY: number): string {
  // It turns at once: on the height of the child nothing else stands in the way.
  return y === toY
    ? `M${x} ${y}H${toX}`
    : `M${x} ${y}C${x + TURN / 2} ${y} ${x + TURN / 2} ${toY} ${x + TURN} ${toY}H${toX}`;
}

/** The next question, or what it is. */
export function textOf({ ask, leads }: MapNode): string {
  if (ask) return ask.text;
  return leads[0] ? leads[0].title : 'Not in the book';
}
