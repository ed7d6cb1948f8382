/**
 * Lines of several programs interleaved: what a line continues is looked for in its own lane, so that the
 * lines of others in between close nothing.
 */

import type { Format, LineContext } from './formats/format';
import type { FormatId } from './formats/ids';
import type { Line } from './read/line';

/** Lines without a prefix that names their program. */
export const BARE_LANE = 0;
/** Logs that stand between lines of the bare lane. */
export const LOG_LANE = 1;

export interface Lane {
  id: number;
  context: LineContext;
  /** Format of the line before, while it stands directly before. */
  before: Format | undefined;
  /** The format whose table, object or report is open. */
  open: Format | undefined;
  /** Format of the last kernel line: its report goes on below lines of other programs. */
  kernel: FormatId | undefined;
  unclaimed: number;
  /** Output of the command was recognised: prose behind it is not the command's any more. */
  answered: boolean;
  /** Index of the last line that counts for the distance to the next. */
  last: number;
  /** How many lines of others stood before each of the last three. */
  gaps: [number, number, number];
}

/** What is believed of a lane of which little was seen. */
const UNKNOWN = 16;
/** So many foreign lines may stand between two lines of a block: a few, or as many as stood there before. */
const FEW = 3;
const TIMES = 4;
const MOST = 200;
/** More programs than this share lanes. */
const LANES = 2000;

export interface Lanes {
  bare: Lane;
  log: Lane;
  /** By host or pod, then by process or container. */
  named: Map<string, Map<string, Lane>>;
  count: number;
}

function laneNo(id: number): Lane {
  return {
    id,
    context: {},
    before: undefined,
    open: undefined,
    kernel: undefined,
    unclaimed: 0,
    answered: false,
    last: -1,
    gaps: [UNKNOWN, UNKNOWN, UNKNOWN],
  };
}

export function newLanes(): Lanes {
  return { bare: laneNo(BARE_LANE), log: laneNo(LOG_LANE), named: new Map(), count: LOG_LANE + 1 };
}

/** The lane of a line: its program's, when a prefix names one. */
export function laneOf(lanes: Lanes, line: Line): Lane {
  const { envelope } = line;
  if (envelope === undefined) return lanes.bare;
  if (envelope.kind === 'journal') return named(lanes, envelope.host ?? '', envelope.process ?? '');
  if (envelope.kind === 'kubectl') return named(lanes, envelope.pod ?? '', envelope.container ?? '');
  return lanes.bare;
}

function named(lanes: Lanes, place: string, program: string): Lane {
  let inside = lanes.named.get(place);
  if (!inside) {
    if (lanes.count > LANES) return lanes.log;
    inside = new Map();
    lanes.named.set(place, inside);
  }
  let lane = inside.get(program);
  if (!lane) {
    if (lanes.count > LANES) return lanes.log;
    lane = laneNo(lanes.count++);
    inside.set(program, lane);
  }
  return lane;
}

/**
 * Whether too many lines of others stand in front of line `at`. A block that came in one piece, or whose
 * lines never stood so far apart, does not go on behind many foreign ones.
 */
export function isTorn({ last, gaps }: Lane, at: number): boolean {
  const gap = at - last - 1;
  return gap > FEW && gap > Math.min(MOST, FEW + TIMES * Math.max(...gaps));
}

/** Line `at` is one of the lane's block, or might be. */
export function step(lane: Lane, at: number): void {
  const gap = at - lane.last - 1;
  const { gaps } = lane;
  if (gap !== gaps[0] || gap !== gaps[1] || gap !== gaps[2]) lane.gaps = [gaps[1], gaps[2], gap];
  lane.last = at;
}

/** Whether lines of others stood between the last lines of the lane, as far as is known. */
export function isInterleaved({ gaps }: Lane): boolean {
  return gaps[0] > 0 || gaps[1] > 0 || gaps[2] > 0;
}

export function forget(lane: Lane): void {
  lane.context.previous = lane.context.header = undefined;
  lane.before = lane.open = undefined;
}
