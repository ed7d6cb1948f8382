/** Line numbers in front: `12: text`, `  12  text`, `12<TAB>text`, `12 | text`, and glued: `3[<ffff…>] do_wait`. */

import { smallest } from '../extremes';
import type { Around } from './around';
import { cut } from './edit';
import type { Line } from './line';
import { commandOf } from './prompt';
import { beginsRecord } from './records';
import { isBlank } from './repair';

/** What stands between number and text. Order: the more telling first; the empty one is the last resort. */
const SEPARATORS: { id: string; pattern: RegExp; least: number; anyStart: boolean }[] = [
  { id: 'tab', pattern: /^\t/, least: 2, anyStart: true },
  { id: 'bar', pattern: /^ ?[|│→] ?/, least: 3, anyStart: true },
  { id: 'colon', pattern: /^: ?(?!\d\d:)/, least: 2, anyStart: true },
  { id: 'wide', pattern: /^ {2,}(?=\S)/, least: 3, anyStart: true },
  { id: 'space', pattern: /^ (?! )/, least: 4, anyStart: false },
  { id: 'glued', pattern: /^/, least: 2, anyStart: false },
];

/** Numbers count only when they go up by one from line to line over everything up to the next boundary. */
export const numbers: Around = {
  id: 'line-numbers',
  apply(lines) {
    let count = 0;
    for (let at = 0; at < lines.length; at++) {
      const from = numberOf(lines[at]!.text);
      if (from === undefined) continue;
      const telling = from === 1 && countsFrames(lines, at);
      if (!telling && !startsBlock(lines, at)) continue;
      const last = endOfRun(lines, at, from);
      if (!telling && !isBlank(lines[last + 1]?.text ?? '')) continue;
      const took = takeOff(lines, at, last, from);
      count += took;
      at = last;
    }
    return count;
  },
};

const NUMBER = /^\s*(\d{1,6})/;

/** The number a run may begin with: the whole one, or a lone 1 in front of anything (`16 10 16:09:15`). */
function numberOf(text: string): number | undefined {
  const code = text.charCodeAt(0);
  if (!(code >= 48 && code <= 57) && code !== 32 && code !== 9) return undefined;
  const digits = NUMBER.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** In numbered text each line has a number; a header or a command in front without one means a table. */
function startsBlock(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1]?.text ?? '';
  if (isBlank(above) || /[::]\s*$/.test(above)) return true;
  return /\b(?:cat -n|nl|less -N|bat|grep -\w*n)\b/.test(commandOf(above) ?? '');
}

// 3[<ffffffffa0235da2>] iterate_supers+0xa2/0x110
const NUMBERED_FRAME = /^\s*\d{1,6}(?:: ?|\s+)?\[<[0-9a-f]*>?\]/;

/** Frames of a stack with a number in front are numbered whatever stands around them; the first line may be the command. */
function countsFrames(lines: readonly Line[], at: number): boolean {
  const last = runFrom(lines, at, 1);
  const rest = lines.slice(at + 1, last + 1).filter((line) => !isBlank(line.text));
  return rest.length >= 2 && rest.every((line) => NUMBERED_FRAME.test(line.text));
}

function hasNumber(text: string, number: number): boolean {
  const digits = String(number);
  return text.startsWith(digits) || text.trimStart().startsWith(digits);
}

function runFrom(lines: readonly Line[], at: number, from: number): number {
  let last = at;
  let number = from + 1;
  for (let i = at + 1; i < lines.length; i++) {
    const { text } = lines[i]!;
    if (hasNumber(text, number)) {
      last = i;
      number++;
    } else if (!isBlank(text)) break;
  }
  return last;
}

function endOfRun(lines: readonly Line[], at: number, from: number): number {
  const whole = runFrom(lines, at, from);
  return whole > at || from === 1 ? whole : runFrom(lines, at, 1);
}

function takeOff(lines: Line[], first: number, last: number, from: number): number {
  const start = runFrom(lines, first, from) === last ? from : 1;
  const run: { line: Line; rest: string; skip: number }[] = [];
  for (let i = first, number = start; i <= last; i++) {
    const line = lines[i]!;
    if (isBlank(line.text)) continue;
    const skip = line.text.indexOf(String(number)) + String(number).length;
    run.push({ line, skip, rest: line.text.slice(skip) });
    number++;
  }
  const written = run.filter((row) => !isBlank(row.rest));
  if (written.length * 2 < run.length || written.length === 0) return 0;
  const separator = SEPARATORS.find((row) => fits(row, start, run, written));
  if (!separator) return 0;
  for (const row of run) {
    const width =
      separator.pattern.exec(row.rest)?.[0].length ?? row.rest.length - row.rest.trimStart().length;
    cut(row.line, row.skip + (separator.id === 'wide' ? shared(written) : width));
  }
  return run.length;
}

type Row = { rest: string; line: Line };

function fits(separator: (typeof SEPARATORS)[number], start: number, run: Row[], written: Row[]): boolean {
  if (!separator.anyStart && start !== 1) return false;
  if (!written.every((row) => separator.pattern.test(row.rest))) return false;
  if (separator.id === 'glued') return fitsGlued(run, written);
  if (run.length >= separator.least) return true;
  // A single `1: text` is a number only when a record follows it.
  return separator.id === 'colon' && written.every((row) => beginsRecord(row.rest.replace(/^: ?/, '')));
}

/** Web pages glue the number to the text. Two lines need text that cannot continue a number. */
function fitsGlued(run: Row[], written: Row[]): boolean {
  if (run.some((row) => /^\s/.test(row.line.text))) return false;
  // `1. first`, `2) second`, `3/4/2024`: a list or dates, unless few lines look like that.
  if (written.every((row) => /^\s/.test(row.rest))) return false;
  const listed = written.filter((row) => /^[.):,/-](?!\.)/.test(row.rest)).length;
  if (listed * 2 > written.length) return false;
  return (
    run.length >= 3 ||
    (run.length === 2 && written.every((row) => /^[[({<a-zA-Z]/.test(row.rest) && row.rest.length > 8))
  );
}

/** Blanks that all rows have behind their number: the rest is the text's own indentation. */
function shared(written: Row[]): number {
  return smallest(written.map((row) => /^ */.exec(row.rest)![0].length));
}
