/** First half of `parse`: every line of a source gets a format, by itself and by what stands before it. */

import { formatOf } from './formats/index';
import { isKernel, bodyStart } from './formats/kernel-line';
import { bareCommand, typedCommand } from './formats/shell';
import type { Format } from './formats/format';
import type { FormatId } from './formats/ids';
import { isoTime } from './formats/times';
import {
  BARE_LANE,
  forget,
  isInterleaved,
  isTorn,
  laneOf,
  LOG_LANE,
  newLanes,
  step,
  type Lane,
  type Lanes,
} from './parts-lanes';
import {
  again,
  candidates,
  CONFIDENT,
  continuation,
  firstCode,
  PLAIN,
  recognise,
  type Claim,
} from './parts-recognise';
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
  /** Lines of one lane follow each other, whatever stands between them. */
  lane: number;
}

/** A command without its prompt might be a sentence after all: every signature is tried on it. */
const BARE = 0.7;
/** After so many unclaimed lines a table is over. */
const PATIENCE = 3;

interface State {
  lanes: Lanes;
  /** Formats that claimed recent lines, the latest first: the fast path. */
  recent: Format[];
  /** Format and lane of the line directly before, whosever it was. */
  above: { format: Format; lane: Lane } | undefined;
  command: string | undefined;
  plain: PlainMemory;
}

/** One line while it is looked at. */
interface Look {
  line: Line;
  at: number;
  lane: Lane;
  journal: boolean;
  /** The line has a stamp of the kernel log. */
  kernel: boolean;
  /** Format of the lane's line before, whatever the kernel log's was. */
  previous: FormatId | undefined;
}

/** Gives each line of `doc` a format. Linear in the text; never throws, a throwing format is passed over. */
export function classify(doc: Doc): Mark[] {
  const state: State = {
    lanes: newLanes(),
    recent: [],
    above: undefined,
    command: undefined,
    plain: plainMemory(),
  };
  return doc.lines.map((line, at) => mark(line, at, state));
}

function mark(line: Line, at: number, state: State): Mark {
  const text = line.text;
  const code = firstCode(text);
  const lane = laneOf(state.lanes, line);
  const { context } = lane;
  if (code < 0) {
    lane.before = context.previous = state.above = undefined;
    step(lane, at);
    return { format: undefined, confidence: 0, opens: false, command: state.command, lane: lane.id };
  }
  if (isTorn(lane, at)) forget(lane);
  context.command = state.command;
  const journal = line.envelope?.kind === 'journal';
  const kernel = isKernel(line) || (code === 91 && bodyStart(text) > 0);
  const look: Look = { line, at, lane, journal, kernel, previous: context.previous };
  if (kernel) context.previous = lane.kernel;
  const claim = again(line, state.recent, context) ?? (journal ? undefined : stillPlain(text, lane, state));
  if (claim) return settle(claim, intoLane(claim, look, state), look, state);
  // A prompt ends whatever is open, also a table that would take any row.
  const command = journal ? undefined : typedCommand(text);
  if (command !== undefined) return typed(command, 0.9, look, state);
  const parent = lane.open ?? lane.before;
  const own = recognise(line, candidates(code, journal), context, parent, lane.open !== undefined);
  const asAbove = besides(own, candidates(code, journal), look, state);
  if (asAbove) return settle(asAbove, state.above!.lane, look, state);
  const bare = journal || isSure(own) ? undefined : bareCommand(text);
  if (bare !== undefined) return typed(bare, BARE, look, state);
  return settle(own, intoLane(own, look, state), look, state);
}

const isSure = (claim: Claim): boolean => claim.confidence >= CONFIDENT && !claim.continued;

/** A foreign log goes on as long as nothing is open. */
function stillPlain(text: string, lane: Lane, state: State): Claim | undefined {
  const far = lane.unclaimed >= PATIENCE && !lane.open;
  return far && state.plain.knows(text) ? { format: PLAIN, confidence: 0, continued: true } : undefined;
}

/** A line that its own lane does not explain may continue the one directly above it, a line of another. */
function besides(own: Claim, formats: readonly Format[], look: Look, state: State): Claim | undefined {
  const { above } = state;
  const { lane, line } = look;
  if (lane.id !== BARE_LANE || !above || above.lane === lane) return undefined;
  const interleaved = isInterleaved(lane);
  if (above.lane.id !== LOG_LANE) {
    const explained = interleaved || isSure(own) || own.continued;
    return explained ? undefined : continuation(above.format, line, above.lane.context);
  }
  if (isSure(own) ? own.format === lane.open : own.continued && interleaved) return undefined;
  above.lane.context.command = state.command;
  const claim = recognise(line, formats, above.lane.context, above.format, false);
  return claim.format.stream && claim.format !== PLAIN && (claim.continued || isSure(claim))
    ? claim
    : undefined;
}

/**
 * The lane that a claimed line goes on in. The stamped line of a log leaves a block alone that has been
 * interleaved before: the block goes on behind it.
 */
function intoLane(claim: Claim, { line, lane, at, kernel, previous }: Look, state: State): Lane {
  const { format } = claim;
  const ofKernel = format.id === 'dmesg' || format.id === 'hung-task';
  if (lane.id !== BARE_LANE || !isStamped(claim, line.text, kernel, ofKernel)) {
    step(lane, at);
    return lane;
  }
  const report = previous === 'dmesg' || previous === 'hung-task';
  if (!isInterleaved(lane) || (lane.open === undefined && !(report && !ofKernel))) return lane;
  lane.context.previous = previous;
  return state.lanes.log;
}

/** The line shows by itself that it is a log's: its own format's, or no format's but with a date in front. */
function isStamped(claim: Claim, text: string, kernel: boolean, ofKernel: boolean): boolean {
  if (claim.format === PLAIN) return isoTime(text) !== undefined;
  return claim.format.stream === true && !claim.continued && claim.confidence >= 0.9 && (kernel || !ofKernel);
}

function typed(command: string, confidence: number, { lane, at }: Look, state: State): Mark {
  const shell = formatOf('shell');
  state.command = command;
  lane.context = { previous: 'shell', command };
  lane.open = undefined;
  lane.kernel = undefined;
  lane.answered = false;
  lane.before = shell;
  step(lane, at);
  forget(state.lanes.log);
  if (lane.id === BARE_LANE) state.lanes.named.clear();
  state.above = { format: shell, lane };
  return { format: 'shell', confidence, opens: false, command, lane: lane.id };
}

/** Takes the claim into the lane, for its next line. */
function settle(claim: Claim, lane: Lane, { line, kernel }: Look, state: State): Mark {
  const { format, confidence } = claim;
  const { text } = line;
  let opens = false;
  if (isSure(claim)) {
    if (format.stream) lane.open = lane.context.header = undefined;
    else if (lane.open !== format || format.opens?.(text, lane.context)) {
      // A doubtful line above, such as `== 291967`, was its heading already.
      opens = lane.open === format || lane.before !== format;
      lane.open = format;
      lane.context.header = text;
    }
    remember(format, state);
  }
  if (format === PLAIN) unclaimed(claim, text, lane, state);
  else {
    lane.unclaimed = 0;
    lane.answered = true;
    // The journal of a node is the output of a command that shows logs.
    if (state.above?.format.id === 'shell' && LOGS_SHOWN.test(state.command ?? ''))
      state.above.lane.answered = true;
  }
  if (kernel) lane.kernel = format.id;
  lane.before = format;
  lane.context.previous = format.id;
  state.above = { format, lane };
  return { format: format.id, confidence, opens, command: state.command, lane: lane.id };
}

const LOGS_SHOWN = /journalctl|log|messages|dmesg/;

function unclaimed(claim: Claim, text: string, lane: Lane, state: State): void {
  lane.unclaimed++;
  if (lane.unclaimed >= PATIENCE) lane.open = lane.context.header = undefined;
  // Behind a blank line, or after some lines, prose has taken over from the command's output.
  const apart = lane.before === undefined || lane.unclaimed >= PATIENCE;
  if (lane.answered && apart) state.command = undefined;
  if (!claim.continued) state.plain.note(text);
}

/** Two are kept: interleaved logs come in pairs, and a third would cost every foreign line a question. */
function remember(format: Format, state: State): void {
  if (!format.stream || state.recent[0] === format || format.id === 'journal') return;
  const other = state.recent[0];
  state.recent = other ? [format, other] : [format];
}
