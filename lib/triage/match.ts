/** Runs every rule of the pack over what was read. */

import { groupedBy } from './grouped-by';
import type { Compiled, FrameEntry, FramesRule, LineRule } from './compile';
import { formatAllows } from './formats/ids';
import { HitList, type Hit } from './hit';
import { Nearby } from './near';
import type { Parsed, ParsedLine, Stack } from './parsed';
import { scanText } from './prefilter';
import { testFact } from './test-fact';

/** From here on a classification restricts the signatures that may read the line. */
const CONFIDENT = 0.8;
/** Half of the window around a literal on which expressions run (DESIGN, section 4). */
const WINDOW = 2048;

export interface Matches {
  hits: Hit[];
  limits: string[];
}

export function match(compiled: Compiled, parsed: Parsed): Matches {
  const list = new HitList(parsed);
  const limits = new Set<string>();
  matchLines(compiled, parsed, list, limits);
  for (const stack of parsed.stacks)
    for (const rule of compiled.frames) matchStack(rule, stack, parsed, list);
  matchFacts(compiled, parsed, list);
  return { hits: list.hits, limits: [...limits] };
}

function matchLines(compiled: Compiled, parsed: Parsed, list: HitList, limits: Set<string>): void {
  // Where the literal that admitted a rule ends; -1 when the rule is not admitted on this line.
  const admittedAt = new Int32Array(compiled.lines.length).fill(-1);
  const admitted: number[] = [];
  const nearby = new Nearby(parsed);
  // Made once, not once a line.
  const admit = (rule: number, end: number): void => {
    if (admittedAt[rule] !== -1) return;
    admittedAt[rule] = end;
    admitted.push(rule);
  };
  let text = '';
  const onHit = (index: number, end: number): void => {
    const { text: literal, exact } = compiled.literals[index]!;
    if (exact && !text.startsWith(literal, end - literal.length)) return;
    for (const rule of compiled.rulesOf[index]!) admit(rule, end);
  };
  parsed.lines.forEach((line, at) => {
    text = line.line.text;
    scanText(compiled.automaton, text, onHit);
    for (const rule of compiled.always) admit(rule, 0);
    for (const index of admitted) {
      const rule = compiled.lines[index]!;
      if (!isRead(line, rule.in)) continue;
      const found = runOn(rule, text, admittedAt[index]!, () =>
        limits.add(
          `Line ${line.line.from} is ${text.length} characters long; only the part around what was found was read.`,
        ),
      );
      if (found && rule.near.every((near) => nearby.test(near, at)))
        list.add(rule.owner, 'line', [{ at, ...found }]);
    }
    for (const index of admitted) admittedAt[index] = -1;
    admitted.length = 0;
  });
}

/** Confidently classified lines are read only by signatures made for their format. */
function isRead(line: ParsedLine, allowed?: readonly string[]): boolean {
  if (!allowed || line.confidence < CONFIDENT || line.format === 'plain' || line.format === 'shell')
    return true;
  return formatAllows(line.format, allowed);
}

function runOn(
  rule: LineRule,
  text: string,
  near: number,
  onCut: () => void,
): { start: number; end: number } | null {
  let from = 0;
  let window = text;
  if (text.length > 2 * WINDOW) {
    from = Math.max(0, near - WINDOW);
    window = text.slice(from, near + WINDOW);
    onCut();
  }
  const found = rule.pattern.exec(window);
  if (!found || !rule.and.every((pattern) => pattern.test(window))) return null;
  if (rule.unless.some((pattern) => pattern.test(window))) return null;
  return { start: from + found.index, end: from + found.index + found[0].length };
}

function matchStack(rule: FramesRule, stack: Stack, parsed: Parsed, list: HitList): void {
  const part = parsed.parts[stack.part];
  if (rule.in && part && !formatAllows(part.format, rule.in) && part.confidence >= CONFIDENT) return;
  if (rule.unless.some((entry) => stack.frames.some((frame) => names(entry, frame.name)))) return;
  const matches: { at: number; start: number; end: number }[] = [];
  let entry = 0;
  for (const frame of stack.frames) {
    if (entry === rule.entries.length) break;
    if (!names(rule.entries[entry]!, frame.name)) continue;
    matches.push({ at: frame.at, start: frame.start, end: frame.end });
    entry++;
  }
  // The innermost frame says most: it is what the evidence shows as its text.
  if (entry === rule.entries.length) list.add(rule.owner, 'frames', matches.reverse());
}

function names(entry: FrameEntry, name: string): boolean {
  return entry.some((option) => (option.prefix ? name.startsWith(option.name) : name === option.name));
}

function matchFacts(compiled: Compiled, parsed: Parsed, list: HitList): void {
  let index: ((source: number, line: number) => number | undefined) | undefined;
  // A table of 100,000 rows has as many facts: each rule looks at those of its own name only.
  const named = groupedBy(parsed.facts, ({ fact }) => fact);
  for (const rule of compiled.facts) {
    for (const fact of named.get(rule.test.fact) ?? []) {
      if (!testFact(rule.test, fact.value, rule.pattern)) continue;
      index ??= lineIndex(parsed);
      const at = index(fact.source, fact.line);
      const length = at === undefined ? 0 : parsed.lines[at]!.line.text.length;
      if (at !== undefined) list.add(rule.owner, 'fact', [{ at, start: 0, end: length }]);
    }
  }
}

/** Finds the last line of a source that begins at a line of the original. */
function lineIndex(parsed: Parsed): (source: number, line: number) => number | undefined {
  const sources = new Map<number, Map<number, number>>();
  parsed.lines.forEach(({ line }, at) => {
    let known = sources.get(line.source);
    if (!known) sources.set(line.source, (known = new Map()));
    known.set(line.from, at);
  });
  return (source, line) => sources.get(source)?.get(line);
}
