/** For tests of formats: pasted text as a part, and how sure the format is of each line. */

import type { FactValue } from '../diagnosis';
import type { FactName } from '../facts/vocabulary';
import type { Format, LineContext, PartView } from './format';
import type { Line } from '../read/line';
import type { Time } from '../time';

export function toLines(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((row, at) => {
    const line: Line = { source: 0, from: at + 1, to: at + 1, text: row, start, map: null };
    start += row.length + 1;
    return line;
  });
}

/** The whole text as one part of this format. */
export function toPart(
  format: Pick<Format, 'id' | 'time'>,
  text: string,
  command?: string,
  now?: Time,
): PartView {
  const lines = toLines(text).map((line) => ({ line, time: format.time?.(line.text, line) }));
  return { format: format.id, lines, command, now };
}

/** `fact@subject` → value, or values where it was emitted more than once. */
export function factsOf(
  format: Format,
  text: string,
  command?: string,
  now?: Time,
): Record<string, FactValue | FactValue[]> {
  const found: Record<string, FactValue | FactValue[]> = {};
  const emit = (fact: FactName, value: FactValue, _line: Line, subject?: string) => {
    const key = subject === undefined ? fact : `${fact}@${subject}`;
    const known = found[key];
    found[key] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  };
  format.facts?.(toPart(format, text, command, now), emit);
  return found;
}

/** Confidence of each line, in the context that the lines before it make. */
export function confidences(format: Format, text: string, command?: string): number[] {
  const context: LineContext = { command };
  return toLines(text).map((line) => {
    if (line.text.trim() === '') {
      context.previous = undefined;
      return 0;
    }
    const sure = format.line(line.text, context, line);
    const mine = sure >= 0.8 || format.continues?.(line.text, context) === true;
    if (sure >= 0.8 && (context.header === undefined || format.opens?.(line.text, context)))
      context.header = line.text;
    context.previous = mine ? format.id : 'plain';
    return mine ? Math.max(sure, 0.8) : sure;
  });
}
