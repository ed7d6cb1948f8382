/** Records that somebody filled into one paragraph before it was broken anew. */

import { cut } from './edit';
import type { Line } from './line';
import { HUGE_LINE, type Repair } from './repair';

const HEADER =
  '[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d [\\w.-]{1,80} [\\w./@-]{1,80}(?:\\[\\d+\\])?: ';
const FIRST = new RegExp(`^${HEADER}`);

/** Only in lines that were put together, and that begin with the same header: elsewhere it is a quotation. */
export const runTogether: Repair = {
  id: 'run-together',
  apply(lines, context) {
    if (!lines.some((line) => line.to > line.from)) return lines;
    return lines.flatMap((line) => {
      if (line.to === line.from || line.text.length > HUGE_LINE || !FIRST.test(line.text)) return [line];
      const starts = [...line.text.matchAll(new RegExp(` (?=${HEADER})`, 'g'))].map(
        (match) => match.index + 1,
      );
      if (starts.length > 0) context.note('run-together', starts.length);
      return [0, ...starts].map((start, i): Line => {
        const part = { ...line };
        cut(part, start, starts[i]);
        return part;
      });
    });
  },
};
