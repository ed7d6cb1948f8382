/** Who waits for whom, as rows with arrows between them, from the stacks of a paste. */

import type { Wait } from '../triage/diagnosis';

export type Row =
  | { type: 'task'; wait: Wait }
  /** What tasks wait for: a lock, a server, a disk. */
  | { type: 'thing'; id: string; words: string; waiting: number; behind: string[] }
  /** Somebody must be there whose stack was not pasted. */
  | { type: 'unseen'; words: string };

export interface Arrow {
  /** Indexes of rows; arrows point downwards. */
  from: number;
  to: number;
  /** Read from a stack; what is not sure is likely because of what both are. */
  sure: boolean;
}

export interface Chain {
  rows: Row[];
  arrows: Arrow[];
}

/** The init of a PID namespace, which ends when all others have ended. */
const NAMESPACE = 'namespace';
/** These say that a task waits, and not for what. */
const BARE = ['exit', 'child'];
/** What writes to every disk or mount hangs with the one that hangs. */
const WRITERS = ['sync-all', 'sync-one', 'fsync', 'dirty-pages', 'mount'];
const STORES = ['ceph', 'nfs', 'smb', 'fuse', 'ext4', 'xfs', 'btrfs', 'device-mapper', 'block-device'];

const UNSEEN = 'The other processes of the namespace: no stack of them was pasted';

/** Null when no stack says what its task waits for. */
export function chainOf(waits: readonly Wait[]): Chain | null {
  if (waits.every((wait) => BARE.includes(wait.for))) return null;
  const inits = waits.filter((wait) => wait.for === NAMESPACE);
  const others = waits.filter((wait) => wait.for !== NAMESPACE);
  const things = [...new Set(others.map((wait) => wait.for))].sort((a, b) => depth(a) - depth(b));
  const rows: Row[] = inits.map((wait) => ({ type: 'task', wait }));
  for (const id of things) {
    const own = others.filter((wait) => wait.for === id);
    rows.push(...own.map((wait): Row => ({ type: 'task', wait })));
    rows.push({
      type: 'thing',
      id,
      words: own[0]!.words,
      waiting: own.reduce((sum, { count }) => sum + count, 0),
      behind: WRITERS.includes(id)
        ? others.filter((wait) => STORES.includes(wait.for)).map(({ words }) => words)
        : [],
    });
  }
  if (inits.length > 0 && others.length === 0) rows.push({ type: 'unseen', words: UNSEEN });
  return { rows, arrows: arrowsOf(rows) };
}

/** Writers stand above the stores that may hold them up. */
function depth(id: string): number {
  return WRITERS.includes(id) ? 0 : STORES.includes(id) ? 2 : 1;
}

function arrowsOf(rows: readonly Row[]): Arrow[] {
  const arrows: Arrow[] = [];
  rows.forEach((row, from) => {
    rows.forEach((other, to) => {
      if (to <= from) return;
      const sure = surely(row, other);
      if (sure || perhaps(row, other)) arrows.push({ from, to, sure });
    });
  });
  return arrows;
}

function surely(row: Row, other: Row): boolean {
  return row.type === 'task' && other.type === 'thing' && row.wait.for === other.id;
}

/** An init waits for the others, but the paste does not say that they are of its namespace. */
function perhaps(row: Row, other: Row): boolean {
  if (row.type === 'task' && row.wait.for === NAMESPACE)
    return other.type === 'unseen' || (other.type === 'task' && other.wait.for !== NAMESPACE);
  return (
    row.type === 'thing' && other.type === 'thing' && WRITERS.includes(row.id) && STORES.includes(other.id)
  );
}
