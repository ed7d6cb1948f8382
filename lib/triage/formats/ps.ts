/** ps in its many spellings: aux, auxfww trees, -ef, -eo stat…, and counts made from it. */

import { bareCount, clip } from './columns';
import type { Format, LineContext } from './format';
import { countKind, emitPsFacts, sayPs } from './ps-facts';
import { fitsHeader, psHeader, psShape } from './ps-rows';

function headerOf(context: LineContext): string[] | undefined {
  return context.header === undefined ? undefined : psHeader(context.header);
}

/** The command prints ps rows or a number made from them. */
function fromPs(context: LineContext): boolean {
  return context.command !== undefined && /\bps\s+-?[a-z]/i.test(clip(context.command));
}

export const ps: Format = {
  id: 'ps',

  opens: (text) => psHeader(clip(text)) !== undefined,

  line(text, context) {
    const row = clip(text);
    if (psHeader(row)) return 0.96;
    const names = headerOf(context);
    if (names && fitsHeader(row, names)) return 0.93;
    const shape = psShape(row);
    if (shape === 'row') return 0.93;
    if (shape === 'tree') return 0.88;
    if (shape === 'counted') return row.includes('<defunct>') || fromPs(context) ? 0.9 : 0;
    if (bareCount(row) !== undefined)
      return countKind(context.command) || countKind(context.header) ? 0.92 : 0;
    // ps axo stat= | grep Z | wc -l, without its prompt
    if (/^\s*ps\s/.test(row) && countKind(row)) return 0.85;
    // The single letters of `ps -eo stat=`.
    if (fromPs(context) && /^\s*[DRSTtWXZI][<NLsl+]*\s*$/.test(row)) return 0.85;
    return row.includes('<defunct>') ? 0.7 : 0;
  },

  // Rows that somebody cut out of a table: `...`
  continues(text, context) {
    return context.previous === 'ps' && /^\s*(?:\.{3}|…)\s*$/.test(clip(text));
  },

  facts: emitPsFacts,
  state: sayPs,
};
