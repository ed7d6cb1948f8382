/** Lines cut at a fixed column, in the middle of words: what a terminal does. */

import { isScript, otherScript } from './alike';
import { areTwoWords, isCutWord, reachesOver } from './joint';
import { breaksOffInHeader } from './records';
import type { Section } from './sections';

/** Narrower terminals are not believed. */
const NARROW = 40;
/** Widths that people have. */
const COMMON = new Set([80, 100, 120, 132, 160, 200]);

/**
 * What speaks for a column and against it, in rough nats. Only exact lengths count, so two cut lines are strong
 * evidence; a single one needs a common width, a word known to be cut, or a bracket that closes behind the cut.
 */
const POINTS = {
  prior: -3,
  firstCut: 1,
  moreCuts: 2.5,
  headed: 1,
  common: 2.2,
  known: 4,
  cutWord: 3,
  reachesOver: 2,
  /** Two whole words meet without a blank: something broke the line between words. */
  twoWords: -2.5,
  midToken: 1,
  /** The blank between two words stands in front of the second line, where nothing is indented by one. */
  blank: 1.5,
  /** Half a word that stands out to the left of the indented lines around it. */
  standsOut: 1.5,
  /** What follows a command is its output. */
  prompt: -1,
  /** A full line that a record follows. */
  whole: -1.2,
  /** A line that continues a record behind a line that is not full. */
  loose: -3,
};

/** A column and how many lines it cuts. */
export interface Column {
  width: number;
  cuts: number;
}

/** The column at which the section is cut. `known` are columns found elsewhere in the paste. */
export function hardColumn(
  section: Section,
  known: ReadonlySet<number>,
  words: ReadonlySet<string>,
): Column | undefined {
  const lengths = cutLengths(section);
  for (const width of candidates(section, known)) {
    // Most widths cut nothing, and a long log has many.
    if (!lengths.has(width)) continue;
    const cuts = cutsAt(section, width, known, words);
    if (cuts > 0) return { width, cuts };
  }
  return undefined;
}

/** Whether the line behind a full line goes on with it. */
export function continuesHard(section: Section, i: number, head: number): boolean {
  const text = section.texts[i]!;
  const before = section.texts[i - 1]!;
  if (breaksOffInHeader(before, text)) return true;
  if (text.startsWith('\t') || section.begins(i) || otherScript(before, text) || isScript(before, text))
    return false;
  return !section.alike(head, i) && (head === i - 1 || !section.alike(i - 1, i)) && !inTable(section, i);
}

/** A full line among rows of its own columns: a table as wide as the terminal. */
function inTable(section: Section, i: number): boolean {
  return section.sameTable(i - 1, i) || (i + 1 < section.texts.length && section.sameTable(i, i + 1));
}

/** Lengths of lines behind which something stands that may go on with them; every cut line has one of these. */
function cutLengths({ texts, begins }: Section): Set<number> {
  const lengths = new Set<number>();
  for (let i = 1; i < texts.length; i++) {
    const { length } = texts[i - 1]!;
    if (length < NARROW || lengths.has(length)) continue;
    if (!begins(i) || breaksOffInHeader(texts[i - 1]!, texts[i]!)) lengths.add(length);
  }
  return lengths;
}

function candidates(section: Section, known: ReadonlySet<number>): number[] {
  let longest = 0;
  const pairs = new Set<number>();
  for (let i = 0; i < section.texts.length; i++) {
    const size = section.texts[i]!.length;
    if (size > longest) longest = size;
    if (i > 0 && size >= NARROW && size === section.texts[i - 1]!.length) pairs.add(size);
  }
  const all = [longest, ...[...pairs].sort((a, b) => b - a), ...[...known].sort((a, b) => b - a)];
  return [...new Set(all)].filter((width) => width >= NARROW).slice(0, 12);
}

/** How many lines are cut at `width`, if that is believed; else 0. */
function cutsAt(
  section: Section,
  width: number,
  known: ReadonlySet<number>,
  words: ReadonlySet<string>,
): number {
  let cuts = 0;
  let headed = 0;
  let longer = 0;
  let loose = 0;
  let points = POINTS.prior + (known.has(width) ? POINTS.known : COMMON.has(width) ? POINTS.common : 0);
  let head = 0;
  let pair = false;
  for (let i = 0; i < section.texts.length; i++) {
    const text = section.texts[i]!;
    if (text.length > width) longer++;
    const before = i > 0 ? section.texts[i - 1]! : '';
    if (before.length === width) {
      if (continuesHard(section, i, head)) {
        if (text.length === width) pair = true;
        if (section.begins(head)) headed++;
        points += cuts++ === 0 ? POINTS.firstCut : POINTS.moreCuts;
        if (cuts <= 4) points += ofJoint(section, i, words) + ofHead(section, head, i);
        continue;
      }
      points += POINTS.whole;
    } else if (i > 0 && section.timed(head) && continuesLoosely(section, i)) {
      points += POINTS.loose;
      loose++;
      continue;
    }
    head = i;
  }
  if (points <= 0 || loose * 3 > cuts) return 0;
  // Among longer lines only a clear case counts: every cut line belongs to a record, one has two full pieces.
  return longer === 0 || (cuts >= 2 && headed === cuts && pair) ? cuts : 0;
}

function ofHead(section: Section, head: number, i: number): number {
  if (head === i - 1 && section.prompt(head)) return POINTS.prompt;
  return section.begins(head) ? POINTS.headed : 0;
}

function ofJoint(section: Section, i: number, words: ReadonlySet<string>): number {
  const a = section.texts[i - 1]!;
  const b = section.texts[i]!;
  let points = 0;
  if (areTwoWords(a, b, words)) return points + POINTS.twoWords;
  if (isCutWord(a, b, words)) points += POINTS.cutWord;
  if (reachesOver(a, b)) points += POINTS.reachesOver;
  if (isMidToken(a, b)) points += POINTS.midToken + (section.standsOut(i) ? POINTS.standsOut : 0);
  if (isMidSentence(a, b)) points += POINTS.blank;
  return points;
}

function continuesLoosely(section: Section, i: number): boolean {
  return /^[a-z0-9]/.test(section.texts[i]!) && !section.begins(i);
}

const isMidToken = (a: string, b: string): boolean => /[\w/-]$/.test(a) && /^[a-z0-9_/-]/.test(b);

/** `Too many` and ` missed start times`: two words, and the blank between them is still there. */
const isMidSentence = (a: string, b: string): boolean =>
  /\w$/.test(a) && /^ [a-z]+(?:[\s.,;:]|$)(?!\S*[:=])/.test(b);

/**
 * Whether a cut shows that no blank was lost: a terminal leaves the blank on one of its sides, or none was
 * there. A width that terminals have is believed. Otherwise the lines may as well be broken between words, all at the same place.
 */
export function keepsBlanks(section: Section, width: number, words: ReadonlySet<string>): boolean {
  if (COMMON.has(width)) return true;
  for (let i = 1; i < section.texts.length; i++) {
    const a = section.texts[i - 1]!;
    const b = section.texts[i]!;
    if (a.length !== width) continue;
    if (/\s$/.test(a) || /^\s/.test(b) || isCutWord(a, b, words)) return true;
    if (isMidToken(a, b) && !areTwoWords(a, b, words)) return true;
  }
  return false;
}
