/** Puts lines together that a terminal, a mail program or a web page broke. */

import { join } from './edit';
import { continuesHard, hardColumn, keepsBlanks } from './hard-wrap';
import { glueFor, type Glue } from './joint';
import type { Line } from './line';
import { closesAt } from './open-quote';
import { isBlank, type Repair, type RepairContext } from './repair';
import { sections, type Section } from './sections';
import { brokenAt, brokenCount, softChains, softColumn, softJoints } from './soft-wrap';

type Way = 'hard-wrap' | 'soft-wrap' | 'open-quote';
/** For a line of the document: it continues the line before it, in this way. */
type Plan = Map<number, { way: Way; glue: Glue }>;

/** In long logs soft wrapping is looked for where lines stand that begin no record, and given up if not found. */
const MANY = 20;
const PATIENCE = 40;

export const wrapping: Repair = {
  id: 'wrapping',
  apply(lines, context) {
    const found = sections(lines);
    if (found.length === 0) return lines;
    const plan: Plan = new Map();
    const rest = planHard(found, plan, context);
    planSoft(rest, plan, context);
    for (const section of found) planQuotes(section, plan, context);
    return plan.size === 0 ? lines : build(lines, plan, context);
  },
};

/** Twice: a column found in one section is believed in the shorter ones. Returns what was not cut. */
function planHard(all: Section[], plan: Plan, context: RepairContext): Section[] {
  const known = new Set<number>();
  for (const section of all) {
    const column = hardOnly(section, known, context);
    if (column > 0) known.add(column);
  }
  if (known.size === 0) return all;
  return all.filter((section) => {
    const width = hardOnly(section, known, context);
    if (width === 0) return true;
    let head = 0;
    for (let i = 1; i < section.texts.length; i++) {
      if (section.texts[i - 1]!.length === width && continuesHard(section, i, head)) {
        plan.set(section.at[i]!, { way: 'hard-wrap', glue: '' });
      } else head = i;
    }
    return false;
  });
}

/** A line broken between words has some pieces of full length too; the better explanation is the one for more. */
function hardOnly(section: Section, known: ReadonlySet<number>, context: RepairContext): number {
  const column = hardColumn(section, known, context.words);
  if (!column) return 0;
  if (column.cuts > 50) return column.width;
  const joints = softJoints(section);
  const soft = softColumn(section, joints, new Set());
  if (soft === 0) return column.width;
  const broken = brokenCount(joints, soft);
  const between =
    broken > 1.4 * column.cuts ||
    (broken >= column.cuts && !keepsBlanks(section, column.width, context.words));
  return between ? 0 : column.width;
}

function planSoft(all: Section[], plan: Plan, context: RepairContext): void {
  const known = new Set<number>();
  const worth = all.filter((section) => all.length < MANY || mayBeBroken(section));
  const judged = worth.slice(0, PATIENCE).map((section) => ({ section, joints: softJoints(section) }));
  for (const { section, joints } of judged) {
    const width = softColumn(section, joints, known);
    if (width > 0) known.add(width);
    else for (const chain of softChains(section, joints, new Set())) known.add(chain.width);
  }
  if (known.size === 0) return;
  const others = worth.slice(judged.length).map((section) => ({ section, joints: softJoints(section) }));
  for (const { section, joints } of [...judged, ...others]) {
    const width = softColumn(section, joints, known);
    const mark = (i: number): void => {
      const glue = glueFor(section.texts[i - 1]!, section.texts[i]!, ' ', context.words);
      plan.set(section.at[i]!, { way: 'soft-wrap', glue });
    };
    if (width > 0) {
      for (let i = 1; i < section.texts.length; i++) if (brokenAt(joints, i, width)) mark(i);
    } else {
      for (const chain of softChains(section, joints, known))
        for (let i = chain.first + 1; i <= chain.last; i++) mark(i);
    }
  }
}

/** A look at every 20th line: a log whose lines all begin records is not broken between words. */
function mayBeBroken(section: Section): boolean {
  const step = Math.max(1, Math.floor(section.texts.length / 30));
  let strange = 0;
  let seen = 0;
  for (let i = 1; i < section.texts.length; i += step, seen++) if (!section.begins(i)) strange++;
  return strange * 20 > seen;
}

function planQuotes(section: Section, plan: Plan, context: RepairContext): void {
  for (let i = 0; i < section.texts.length; i++) {
    if (!/[=]"/.test(section.texts[i]!)) continue;
    const last = closesAt(section, i);
    for (let k = i + 1; k <= last; k++) {
      if (plan.has(section.at[k]!)) continue;
      const glue = glueFor(section.texts[k - 1]!, section.texts[k]!, ' ', context.words);
      plan.set(section.at[k]!, { way: 'open-quote', glue });
    }
    i = last;
  }
}

/** Blank lines between two pieces go; all others stay. */
function build(lines: readonly Line[], plan: Plan, context: RepairContext): Line[] {
  const out: Line[] = [];
  let pieces: Line[] = [];
  let glues: Glue[] = [];
  let blanks: Line[] = [];
  const flush = (): void => {
    if (pieces.length > 0) out.push(join(pieces, glues));
    for (const blank of blanks) out.push(blank);
    pieces = [];
    glues = [];
    blanks = [];
  };
  lines.forEach((line, i) => {
    const joint = plan.get(i);
    if (joint) {
      glues.push(joint.glue);
      pieces.push(line);
      blanks = [];
      context.note(joint.way);
    } else if (isBlank(line.text)) {
      blanks.push(line);
    } else {
      flush();
      pieces.push(line);
    }
  });
  flush();
  return out;
}
