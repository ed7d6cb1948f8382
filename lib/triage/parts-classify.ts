/** First half of `parse`: every line of a source gets a format, by itself and by what stands before it. */

import { formatOf } from './formats/index';
import { isKernel, bodyStart } from './formats/kernel-line';
import { bareCommand, typedCommand } from './formats/shell';
import type { Format, LineContext } from './formats/format';
import type { FormatId } from './formats/ids';
import { again, candidates, CONFIDENT, firstCode, PLAIN, recognise, type Claim } from './parts-recognise';
import { plainMemory, type PlainMemory } from './parts-plain';
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

/** A command without its prompt might be a sentence after all: every signature is tried on it. */
const BARE = 0.7;
/** After so many unclaimed lines a table is over. */
const PATIENCE = 3;

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
  /** Output of the command was recognised: prose behind it is not the command's any more. */
  answered: boolean;
  plain: PlainMemory;
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
    answered: false,
    plain: plainMemory(),
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
  let claim = again(line, state.recent, state.context) ?? (journal ? undefined : stillPlain(text, state));
  if (!claim) {
    // A prompt ends whatever is open, also a table that would take any row.
    const command = journal ? undefined : typedCommand(text);
    if (command !== undefined) return typed(command, 0.9, state);
    claim = recognise(
      line,
      candidates(code, journal),
      state.context,
      state.open ?? state.before,
      state.open !== undefined,
    );
    const doubtful = claim.continued || claim.confidence < CONFIDENT;
    const bare = journal || !doubtful ? undefined : bareCommand(text);
    if (bare !== undefined) return typed(bare, BARE, state);
  }
  if (kernel) state.kernel = claim.format.id;
  return settle(claim, text, state);
}

/** A foreign log goes on as long as nothing is open. */
function stillPlain(text: string, state: State): Claim | undefined {
  const far = state.unclaimed >= PATIENCE && !state.open;
  return far && state.plain.knows(text) ? { format: PLAIN, confidence: 0, continued: true } : undefined;
}

function typed(command: string, confidence: number, state: State): Mark {
  const shell = formatOf('shell');
  state.context = { previous: 'shell', command };
  state.open = undefined;
  state.kernel = undefined;
  state.answered = false;
  state.before = shell;
  return { format: 'shell', confidence, opens: false, command };
}

/** Takes the claim into the state, for the next line. */
function settle(claim: Claim, text: string, state: State): Mark {
  const { format, confidence } = claim;
  const sure = confidence >= CONFIDENT && !claim.continued;
  let opens = false;
  if (sure) {
    if (format.stream) state.open = state.context.header = undefined;
    else if (state.open !== format || format.opens?.(text, state.context)) {
      // A doubtful line above, such as `== 291967`, was its heading already.
      opens = state.open === format || state.before !== format;
      state.open = format;
      state.context.header = text;
    }
    remember(format, state);
  }
  if (format === PLAIN) unclaimed(claim, text, state);
  else {
    state.unclaimed = 0;
    state.answered = true;
  }
  state.before = format;
  state.context.previous = format.id;
  return { format: format.id, confidence, opens, command: state.context.command };
}

function unclaimed(claim: Claim, text: string, state: State): void {
  state.unclaimed++;
  if (state.unclaimed >= PATIENCE) state.open = state.context.header = undefined;
  // Behind a blank line, or after some lines, prose has taken over from the command's output.
  const apart = state.before === undefined || state.unclaimed >= PATIENCE;
  if (state.answered && apart) state.context.command = undefined;
  if (!claim.continued) state.plain.note(text);
}

/** Two are kept: interleaved logs come in pairs, and a third would cost every foreign line a question. */
function remember(format: Format, state: State): void {
  if (!format.stream || state.recent[0] === format || format.id === 'journal') return;
  const other = state.recent[0];
  state.recent = other ? [format, other] : [format];
}
