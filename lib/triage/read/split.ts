/** Text to physical lines. */

import type { Line } from './line';
import type { RepairContext } from './repair';

/**
 * Cuts at LF. A CR in front of it goes; a CR, a Unicode line separator or NEL inside makes several lines
 * out of one original line (progress bars overwrite themselves with CR; notes apps copy U+2028).
 */
export function splitLines(
  source: number,
  text: string,
  context: RepairContext,
): { lines: Line[]; count: number } {
  const inner = /[\r\u2028\u2029\u0085]/.test(text);
  const lines: Line[] = [];
  let number = 0;
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    // A final line break ends the last line; it does not begin another one.
    if (newline < 0 && start === end && number > 0) break;
    number++;
    if (inner) splitInside(lines, source, text, start, end, number, context);
    else lines.push({ source, from: number, to: number, text: text.slice(start, end), start, map: null });
    start = end + 1;
  }
  return { lines, count: number };
}

function splitInside(
  lines: Line[],
  source: number,
  text: string,
  start: number,
  end: number,
  number: number,
  context: RepairContext,
): void {
  const line = text.slice(start, end);
  const trimmed = line.replace(/\r+$/, '');
  if (trimmed.length < line.length) context.note('crlf');
  const parts = trimmed.split(/[\r\u2028\u2029\u0085]/);
  if (parts.length > 1) context.note('carriage-return');
  let at = start;
  for (const part of parts) {
    if (part !== '' || parts.length === 1) {
      lines.push({ source, from: number, to: number, text: part, start: at, map: null });
    }
    at += part.length + 1;
  }
}
