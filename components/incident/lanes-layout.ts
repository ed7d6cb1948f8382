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
  | { type: 'note'; x: number; y: number; width: number; height: number; lines: string[] }
  | { type: 'arrow'; x: number; to: number; y: number; labelX: number; labelY: number; lines: string[] };
export interface LanesLayout {
  width: number;
  height: number;
  top: number;
  columns: LaneColumn[];
  marks: LaneMark[];
}

/** How much room a drawing has. */
export interface Fit {
  /** As many lanes as possible fit this width at full size. */
  reading: number;
  /** Of one lane. */
  narrowest: number;
  widest: number;
  /** Letters in a line of a lane's name, for its width. */
  name: number;
  /** Labels and notes may stand over neighbouring lanes, because a lane alone is too narrow for words. */
  free: boolean;
}
export const WIDE: Fit = { reading: 704, narrowest: 132, widest: 188, name: 8.6, free: false };
export const PHONE: Fit = { reading: 340, narrowest: 0, widest: 170, name: 8, free: true };

export const STEP = 16;
const CHARACTER = 7;
const EDGE = 8;

export function layoutLanes(lanes: string[], events: LaneEvent[], fit: Fit = WIDE): LanesLayout {
  const room = Math.floor((fit.reading - EDGE * 2) / lanes.length);
  const column = Math.max(fit.narrowest, Math.min(fit.widest, room));
  const width = column * lanes.length + EDGE * 2;
  const columns = lanes.map((lane, index) => ({
    name: wrap(lane, Math.floor(column / fit.name)),
    x: EDGE + column * (index + 0.5),
  }));
  const letters = (space: number) => Math.floor((fit.free ? width - EDGE * 2 : space) / CHARACTER);
  const inside = (x: number, half: number) =>
    fit.free ? Math.max(half + 2, Math.min(width - half - 2, x)) : x;
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
      const lines = wrap(event.label, letters(column - 22));
      const box = { width: fit.free ? textWidth(lines) + 20 : column - 12, height: lines.length * STEP + 14 };
      marks.push({ type: 'note', x: inside(x, box.width / 2), y, ...box, lines });
      y += box.height + 14;
    } else {
      const lines = wrap(event.label, letters(Math.abs(to - x) - 12));
      const labelY = y + 12;
      y += lines.length * STEP + 8;
      marks.push({
        type: 'arrow',
        x,
        to,
        y,
        labelX: inside((x + to) / 2, textWidth(lines) / 2),
        labelY,
        lines,
      });
      y += 20;
    }
  }
  return { width, height: y + 4, top, columns, marks };
}

function textWidth(lines: string[]): number {
  return Math.max(0, ...lines.map((line) => line.length)) * CHARACTER;
}
