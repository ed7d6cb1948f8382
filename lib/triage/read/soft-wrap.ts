/** Lines broken between words: mail programs, `fold -s`, web pages, people. */

import { isScript, otherScript } from './alike';
import { reachesOver } from './joint';
import { breaksOffInHeader } from './records';
import type { Section } from './sections';

/** Columns at which programs break text. */
const COMMON = [70, 72, 74, 75, 76, 78, 79, 80, 90, 100, 120, 132];
const NARROW = 40;
const WIDE = 240;

/** For every line the columns that explain why it was broken off before the next one. */
export interface Joints {
  /** Line i may continue line i - 1. */
  open: Uint8Array;
  /** Length of line i - 1; 0 when it is one long word that no column could hold. */
  least: Int32Array;
  /** The next word would have fitted at any column above this. */
  most: Int32Array;
  /** The line that began the chain. */
  head: Int32Array;
  /** Points of the joint, whatever the column; NaN until asked for. */
  points: Float64Array;
}

export function softJoints(section: Section): Joints {
  const size = section.texts.length;
  const joints: Joints = {
    open: new Uint8Array(size),
    least: new Int32Array(size),
    most: new Int32Array(size),
    head: new Int32Array(size),
    points: new Float64Array(size).fill(NaN),
  };
  for (let i = 1; i < size; i++) {
    const a = section.texts[i - 1]!;
    const b = section.texts[i]!;
    const head = joints.head[i - 1]!;
    joints.least[i] = isOneWord(a) ? 0 : section.lengths[i - 1]!;
    joints.most[i] = section.lengths[i - 1]! + firstWord(b);
    joints.open[i] = mayContinue(section, i, head) ? 1 : 0;
    joints.head[i] = joints.open[i] ? head : i;
  }
  return joints;
}

function mayContinue(section: Section, i: number, head: number): boolean {
  const a = section.texts[i - 1]!;
  const b = section.texts[i]!;
  if (breaksOffInHeader(a, b)) return true;
  if (section.lengths[i - 1]! > WIDE && !isOneWord(a)) return false;
  if (/^\s/.test(b) || section.begins(i)) return false;
  if (otherScript(a, b) || isScript(a, b) || /\\$/.test(a)) return false;
  if (/^(?:[*•·●+-]|\d{1,2}[.)]) /.test(b) && !section.begins(head)) return false;
  return !section.alike(head, i) && (head === i - 1 || !section.alike(i - 1, i));
}

const isOneWord = (text: string): boolean => !/\S\s+\S/.test(text);

function firstWord(text: string): number {
  const end = text.search(/\s/);
  return end < 0 ? text.length : end;
}

/** Whether a break at `width` explains the joint; one more, because there may have been two blanks. */
export function brokenAt(joints: Joints, i: number, width: number): boolean {
  return joints.open[i] === 1 && joints.least[i]! <= width && width <= joints.most[i]! + 1;
}

/**
 * What speaks for a column and against it, in rough nats. By accident a line ends where the next word would not
 * have fitted about once in ten times, more often when that word is long.
 */
const POINTS = {
  usual: -3.2,
  common: -4,
  uncommon: -6,
  known: -0.5,
  short: 2.3,
  medium: 1,
  long: 0.3,
  /** A continuation that begins small behind a line that ends without a stop, or the other way round. */
  runsOn: 0.7,
  stops: -1,
  reachesOver: 1.5,
  /** The first record of a log stops in the middle of a sentence, and what follows begins none. */
  record: 2.4,
  /** A long word that stands out to the left of the indented lines around it. */
  standsOut: 2,
  /** A line that continues a record although it would have fitted on the line before. */
  loose: -2,
  /** The same where nothing shows that there was a record. */
  fits: -0.3,
  /** A command is seldom that long; what follows is its output. */
  prompt: -2,
};
const USUAL = new Set([72, 76, 78, 79, 80]);

/** How many joints a column explains. */
export function brokenCount(joints: Joints, width: number): number {
  let count = 0;
  for (let i = 1; i < joints.open.length; i++) if (brokenAt(joints, i, width)) count++;
  return count;
}

/** The column at which the whole section is broken, or 0. It must hold every line of several words. */
export function softColumn(section: Section, joints: Joints, known: ReadonlySet<number>): number {
  const longest = longestText(section);
  if (longest < NARROW || longest > WIDE) return 0;
  let best = 0;
  let most = 0;
  for (const width of new Set([...known, ...COMMON, longest])) {
    if (width < longest || width > longest + 30) continue;
    const points = pointsOf(section, joints, width, known);
    if (points > most) [best, most] = [width, points];
  }
  return best;
}

function longestText(section: Section): number {
  let longest = 0;
  section.texts.forEach((text, i) => {
    const length = section.lengths[i]!;
    if (length > longest && !isOneWord(text)) longest = length;
  });
  return longest;
}

/** So near to the column a line might have been broken. */
const CLOSE = 10;

function pointsOf(section: Section, joints: Joints, width: number, known: ReadonlySet<number>): number {
  let points = known.has(width)
    ? POINTS.known
    : USUAL.has(width)
      ? POINTS.usual
      : COMMON.includes(width)
        ? POINTS.common
        : POINTS.uncommon;
  let broken = 0;
  let whole = 0;
  for (let i = 1; i < section.texts.length; i++) {
    if (joints.open[i] === 0) {
      if (section.lengths[i - 1]! > width - CLOSE) whole++;
      continue;
    }
    if (brokenAt(joints, i, width)) broken++;
    if (brokenAt(joints, i, width)) points += ofJoint(section, joints, i, width);
    else points += section.timed(joints.head[i]!) ? POINTS.loose : POINTS.fits;
  }
  // Where most lines are about that long, it says nothing that the line above a joint is.
  if (whole > 2 * broken) return 0;
  return points;
}

function ofJoint(section: Section, joints: Joints, i: number, width: number): number {
  if (Number.isNaN(joints.points[i]!)) joints.points[i] = ofWords(section, joints, i);
  const size = section.lengths[i - 1]!;
  const slack = size > width ? WIDE : joints.most[i]! - size;
  let points = joints.points[i]! + (slack <= 20 ? POINTS.short : slack <= 40 ? POINTS.medium : POINTS.long);
  if (slack > 20 && section.standsOut(i)) points += POINTS.standsOut;
  if (slack <= 20 && /^[a-z0-9([<"'=-]/.test(section.texts[i]!)) points += POINTS.runsOn;
  return points;
}

function ofWords(section: Section, joints: Joints, i: number): number {
  const a = section.texts[i - 1]!;
  const b = section.texts[i]!;
  let points = /[.!?]$/.test(a) && /^[A-Z]/.test(b) ? POINTS.stops : 0;
  if (reachesOver(a, b)) points += POINTS.reachesOver;
  if (joints.head[i] === i - 1) {
    if (section.prompt(i - 1)) points += POINTS.prompt;
    else if (i === 1 && isLogged(section, i - 1) && /[\w,;]$/.test(a) && /^[a-z0-9(*"']/.test(b))
      points += POINTS.record;
  }
  return points;
}

const isLogged = (section: Section, i: number): boolean =>
  section.timed(i) || /^\[?(?:ERROR|WARN(?:ING)?|INFO|FATAL|DEBUG|error|warn|info)\b/.test(section.texts[i]!);

/** A stretch of lines that one column explains, inside a section that is mixed. */
export interface Chain {
  /** First and last line. */
  first: number;
  last: number;
  width: number;
}

/** So many broken lines in a row, each for the same column, are no accident. */
const SURE = 3;

/** Chains that a record begins and that a column explains; short ones only for a column that is known. */
export function softChains(section: Section, joints: Joints, known: ReadonlySet<number>): Chain[] {
  const chains: Chain[] = [];
  for (let first = 0; first + 1 < section.texts.length; first++) {
    if (!section.begins(first)) continue;
    let least = NARROW;
    let most = WIDE;
    let last = first;
    for (let i = first + 1; i < section.texts.length && joints.open[i] === 1; i++) {
      const own = isOneWord(section.texts[i]!) ? 0 : section.lengths[i]!;
      const lower = Math.max(least, joints.least[i]!, own);
      const upper = Math.min(most, joints.most[i]!);
      if (lower > upper) break;
      least = lower;
      most = upper;
      last = i;
    }
    if (last === first) continue;
    const width = [...known].find((column) => column >= least && column <= most);
    if (last - first >= SURE || width !== undefined) chains.push({ first, last, width: width ?? least });
    first = last;
  }
  return chains;
}
