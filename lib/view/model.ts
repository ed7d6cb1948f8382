/** Everything that the pane knows of a result before the person does anything. Plain data. */

import type { Diagnosis, FileExcerpt } from '../triage/diagnosis';
import { knownOf, runsOf, type PartKnown, type Run } from './known';
import { marksOf, type PartMarks } from './marks';
import { layoutOf, type Layout } from './minimap';
import { stopsOf, type Stop } from './stops';

export interface PaneText {
  name: string;
  source: string;
  excerpt?: FileExcerpt;
}

export interface PaneModel {
  diagnosis: Diagnosis;
  texts: readonly PaneText[];
  starts: readonly Uint32Array[];
  marks: PartMarks[];
  known: PartKnown[];
  /** Lines that stay open, with their context, per source; none in a source without evidence. */
  matter: number[][];
  /** Harmless lines that are worth a fold, per source. */
  runs: Run[][];
  layout: Layout;
  /** Places with evidence in the order of the paste. */
  stops: Stop[];
}

/** A row that says "4 harmless lines" must be worth more than the lines. */
const LEAST_RUN = 4;

export function modelOf(
  diagnosis: Diagnosis,
  texts: readonly PaneText[],
  starts: readonly Uint32Array[],
): PaneModel {
  const marks = marksOf(diagnosis, starts);
  const known = knownOf(diagnosis.digest, starts.length);
  return {
    diagnosis,
    texts,
    starts,
    marks,
    known,
    matter: marks.map(({ lines }, source) =>
      lines.length === 0 ? [] : [...lines, ...toldBy(known[source]!), ...firstErrorIn(diagnosis, source)],
    ),
    runs: known.map((part) => runsOf(part, LEAST_RUN)),
    layout: layoutOf(starts),
    stops: stopsOf(marks),
  };
}

/** Known lines that say something about the trouble. */
function toldBy({ notes }: PartKnown): number[] {
  return [...notes].flatMap(([line, { kind }]) => (kind === 'harmless' ? [] : [line]));
}

function firstErrorIn({ digest }: Diagnosis, source: number): number[] {
  return digest.firstError?.source === source ? [digest.firstError.line] : [];
}

/** The number of a line as its source counts: of a large file only some lines are here. */
export function numberOf({ excerpt }: Pick<PaneText, 'excerpt'>, line: number): number {
  return excerpt?.lines[line - 1] ?? line;
}
