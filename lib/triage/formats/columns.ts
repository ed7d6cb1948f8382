/** Tables with a header, as terminals and forums leave them: aligned, tabbed, or with whitespace collapsed. */

import type { PartLine, PartView } from './format';
import type { Line } from '../read/line';

/** Longer lines are no table rows; everything here looks at this much of a line. */
export const LINE_WINDOW = 2_000;

export interface Column {
  name: string;
  start: number;
}

/** Header words that contain a space; a collapsed header would fall apart at it. */
const TWO_WORDS = [
  'LAST SEEN',
  'FIRST SEEN',
  'LAST SCHEDULE',
  'NOMINATED NODE',
  'READINESS GATES',
  'NODE SELECTOR',
];

/** Cell values that contain a space. */
const SPACED_CELL = /\d+ \(\S+ ago\)|\S+ \(x\d+ over \S+\)|\S+/g;

/** At most the window of a line, so that a hostile line costs no more than a long one. */
export function clip(text: string): string {
  return text.length > LINE_WINDOW ? text.slice(0, LINE_WINDOW) : text;
}

/** Columns of a header line. Names keep their case; positions are those of the text. */
export function parseHeader(text: string): Column[] {
  const columns: Column[] = [];
  const collapsed = !/\S(?:\s{2,}|\t)\S/.test(text);
  const cell = collapsed ? new RegExp(`${TWO_WORDS.join('|')}|\\S+`, 'g') : /\S+(?: \S+)*/g;
  for (const found of clip(text).matchAll(cell)) columns.push({ name: found[0], start: found.index });
  return columns;
}

/**
 * A row as column name → cell. Tries the header's positions, then cells between two or more blanks,
 * then single words; undefined when none fits. The last column takes what is left over.
 */
export function parseRow(text: string, columns: readonly Column[]): Record<string, string> | undefined {
  const row = clip(text).trimEnd();
  return byPosition(row, columns) ?? bySplit(row, columns);
}

/** Splits at blanks into `count` cells, the last one with the rest of the line; undefined when there are fewer. */
export function splitCells(text: string, count: number): string[] | undefined {
  const cells: string[] = [];
  const word = /\S+/g;
  const row = clip(text);
  while (cells.length < count - 1) {
    const found = word.exec(row);
    if (!found) return undefined;
    cells.push(found[0]);
  }
  const rest = row.slice(word.lastIndex).trim();
  if (rest === '') return undefined;
  cells.push(rest);
  return cells;
}

/** The number that a bare count (`… | wc -l`) printed; undefined when the line is anything else. */
export function bareCount(text: string): number | undefined {
  return text.length < 40 && /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : undefined;
}

/** A number that a command counted. */
export interface Count {
  count: number;
  command: string;
  line: Line;
}

/**
 * Bare counts of a part with the command that printed each: the part's own, or one that stands in the part
 * without a prompt. `wanted` says which commands count something.
 */
export function countedBy(part: PartView, wanted: (command: string) => boolean): Count[] {
  const counts: Count[] = [];
  let command = part.command;
  for (const { line, text } of tableLines(part)) {
    const count = bareCount(text);
    if (count === undefined) command = wanted(text) ? text : command;
    else if (command !== undefined && wanted(command)) counts.push({ count, command, line });
  }
  return counts;
}

/** Lines with their text clipped, blank ones left out. */
export function* tableLines(part: PartView): Generator<PartLine & { text: string }> {
  for (const entry of part.lines) {
    const text = clip(entry.line.text);
    if (text.charCodeAt(0) > 32 || text.trim() !== '')
      yield entry.time ? { line: entry.line, time: entry.time, text } : { line: entry.line, text };
  }
}

function byPosition(row: string, columns: readonly Column[]): Record<string, string> | undefined {
  if (row.includes('\t')) return undefined;
  const cells: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    const end = columns[at + 1]?.start ?? row.length;
    const aligned = at === 0 || column.start >= row.length || /^\s$/.test(row[column.start - 1] ?? '');
    // Kubectl pads a column to its longest cell plus three blanks, so a cell always begins under its header.
    if (!aligned || (at > 0 && column.start < row.length && /\s/.test(row[column.start] ?? ' ')))
      return undefined;
    cells[column.name] = row.slice(column.start, end).trim();
  }
  return columns.length > 0 && cells[columns[0]?.name ?? ''] !== '' ? cells : undefined;
}

function bySplit(row: string, columns: readonly Column[]): Record<string, string> | undefined {
  const wide = row.trim().split(/\s{2,}|\t+/);
  const narrow = row.match(SPACED_CELL) ?? [];
  const cells = wide.length === columns.length ? wide : narrow;
  if (cells.length < Math.min(2, columns.length) || columns.length === 0) return undefined;
  if (cells.length < columns.length) return undefined;
  const named: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    const last = at === columns.length - 1;
    named[column.name] = last ? cells.slice(at).join(' ') : (cells[at] ?? '');
  }
  return named;
}
