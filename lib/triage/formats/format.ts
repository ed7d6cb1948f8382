/** What one format file offers. The list of all formats is `formats/index.ts`. */

import type { FactName } from '../facts/vocabulary';
import type { FactValue } from '../diagnosis';
import type { Line } from '../read/line';
import type { Time } from '../time';
import type { FormatId } from './ids';

/** What a format may look at besides the line itself. Only backwards: one pass, streams too. */
export interface LineContext {
  /** Format given to the line before; undefined at the start and after a blank line. */
  previous?: FormatId;
  /** The header line of the table, describe output or report that is open, if its format opened one. */
  header?: string;
  /** The last shell command seen in front of this output, without its prompt: `cat /proc/291967/stack`. */
  command?: string;
}

/** A line of a part, handed to `facts`. */
export interface PartLine {
  line: Line;
  time?: Time;
}

export interface PartView {
  format: FormatId;
  lines: PartLine[];
  /** The shell command in front of the part, if the paste shows one. */
  command?: string;
  /** The latest moment that the whole paste shows: "now" for everything derived from time. */
  now?: Time;
}

export type Emit = (fact: FactName, value: FactValue, line: Line, subject?: string) => void;

export interface Format {
  id: FormatId;
  /**
   * Characters with which a line of this format begins, leading spaces aside; absent: any. It only saves
   * time: `line` is not asked about other lines. Lines with a journal prefix are exempt.
   */
  starts?: string;
  /** Set on logs: an interrupted part is taken up again, and lines of other logs may stand between. */
  stream?: boolean;
  /**
   * Whether this line opens a table, an object or a report, hence a new part and a new `header`.
   * Absent: the first confident line after another format or a command does.
   */
  opens?(text: string, context: LineContext): boolean;
  /**
   * How sure this line alone, in its context, makes us: 0 (not mine) to 1 (nothing else prints this).
   * 0.8 and more counts as confidently classified.
   */
  line(text: string, context: LineContext, line: Line): number;
  /** Whether a line that nobody claims continues a part of this format (table rows, indented fields). */
  continues?(text: string, context: LineContext): boolean;
  /** The moment the line was printed. */
  time?(text: string, line: Line): Time | undefined;
  /** Reads facts out of a whole part. Never throws; unknown columns are skipped. */
  facts?(part: PartView, emit: Emit): void;
  /** One sentence about the state the part shows, for the digest; undefined when there is nothing to say. */
  state?(part: PartView): string | undefined;
}
