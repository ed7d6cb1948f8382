/** Facts of each part: the format reads its own, then versions and names are looked for in every line. */

import type { Fact, FactValue } from './diagnosis';
import { formatOf } from './formats/index';
import type { FormatId } from './formats/ids';
import type { FactName } from './facts/vocabulary';
import type { ParsedLine } from './parsed';
import type { Draft } from './parts-ranges';
import type { Line } from './read/line';
import type { Time } from './time';

/** Calls `facts` of each part's format. One that throws is named in `limits`, and the others go on. */
export function formatFacts(
  drafts: readonly Draft[],
  lines: readonly ParsedLine[],
  now: Time[],
  limits: string[],
): Fact[] {
  const facts: Fact[] = [];
  const views = linesOf(drafts, lines);
  for (const [part, draft] of drafts.entries()) {
    const id = draft.part.format as FormatId;
    const read = formatOf(id).facts;
    const own = views.get(part);
    if (!read || !own) continue;
    const emit = (fact: FactName, value: FactValue, line: Line, subject?: string) => {
      facts.push(factAt(fact, value, part, line, subject));
    };
    try {
      read({ format: id, lines: own, command: draft.command, now: nowFor(own, now) }, emit);
    } catch (error) {
      limits.push(
        `Facts of the ${id} part at line ${draft.part.lines[0]?.[0] ?? 1} could not be read: ${String(error)}`,
      );
    }
  }
  return facts;
}

export function factAt(fact: FactName, value: FactValue, part: number, line: Line, subject?: string): Fact {
  const plain: Fact = { fact, value, part, source: line.source, line: line.from };
  return subject === undefined ? plain : { ...plain, subject };
}

/** Lines by part, for the parts whose format reads facts; the others cost nothing. */
function linesOf(drafts: readonly Draft[], lines: readonly ParsedLine[]): Map<number, ParsedLine[]> {
  const reads = drafts.map((draft) => formatOf(draft.part.format as FormatId).facts !== undefined);
  const views = new Map<number, ParsedLine[]>();
  for (const line of lines) {
    if (!reads[line.part]) continue;
    const own = views.get(line.part);
    if (own) own.push(line);
    else views.set(line.part, [line]);
  }
  return views;
}

/** The end of the paste on the scale that the part itself uses; else on the first scale there is. */
function nowFor(lines: readonly ParsedLine[], now: readonly Time[]): Time | undefined {
  const scale = lines.find((line) => line.time)?.time?.scale;
  return now.find((time) => time.scale === scale) ?? now[0];
}
