/** First half of `parse`: every line of a source gets a format, by itself and by what stands before it. */

import { FORMATS_IN_ORDER, formatOf } from './formats/index';
import { isKernel, bodyStart } from './formats/kernel-line';
import { typedCommand } from './formats/shell';
import type { Format, LineContext } from './formats/format';
import type { FormatId } from './formats/ids';
import type { Doc, Line } from './read/line';

/** What is known of one line after the first pass. */
export interface Mark {
  /** Undefined on a blank line. */
  format: FormatId | undefined;
  confidence: number;
  /** The line opens a table, an object or a report. */
  opens: boolean;
  /** The command whose output the line is. */
  command: string | undefined;
}

export const CONFIDENT = 0.8;
/** So sure is a format of its own head that no other needs to be asked. */
const CERTAIN = 0.9;
/** A line that only its neighbours explain: in an open table as good as recognised, in a log a guess. */
const CONTINUED = { table: 0.8, log: 0.6 };
/** Less than this is noise. */
const WORTH = 0.4;
/** After so many unclaimed lines a table is over. */
const PATIENCE = 3;

const LOGS = FORMATS_IN_ORDER.filter((format) => format.stream || format.id === 'goroutines');
const BY_FIRST = Array.from({ length: 128 }, (_, code) => startingWith(String.fromCharCode(code)));
const ANY_FIRST = FORMATS_IN_ORDER.filter((format) => format.starts === undefined);

function startingWith(first: string): Format[] {
  return FORMATS_IN_ORDER.filter((format) => format.starts === undefined || format.starts.includes(first));
}

function firstCode(text: string): number {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13) return code;
  }
  return -1;
}

interface State {
  context: LineContext;
  /** Formats that claimed recent lines, the latest first: the fast path. */
  recent: Format[];
  /** Format of the line before, while it stands directly before. */
  before: Format | undefined;
  /** The format whose table, object or report is open. */
  open: Format | undefined;
  /** Format of the last kernel line: its report goes on below lines of other programs. */
  kernel: FormatId | undefined;
  unclaimed: number;
}

/** Gives each line of `doc` a format. Linear in the text; never throws, a throwing format is passed over. */
export function classify(doc: Doc): Mark[] {
  const state: State = {
    context: {},
    recent: [],
    before: undefined,
    open: undefined,
    kernel: undefined,
    unclaimed: 0,
  };
  return doc.lines.map((line) => mark(line, state));
}

function mark(line: Line, state: State): Mark {
  const text = line.text;
  const code = firstCode(text);
  if (code < 0) {
    state.before = undefined;
    state.context.previous = undefined;
    return { format: undefined, confidence: 0, opens: false, command: state.context.command };
  }
  const journal = line.envelope?.kind === 'journal';
  const kernel = isKernel(line) || (code === 91 && bodyStart(text) > 0);
  if (kernel) state.context.previous = state.kernel;
  let claim = again(text, line, state);
  if (!claim) {
    // A prompt ends whatever is open, also a table that would take any row.
    const command = journal ? undefined : typedCommand(text);
    if (command !== undefined) return typed(command, state);
    claim = recognise(text, line, journal ? LOGS : code < 128 ? BY_FIRST[code]! : ANY_FIRST, state);
  }
  if (kernel) state.kernel = claim.format.id;
  return settle(claim, text, state);
}

/** The fast path: the logs of the lines before are asked first. */
function again(text: string, line: Line, state: State): Claim | undefined {
  for (const format of state.recent) {
    const confidence = ask(format, text, state.context, line);
    if (confidence >= CERTAIN) return { format, confidence, continued: false };
  }
  return undefined;
}

function typed(command: string, state: State): Mark {
  const shell = formatOf('shell');
  state.context = { previous: 'shell', command };
  state.open = undefined;
  state.kernel = undefined;
  state.before = shell;
  return { format: 'shell', confidence: 0.9, opens: false, command };
}

interface Claim {
  format: Format;
  confidence: number;
  /** The format did not recognise the line; the lines before it did. */
  continued: boolean;
}

function recognise(text: string, line: Line, candidates: readonly Format[], state: State): Claim {
  const { context } = state;
  let best: Format | undefined;
  let most = 0;
  for (const format of candidates) {
    const confidence = ask(format, text, context, line);
    if (confidence > most) {
      best = format;
      most = confidence;
    }
  }
  if (best && most >= CONFIDENT) return { format: best, confidence: most, continued: false };
  const parent = state.open ?? state.before;
  if (parent && goesOn(parent, text, context)) {
    const confidence = state.open ? CONTINUED.table : CONTINUED.log;
    return { format: parent, confidence, continued: true };
  }
  if (best && most >= WORTH) return { format: best, confidence: most, continued: false };
  return { format: formatOf('plain'), confidence: 0, continued: false };
}

function ask(format: Format, text: string, context: LineContext, line: Line): number {
  try {
    return format.line(text, context, line);
  } catch {
    return 0;
  }
}

function goesOn(format: Format, text: string, context: LineContext): boolean {
  try {
    return format.continues?.(text, context) ?? false;
  } catch {
    return false;
  }
}

/** Takes the claim into the state, for the next line. */
function settle(claim: Claim, text: string, state: State): Mark {
  const { format, confidence } = claim;
  const sure = confidence >= CONFIDENT && !claim.continued;
  let opens = false;
  if (sure) {
    if (format.stream) state.open = state.context.header = undefined;
    else if (state.open !== format || format.opens?.(text, state.context)) {
      opens = true;
      state.open = format;
      state.context.header = text;
    }
    remember(format, state);
  }
  state.unclaimed = format.id === 'plain' ? state.unclaimed + 1 : 0;
  if (state.unclaimed >= PATIENCE) state.open = state.context.header = undefined;
  state.before = format;
  state.context.previous = format.id;
  return { format: format.id, confidence, opens, command: state.context.command };
}

/** Two are kept: interleaved logs come in pairs, and a third would cost every foreign line a question. */
function remember(format: Format, state: State): void {
  if (!format.stream || state.recent[0] === format || format.id === 'journal') return;
  const other = state.recent[0];
  state.recent = other ? [format, other] : [format];
}
