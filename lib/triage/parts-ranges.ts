/** From marked lines to parts: lists of line ranges of one format. */

import type { Part } from './diagnosis';
import { formatOf } from './formats/index';
import type { FormatId } from './formats/ids';
import type { ParsedLine } from './parsed';
import type { Mark } from './parts-classify';
import type { Doc } from './read/line';

/** A part under construction. */
export interface Draft {
  part: Part;
  /** The command in front of it, if the paste shows one. */
  command: string | undefined;
  /** Last line of it, trailing blank lines included: what begins right behind goes on in the same range. */
  reach: number;
  sum: number;
  count: number;
}

/** Appends the parts and lines of `doc` to `drafts` and `lines`. */
export function build(doc: Doc, marks: readonly Mark[], drafts: Draft[], lines: ParsedLine[]): void {
  /** The part of each log that the next line of it goes on in, since the last command. */
  const streams = new Map<FormatId, number>();
  /** The part that each lane goes on in. */
  const lanes = new Map<number, number>();
  let current = -1;
  const first = lines.length;
  for (const [at, line] of doc.lines.entries()) {
    const mark = marks[at]!;
    const { format, confidence } = mark;
    if (format === undefined) {
      if (current >= 0) drafts[current]!.reach = line.to;
      lines.push({ line, part: current, format: 'plain', confidence: 0 });
      continue;
    }
    if (format === 'shell') for (const id of streams.keys()) if (id !== 'shell') streams.delete(id);
    const stream = formatOf(format).stream === true;
    const going = stream ? streams.get(format) : lanes.get(mark.lane);
    const goesOn =
      going !== undefined && going >= 0 && drafts[going]!.part.format === format && !(mark.opens && !stream);
    current = goesOn ? going : drafts.push(draft(doc, mark, format, line.from)) - 1;
    if (stream) streams.set(format, current);
    lanes.set(mark.lane, current);
    extend(drafts[current]!, line.from, line.to, confidence);
    lines.push({ line, part: current, format, confidence });
  }
  settleBlanks(doc, drafts, lines, first);
}

function draft(doc: Doc, mark: Mark, format: FormatId, from: number): Draft {
  const command = format === 'shell' ? undefined : mark.command;
  return {
    part: { source: doc.source, format, lines: [], confidence: 0 },
    command,
    reach: from,
    sum: 0,
    count: 0,
  };
}

function extend(draft: Draft, from: number, to: number, confidence: number): void {
  const ranges = draft.part.lines;
  const last = ranges[ranges.length - 1];
  if (last && from <= draft.reach + 1) last[1] = Math.max(last[1], to);
  else ranges.push([from, to]);
  draft.reach = Math.max(draft.reach, to);
  draft.sum += confidence;
  draft.count++;
}

/** Blank lines belong to the part before them; those at the very top to the first part, or to a plain one. */
function settleBlanks(doc: Doc, drafts: Draft[], lines: ParsedLine[], first: number): void {
  let known = first;
  while (known < lines.length && lines[known]!.part < 0) known++;
  let top = lines[known]?.part ?? -1;
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.part < 0) {
      if (top < 0) {
        top =
          drafts.push(
            draft(
              doc,
              { format: 'plain', confidence: 0, opens: true, command: undefined, lane: 0 },
              'plain',
              1,
            ),
          ) - 1;
        extend(drafts[top]!, line.line.from, doc.lines[doc.lines.length - 1]!.to, 0);
      }
      line.part = top;
    }
    if (line.confidence === 0 && line.format === 'plain')
      line.format = drafts[line.part]!.part.format as FormatId;
  }
}

/** The finished part: its confidence is the mean of its lines'. */
export function finish(draft: Draft): Part {
  const confidence = draft.count === 0 ? 0 : Math.round((draft.sum / draft.count) * 100) / 100;
  return { ...draft.part, confidence };
}
