/** Facts of each part: the format reads its own, then versions and names are looked for in every line. */

import type { Fact, FactValue } from './diagnosis';
import { formatOf } from './formats/index';
import type { Emit, PartView } from './formats/format';
import { caseFacts } from './facts/derived';
import type { FormatId } from './formats/ids';
import type { FactName } from './facts/vocabulary';
import type { ParsedLine } from './parsed';
import type { Draft } from './parts-ranges';
import type { Line } from './read/line';
import type { Time } from './time';

export interface Read {
  facts: Fact[];
  /** What `state` of the formats says, in the order of the parts. */
  states: string[];
}

/**
 * What each part's format reads out of it, then what the parts say together. A reader that throws is named
 * in `limits`, and the others go on.
 */
export function readParts(
  drafts: readonly Draft[],
  lines: readonly ParsedLine[],
  now: readonly Time[],
  limits: string[],
): Read {
  const views = viewsOf(drafts, lines, now);
  const facts: Fact[] = [];
  const states: string[] = [];
  const emitTo = (part: number) => (fact: FactName, value: FactValue, line: Line, subject?: string) => {
    facts.push(factAt(fact, value, part, line, subject));
  };
  const tried = (what: string, read: () => void) => {
    try {
      read();
    } catch (error) {
      limits.push(`${what} could not be read: ${String(error)}`);
    }
  };
  for (const [part, view] of views.entries()) {
    const { facts: read, state } = formatOf(view.format);
    const where = `the ${view.format} part at line ${view.lines[0]?.line.from ?? 1}`;
    if (read) tried(`Facts of ${where}`, () => read(view, emitTo(part)));
    if (state)
      tried(`The state of ${where}`, () =>
        states.push(...[state(view)].filter((said) => said !== undefined)),
      );
  }
  // Facts that need several parts belong to the part that their line stands in.
  let partOf: Map<Line, number> | undefined;
  const emit: Emit = (fact, value, line, subject) => {
    // Most pastes say nothing together, and a large one has many lines.
    partOf ??= new Map(lines.map((parsed) => [parsed.line, parsed.part]));
    emitTo(partOf.get(line) ?? 0)(fact, value, line, subject);
  };
  caseFacts(views, lines, emit, (read) => tried('What the parts say together', read));
  return { facts, states };
}

export function factAt(fact: FactName, value: FactValue, part: number, line: Line, subject?: string): Fact {
  const plain: Fact = { fact, value, part, source: line.source, line: line.from };
  return subject === undefined ? plain : { ...plain, subject };
}

function viewsOf(drafts: readonly Draft[], lines: readonly ParsedLine[], now: readonly Time[]): PartView[] {
  const own: ParsedLine[][] = drafts.map(() => []);
  for (const line of lines) own[line.part]?.push(line);
  return drafts.map((draft, part) => {
    const latest = nowFor(own[part]!, now);
    return {
      format: draft.part.format as FormatId,
      lines: own[part]!,
      ...(draft.command ? { command: draft.command } : {}),
      ...(latest ? { now: latest } : {}),
    };
  });
}

/** The end of the paste on the scale that the part itself uses; else on the first scale there is. */
function nowFor(lines: readonly ParsedLine[], now: readonly Time[]): Time | undefined {
  const scale = lines.find((line) => line.time)?.time?.scale;
  return now.find((time) => time.scale === scale) ?? now[0];
}
