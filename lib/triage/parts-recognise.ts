/** Which format claims a line: the formats are asked, the surest wins, and neighbours explain the rest. */

import { FORMATS_IN_ORDER, formatOf } from './formats/index';
import type { Format, LineContext } from './formats/format';
import type { Line } from './read/line';

export const CONFIDENT = 0.8;
/** So sure is a format of its own head that no other needs to be asked. */
const CERTAIN = 0.9;
/** A line that only its neighbours explain: in an open table as good as recognised, in a log a guess. */
const CONTINUED = { table: 0.8, log: 0.6 };
/** Less than this is noise. */
const WORTH = 0.4;

export interface Claim {
  format: Format;
  confidence: number;
  /** The format did not recognise the line; the lines before it did. */
  continued: boolean;
}

export const PLAIN = formatOf('plain');
/** Prompts are looked for before, and `plain` is what is left. */
const ASKED = FORMATS_IN_ORDER.filter((format) => format.id !== 'shell' && format !== PLAIN);
const LOGS = ASKED.filter((format) => format.stream || format.id === 'goroutines');
const BY_FIRST = Array.from({ length: 128 }, (_, code) => startingWith(String.fromCharCode(code)));
const ANY_FIRST = ASKED.filter((format) => format.starts === undefined);

function startingWith(first: string): Format[] {
  return ASKED.filter((format) => format.starts === undefined || format.starts.includes(first));
}

/** Code of the first character that is no blank; -1 on a blank line. */
export function firstCode(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13) return code;
  }
  return -1;
}

/** Formats worth asking about a line that begins so; a journal holds logs only. */
export function candidates(code: number, journal: boolean): readonly Format[] {
  if (journal) return LOGS;
  return code < 128 ? BY_FIRST[code]! : ANY_FIRST;
}

/** The fast path: the logs of the lines before are asked first. */
export function again(line: Line, recent: readonly Format[], context: LineContext): Claim | undefined {
  for (const format of recent) {
    const confidence = ask(format, line, context);
    if (confidence >= CERTAIN) return { format, confidence, continued: false };
  }
  return undefined;
}

/** `parent` is the format that the line would continue, and `table` whether that one has a table or object open. */
export function recognise(
  line: Line,
  formats: readonly Format[],
  context: LineContext,
  parent: Format | undefined,
  table: boolean,
): Claim {
  let best = PLAIN;
  let most = 0;
  for (const format of formats) {
    const confidence = ask(format, line, context);
    if (confidence <= most) continue;
    best = format;
    most = confidence;
    // Logs stand first in the order and know their own stamp: no table is asked about them.
    if (format.stream && confidence >= CERTAIN && format.id !== 'journal') break;
  }
  if (most >= CONFIDENT) return { format: best, confidence: most, continued: false };
  if (parent && goesOn(parent, line.text, context)) {
    return { format: parent, confidence: table ? CONTINUED.table : CONTINUED.log, continued: true };
  }
  if (most >= WORTH) return { format: best, confidence: most, continued: false };
  return { format: PLAIN, confidence: 0, continued: false };
}

/** A format that throws does not claim the line. */
function ask(format: Format, line: Line, context: LineContext): number {
  try {
    return format.line(line.text, context, line);
  } catch {
    return 0;
  }
}

/** The line as a continuation of a log's line above it; undefined when it is none. */
export function continuation(format: Format, line: Line, context: LineContext): Claim | undefined {
  if (!goesOn(format, line.text, context)) return undefined;
  return { format, confidence: CONTINUED.log, continued: true };
}

function goesOn(format: Format, text: string, context: LineContext): boolean {
  try {
    return format.continues?.(text, context) ?? false;
  } catch {
    return false;
  }
}
