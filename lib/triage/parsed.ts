/** What the reading half of the engine hands to the matching half. */

import type { Fact, Part } from './diagnosis';
import type { FormatId } from './formats/ids';
import type { Line } from './read/line';
import type { Time } from './time';

export interface ParsedLine {
  line: Line;
  /** Index into `parts`. */
  part: number;
  format: FormatId;
  /** 0.8 and more counts as confidently classified. */
  confidence: number;
  time?: Time;
}

export interface Frame {
  /** Normalised: no offset, address or module; `sys_sync` for every spelling of the system call. */
  name: string;
  /** Index into `lines`. */
  at: number;
  /** Where the name stands in the line's repaired text. */
  start: number;
  end: number;
}

export interface Stack {
  part: number;
  /** `proc` from /proc/PID/stack, `trace` from a kernel report, `go` from a goroutine dump. */
  kind: 'proc' | 'trace' | 'go';
  task?: string;
  pid?: number;
  /** Outermost first. Generic frames stay; matchers decide. */
  frames: Frame[];
}

export interface Parsed {
  parts: Part[];
  lines: ParsedLine[];
  facts: Fact[];
  stacks: Stack[];
  /** Latest moment of the paste, per scale. */
  now: Time[];
  /** One sentence about the state that a part shows, in the order of the parts. */
  states: string[];
  limits: string[];
}
