/** A logical line: what `read` makes of one or more lines of the paste, with the way back. */

/** What a log shipper or a terminal put in front of the line; stripped, but not forgotten. */
export interface Envelope {
  kind: 'journal' | 'cri' | 'kubectl' | 'compose' | 'grep';
  /** As printed. */
  time?: string;
  host?: string;
  process?: string;
  pid?: number;
  pod?: string;
  container?: string;
}

export interface Line {
  /** Index into `case.parts`. */
  source: number;
  /** First and last original line, 1-based. More than one when a wrap was undone. */
  from: number;
  to: number;
  /** Repaired text. */
  text: string;
  /** Original offset of `text[0]`. */
  start: number;
  /** Original offset of each character of `text`; null when `text` stands in the original as it is. */
  map: Int32Array | null;
  envelope?: Envelope;
}

export interface Doc {
  source: number;
  original: string;
  lines: Line[];
  /** Original lines. */
  lineCount: number;
  /** Which repairs were made, and on how many lines. */
  repairs: { id: string; count: number }[];
  /** Sentences about everything that was cut or given up. */
  limits: string[];
}

/** Where `text[start, end)` of a line stands in the original: half-open offsets. */
export function originalSpan(line: Line, start: number, end: number): { start: number; end: number } {
  if (end <= start) {
    const at = line.map ? (line.map[Math.min(start, line.map.length - 1)] ?? line.start) : line.start + start;
    return { start: at, end: at };
  }
  if (!line.map) return { start: line.start + start, end: line.start + end };
  const first = line.map[start] ?? line.start;
  const last = line.map[end - 1] ?? first;
  return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
}
