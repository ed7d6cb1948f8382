/**
 * `ps auxfww | grep curl -c` prints 19782, and the rows below it are all `Z … [curl]`: then 19782 are zombies.
 * The count alone also counts live processes and grep itself.
 */

import { countedBy } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import { groupedBy } from '../grouped-by';
import { countKind, countedName, zombiesOf } from '../formats/ps-facts';
import { psRows } from '../formats/ps-rows';

/** Share of the rows shown that must be zombies for the count to be read as one of zombies. */
const MOSTLY = 0.8;

/** Emits `ps.zombies` for counts of a name whose rows elsewhere in the paste are zombies. */
export function emitCountedZombies(parts: readonly PartView[], emit: Emit): void {
  const own = parts.filter((part) => part.format === 'ps');
  const counts = own.flatMap((part) => countedBy(part, (command) => countKind(command) === 'matching'));
  if (counts.length === 0) return;
  const rows = own.flatMap((part) => psRows(part));
  const named = groupedBy(rows, (row) => row.name);
  const dead = groupedBy(zombiesOf(rows), (row) => row.name);
  for (const { count, command, line } of counts) {
    const name = countedName(command);
    const all = named.get(name ?? '')?.length ?? 0;
    const zombies = dead.get(name ?? '')?.length ?? 0;
    if (zombies > 0 && zombies >= MOSTLY * all && count >= zombies) emit('ps.zombies', count, line, name);
  }
}
