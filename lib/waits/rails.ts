/** Arrows between rows as rails beside them: what leaves one row, or enters one row, shares a rail. */

import type { Arrow } from './chain';

export interface Rail {
  /** Column, from 0 next to the rows. */
  lane: number;
  from: number[];
  to: number[];
  sure: boolean;
}

/** Rails that overlap never share a lane; shorter ones stand nearer to the rows. */
export function railsOf(arrows: readonly Arrow[]): { rails: Rail[]; lanes: number } {
  const groups = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const fans = arrows.filter(({ from, sure }) => from === arrow.from && sure === arrow.sure).length > 1;
    const key = `${arrow.sure} ${fans ? `from ${arrow.from}` : `to ${arrow.to}`}`;
    groups.set(key, [...(groups.get(key) ?? []), arrow]);
  }
  const open = [...groups.values()].sort((a, b) => length(a) - length(b) || a[0]!.from - b[0]!.from);
  const rails: Rail[] = [];
  for (const group of open) {
    const [top, bottom] = span(group);
    let lane = 0;
    while (rails.some((rail) => rail.lane === lane && overlaps(rail, top, bottom))) lane++;
    rails.push({
      lane,
      from: [...new Set(group.map(({ from }) => from))],
      to: [...new Set(group.map(({ to }) => to))],
      sure: group[0]!.sure,
    });
  }
  return { rails, lanes: Math.max(0, ...rails.map(({ lane }) => lane + 1)) };
}

function span(arrows: readonly Arrow[]): [top: number, bottom: number] {
  return [Math.min(...arrows.map(({ from }) => from)), Math.max(...arrows.map(({ to }) => to))];
}

function length(arrows: readonly Arrow[]): number {
  const [top, bottom] = span(arrows);
  return bottom - top;
}

/** Rails that meet in one row do not overlap: one enters it above the middle, the other leaves it below. */
function overlaps(rail: Rail, top: number, bottom: number): boolean {
  return Math.min(...rail.from) < bottom && top < Math.max(...rail.to);
}
