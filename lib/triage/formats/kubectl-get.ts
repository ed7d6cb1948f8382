/** Tables of `kubectl get`, with their header or as single rows. */

import { bareCount, clip } from './columns';
import type { Format, LineContext } from './format';
import { countsReplicaSets, emitGetFacts } from './get-facts';
import { fitsGetHeader, getHeader, unmistakableRow } from './get-rows';
import { sayGet } from './get-state';

function fromKubectl(context: LineContext): boolean {
  return context.command !== undefined && /\b(?:kubectl|kc|k|oc)\b.*\bget\b/.test(clip(context.command));
}

export const kubectlGet: Format = {
  id: 'kubectl-get',
  opens: (text) => getHeader(text) !== undefined,

  line(text, context) {
    const row = clip(text);
    const header = getHeader(row);
    if (header) return header.sure || fromKubectl(context) ? 0.95 : 0.5;
    const open = context.header === undefined ? undefined : getHeader(context.header);
    if (open && fitsGetHeader(row, open.columns)) return open.sure ? 0.92 : 0.82;
    if (unmistakableRow(row)) return 0.9;
    if (bareCount(row) !== undefined) return countsReplicaSets(context.command) ? 0.9 : 0;
    return 0;
  },

  facts: emitGetFacts,
  state: sayGet,
};
