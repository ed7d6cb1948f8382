/** What people and tools put around every physical line of a paste. */

import { fences } from './fences';
import { indentation } from './indentation';
import type { Line } from './line';
import { numbers } from './numbers';
import { prefixes } from './prefixes';
import { quotes } from './quotes';
import type { Repair, RepairContext } from './repair';

/** A repair by neighbours: changes lines in place and says how many. */
export interface Around {
  id: string;
  apply(lines: Line[], context: RepairContext): number;
}

/**
 * Fences first: they bound the block that the others judge. Quotes and indentation hide line numbers, and
 * numbers hide everything else; so the list is gone through again until nothing is left to take off.
 */
const AROUND: readonly Around[] = [fences, quotes, indentation, numbers, prefixes];
const ROUNDS = 3;

export const around: Repair = {
  id: 'around',
  apply(lines, context) {
    for (let round = 0; round < ROUNDS; round++) {
      let changed = 0;
      for (const row of AROUND) {
        const count = row.apply(lines, context);
        if (count > 0) context.note(row.id, count);
        changed += count;
      }
      if (changed === 0) break;
    }
    return lines;
  },
};
