/** Event tables: the Events section of describe, and `kubectl get events` of every age. */

import { clip } from './columns';
import { emitEventFacts, sayEvents } from './event-facts';
import { isEventHeader, parseEventRow } from './event-rows';
import type { Format, LineContext } from './format';

/** The section's label, on its own when only the events were copied. */
const LABEL = /^\s*Events:\s*(?:<none>\s*)?$/;

const RULE = /^\s*-{4,}(?:\s+-{3,})+\s*$/;

function inTable(context: LineContext): boolean {
  return context.previous === 'events' || (context.header !== undefined && isEventHeader(context.header));
}

export const events: Format = {
  id: 'events',
  starts: 'ETFLN-W<abcdefghijklmnopqrstuvwxyz0123456789',
  // `Events:` has opened the table already.
  opens: (text, context) => isEventHeader(text) && !LABEL.test(context.header ?? ''),

  line(text, context) {
    const row = clip(text);
    const first = row.trimStart()[0] ?? '';
    if (isEventHeader(row)) return 0.97;
    if (LABEL.test(row)) return context.previous === 'kubectl-describe' ? 0 : 0.85;
    const table = inTable(context);
    if (first === '-') return table && RULE.test(row) ? 0.9 : 0;
    const parsed = parseEventRow(row);
    if (!parsed) return 0;
    if (table) return 0.95;
    // Without a header, a sentence such as "Warning about 3m …" must not pass: reasons are CamelCase.
    return /^[A-Z][A-Za-z]+$/.test(parsed.reason) && /^\S/.test(parsed.message) ? 0.9 : 0.5;
  },

  // A message with line breaks in it goes on at the margin of its column.
  continues(text, context) {
    return inTable(context) && /^\s{4,}\S/.test(clip(text));
  },

  time(text) {
    const row = parseEventRow(text);
    if (!row || row.age.last === undefined) return undefined;
    return { ms: -Math.round(row.age.last * 1000) || 0, scale: 'age', text: row.ageText };
  },

  facts: emitEventFacts,
  state: sayEvents,
};
