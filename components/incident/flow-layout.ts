/** Where the boxes and arrows of a flow stand. Pure geometry, in pixels of the drawing. */

import { wrap } from './wrap';

export interface FlowNode {
  id: string;
  label: string;
  note?: string;
}
export interface FlowArrow {
  from: string;
  to: string;
  label?: string;
}
export interface Box {
  id: string;
  x: number;
  y: number;
  height: number;
  label: string[];
  note: string[];
}
export interface Path {
  d: string;
  label: string[];
  x: number;
  y: number;
  anchor: 'middle' | 'start';
}
export interface FlowLayout {
  width: number;
  height: number;
  boxes: Box[];
  paths: Path[];
}

export const BOX_WIDTH = 216;
export const LINE = 19;
export const NOTE_LINE = 16;
const GAP_X = 28;
const GAP_Y = 64;
const EDGE = 6;
/** Room for each arrow that runs beside the boxes, and for the label of one. */
const WIDE = { lane: 26, label: 112, letters: 15 };
const PHONE = { lane: 12, label: 74, letters: 11 };
/** From the boxes to the first such arrow: its head needs the room. */
const TURN = 18;
/** More arrows beside one column than this do not fit a phone. */
const PHONE_LANES = 3;

/** The same flow in one column, or null when too many arrows would run beside it. */
export function layoutPhoneFlow(nodes: FlowNode[], arrows: FlowArrow[]): FlowLayout | null {
  const ranks = new Map(nodes.map((node, index) => [node.id, index]));
  if (arrows.filter((arrow) => isSide(arrow, ranks)).length > PHONE_LANES) return null;
  return place(nodes, arrows, ranks, PHONE);
}

/** Ranks go down the page. */
export function layoutFlow(nodes: FlowNode[], arrows: FlowArrow[]): FlowLayout {
  return place(nodes, arrows, rankNodes(nodes, arrows), WIDE);
}

function place(
  nodes: FlowNode[],
  arrows: FlowArrow[],
  ranks: Map<string, number>,
  room: typeof WIDE,
): FlowLayout {
  const rows: FlowNode[][] = [];
  for (const node of nodes) (rows[ranks.get(node.id) ?? 0] ??= []).push(node);
  const inner = Math.max(...rows.map((row) => row.length * (BOX_WIDTH + GAP_X) - GAP_X));
  const boxes = placeRows(rows, inner);
  const side = arrows.filter((arrow) => isSide(arrow, ranks));
  const labelled = side.some((arrow) => arrow.label);
  const width =
    EDGE * 2 +
    inner +
    (side.length ? TURN + room.lane * (side.length - 1) + 8 + (labelled ? room.label : 0) : 0);
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + EDGE;
  const at = new Map(boxes.map((box) => [box.id, box]));
  const paths = arrows.flatMap((arrow) => {
    const [from, to] = [at.get(arrow.from), at.get(arrow.to)];
    if (!from || !to) return [];
    const lane = side.indexOf(arrow);
    if (lane < 0) return [downPath(from, to, arrow)];
    const beside = EDGE + inner + TURN;
    // Labels stand right of all lanes, or another arrow would cross them.
    const labelX = beside + room.lane * (side.length - 1) + 8;
    return [sidePath(from, to, wrap(arrow.label ?? '', room.letters), beside + room.lane * lane, labelX)];
  });
  return { width, height, boxes, paths };
}

/** Longest way from a start, then as near as possible to what follows; an arrow that closes a circle does not count. */
function rankNodes(nodes: FlowNode[], arrows: FlowArrow[]): Map<string, number> {
  const ranks = new Map<string, number>();
  const order = new Map(nodes.map((node, index) => [node.id, index]));
  const forward = arrows.filter((arrow) => (order.get(arrow.from) ?? 0) < (order.get(arrow.to) ?? 0));
  for (const node of nodes) {
    const above = forward
      .filter((arrow) => arrow.to === node.id)
      .map((arrow) => (ranks.get(arrow.from) ?? 0) + 1);
    ranks.set(node.id, Math.max(0, ...above));
  }
  // A start that only joins further down would else send its arrow past the boxes between.
  for (const node of [...nodes].reverse()) {
    const below = forward
      .filter((arrow) => arrow.from === node.id)
      .map((arrow) => (ranks.get(arrow.to) ?? 0) - 1);
    if (below.length > 0) ranks.set(node.id, Math.min(...below));
  }
  return ranks;
}

function isSide(arrow: FlowArrow, ranks: Map<string, number>): boolean {
  return (ranks.get(arrow.to) ?? 0) - (ranks.get(arrow.from) ?? 0) !== 1;
}

function placeRows(rows: FlowNode[][], inner: number): Box[] {
  const boxes: Box[] = [];
  let y = EDGE;
  for (const row of rows) {
    const sized = row.map((node) => {
      const label = wrap(node.label, 25);
      const note = node.note ? wrap(node.note, 29) : [];
      return { id: node.id, label, note, height: 22 + label.length * LINE + note.length * NOTE_LINE };
    });
    const left = EDGE + (inner - (row.length * (BOX_WIDTH + GAP_X) - GAP_X)) / 2;
    sized.forEach((box, index) => boxes.push({ ...box, x: left + index * (BOX_WIDTH + GAP_X), y }));
    y += Math.max(...sized.map((box) => box.height)) + GAP_Y;
  }
  return boxes;
}

function downPath(from: Box, to: Box, arrow: FlowArrow): Path {
  const [x1, y1] = [from.x + BOX_WIDTH / 2, from.y + from.height];
  const [x2, y2] = [to.x + BOX_WIDTH / 2, to.y - 2];
  const middle = (y1 + y2) / 2;
  const label = arrow.label ? wrap(arrow.label, 24) : [];
  const d = x1 === x2 ? `M${x1} ${y1}V${y2}` : `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
  return {
    d,
    label,
    x: (x1 + x2) / 2,
    y: middle - ((label.length - 1) * NOTE_LINE) / 2 + 4,
    anchor: 'middle',
  };
}

function sidePath(from: Box, to: Box, label: string[], x: number, labelX: number): Path {
  const [x1, y1] = [from.x + BOX_WIDTH, from.y + from.height / 2 + 6];
  const [x2, y2] = [to.x + BOX_WIDTH + 2, to.y + to.height / 2 - 6];
  const turn = y2 < y1 ? -8 : 8;
  const d = `M${x1} ${y1}H${x - 8}Q${x} ${y1} ${x} ${y1 + turn}V${y2 - turn}Q${x} ${y2} ${x - 8} ${y2}H${x2}`;
  return {
    d,
    label,
    x: labelX,
    y: (y1 + y2) / 2 - ((label.length - 1) * NOTE_LINE) / 2 + 4,
    anchor: 'start',
  };
}
