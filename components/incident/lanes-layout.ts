/** Where the lanes and events of a sequence stand: one column a lane, time downwards, one row an event. */

import { wrap } from './wrap';

export interface LaneEvent {
  lane: string;
  at: number;
  label: string;
  to?: string;
}
export interface LaneColumn {
  name: string[];
  x: number;
}
export type LaneMark =
  | { type: 'note'; x: number; y: number; height: number; lines: string[] }
  | { type: 'arrow'; x: number; to: number; y: number; labelX: number; labelY: number; lines: string[] };
export interface LanesLayout {
  /** Width of a note. */
  note: number;
  width: number;
  height: number;
  top: number;
  columns: LaneColumn[];
  marks: LaneMark[];
}

export const STEP = 16;
const WIDEST = 188;
/** As many lanes as possible fit the reading column at full size. */
const READING = 704;
const NARROWEST = 132;
const CHARACTER = 7;
const EDGE = 8;

export function layoutLanes(lanes: string[], events: LaneEvent[]): LanesLayout {
  const column = Math.max(NARROWEST, Math.min(WIDEST, Math.floor((READING - EDGE * 2) / lanes.length)));
  const note = column - 12;
  const columns = lanes.map((lane, index) => ({
    name: wrap(lane, Math.floor(column / 8.6)),
    x: EDGE + column * (index + 0.5),
  }));
  const xOf = (lane: string) => columns[lanes.indexOf(lane)]?.x;
  const top = 14 + Math.max(...columns.map((column) => column.name.length)) * 18;
  const marks: LaneMark[] = [];
  let y = top + 16;
  // Equal `at` keeps the author's order; a row each, so that labels never collide.
  for (const event of [...events].sort((a, b) => a.at - b.at)) {
    const x = xOf(event.lane);
    if (x === undefined) continue;
    const to = event.to === undefined ? undefined : xOf(event.to);
    if (to === undefined || to === x) {
      const lines = wrap(event.label, Math.floor((note - 10) / CHARACTER));
      const height = lines.length * STEP + 14;
      marks.push({ type: 'note', x, y, height, lines });
      y += height + 14;
    } else {
      const lines = wrap(event.label, Math.floor((Math.abs(to - x) - 12) / CHARACTER));
      const labelY = y + 12;
      y += lines.length * STEP + 8;
      marks.push({ type: 'arrow', x, to, y, labelX: (x + to) / 2, labelY, lines });
      y += 20;
    }
  }
  return { note, width: column * lanes.length + EDGE * 2, height: y + 4, top, columns, marks };
}
