/** The places with evidence, one after the other: lines that follow each other are one place. */

import type { PartMarks } from './marks';

export interface Stop {
  source: number;
  line: number;
  rank: number;
}

export function stopsOf(parts: readonly PartMarks[]): Stop[] {
  return parts.flatMap(({ lines, ranks, reasons }, source) =>
    lines
      .filter((line, at) => lines[at - 1] !== line - 1 || reasons.has(line))
      .map((line) => ({ source, line, rank: ranks.get(line) ?? 0 })),
  );
}

/** Index of the last stop at or before a line; -1 before the first. */
export function stopAt(stops: readonly Stop[], { source, line }: { source: number; line: number }): number {
  return stops.findLastIndex((stop) => stop.source < source || (stop.source === source && stop.line <= line));
}

/** The stop after or before a line, around the end to the other side; null without any. */
export function nextStop(
  stops: readonly Stop[],
  from: { source: number; line: number } | null,
  by: 1 | -1,
): Stop | null {
  if (stops.length === 0) return null;
  if (!from) return stops.at(by === 1 ? 0 : -1) ?? null;
  const at = stopAt(stops, from);
  const here = stops[at]?.source === from.source && stops[at]?.line === from.line;
  const next = by === 1 ? at + 1 : here ? at - 1 : at;
  return stops[(next + stops.length) % stops.length] ?? null;
}
