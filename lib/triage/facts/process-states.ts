/**
 * Zombies by `/proc/PID/status`: the line `State: Z (zombie)` once for each process, or counted by `uniq -c`.
 */

import { largest } from '../extremes';
import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

// 4112 State:	Z (zombie)          /proc/981/status:State:	Z (zombie)
const STATE = /^\s*(?:(\d{1,7})\s+)?(?:\S{1,60}:)?State:\s+Z \(zombie\)/;
// PPid:	1
const PARENT = /^\s*(?:\S{1,60}:)?PPid:\s+(\d{1,8})\s*$/;
/** Lines of one `status` file between its state and its parent. */
const APART = 8;

/** Emits `ps.zombies`, and `ps.zombie_siblings` where the parents are shown too. */
export function emitProcessStates(parts: readonly PartView[], emit: Emit): void {
  const dead: Line[] = [];
  const parents = new Map<string, string>();
  for (const { line } of parts.flatMap(({ lines }) => lines)) {
    const text = clip(line.text);
    const state = STATE.exec(text);
    if (state?.[1]) emit('ps.zombies', Number(state[1]), line);
    else if (state) dead.push(line);
    const pid = PARENT.exec(text)?.[1];
    if (pid) parents.set(placeOf(line.source, line.from), pid);
  }
  if (!dead[0]) return;
  emit('ps.zombies', dead.length, dead[0]);
  const most = mostOf(dead.flatMap((line) => parentOf(line, parents) ?? []));
  if (most > 0) emit('ps.zombie_siblings', most, dead[0]);
}

/** The two lines need not stand in one part: `State:` looks like a field of describe. */
function parentOf({ source, from }: Line, parents: ReadonlyMap<string, string>): string | undefined {
  for (let apart = 1; apart <= APART; apart++) {
    const pid = parents.get(placeOf(source, from + apart));
    if (pid) return pid;
  }
  return undefined;
}

const placeOf = (source: number, line: number): string => `${source}:${line}`;

function mostOf(pids: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const pid of pids) counts.set(pid, (counts.get(pid) ?? 0) + 1);
  return largest(counts.values(), 0);
}
