/**
 * Zombies behind a pipe that lost the header: `ps -eo stat,ppid,comm | grep ^Z` prints bare rows, and
 * `… | sort | uniq -c` counts in front of them. The command says what they are.
 */

import { largest } from '../extremes';
import { bareCount, clip, tableLines } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

// … or the states out of /proc/*/status: awk '/^(Name|State)/{…}' /proc/$p/status | sort | uniq -c
const PS = /\bps\s+-?[a-zA-Z]|\/proc\/\S{1,40}\/stat(?:us)?\b/;
const PICKS_ZOMBIES = /\|[^|]*(?:\^Z|\bZ\b|\[Zz?\]|defunct)/;
/** A format that prints the state, of which a pipe has cut the header off. */
const STATES = /\bps\s+(?:-?\w+\s+)*-?\w*o\s*[\w,:.=]*\b(?:stat|state|s)\b.*\|/;
const COUNTS = /\buniq\s+-\w*c/;
const DEAD = /(?:^|\s)Z[sNl+<]{0,3}(?:\s|$)/;

/** Emits `ps.zombies` and `ps.zombie_siblings` for rows whose command picked or counted zombies. */
export function emitZombieRows(parts: readonly PartView[], emit: Emit): void {
  for (const part of parts) {
    const command = clip(part.command ?? '');
    if (!PS.test(command)) continue;
    if (COUNTS.test(command)) emitCounted(part, PICKS_ZOMBIES.test(command), emit);
    else if (PICKS_ZOMBIES.test(command) || STATES.test(command)) emitRows(part, columnsOf(command), emit);
  }
}

//   18544 41877 git          18622 Z
function emitCounted(part: PartView, picked: boolean, emit: Emit): void {
  for (const { line, text } of tableLines(part)) {
    const row = /^\s*(\d{1,7})\s+(\S.{0,80})$/.exec(text);
    if (row && (picked || DEAD.test(row[2]!))) emit('ps.zombies', Number(row[1]), line, row[2]!.trim());
  }
}

// Z      9921 send
function emitRows(part: PartView, columns: readonly string[], emit: Emit): void {
  const at = columns.findIndex((name) => name === 'ppid');
  const parents = new Map<string, number>();
  let count = 0;
  let first: Line | undefined;
  for (const { line, text } of tableLines(part)) {
    if (bareCount(text) !== undefined || !isDead(text, columns)) continue;
    count++;
    first ??= line;
    const parent = at < 0 ? undefined : text.trim().split(/\s+/)[at];
    if (parent) parents.set(parent, (parents.get(parent) ?? 0) + 1);
  }
  if (!first) return;
  emit('ps.zombies', count, first);
  if (parents.size > 0) emit('ps.zombie_siblings', largest(parents.values()), first);
}

/** By the column that the command names; without one, by a `Z` that stands alone. */
function isDead(text: string, columns: readonly string[]): boolean {
  const at = columns.findIndex((name) => /^(?:stat|state|s)$/.test(name));
  return at < 0 ? DEAD.test(text) : /^Z/.test(text.trim().split(/\s+/)[at] ?? '');
}

/** `ps -eo stat,ppid,comm` → its columns. */
function columnsOf(command: string): string[] {
  return (/\bps\s+(?:-?\w+\s+)*-?\w*o\s*([\w,=:.]+)/.exec(command)?.[1] ?? '')
    .split(',')
    .map((name) => name.replace(/[=:].*$/, ''));
}
