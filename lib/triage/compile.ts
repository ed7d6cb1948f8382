/** Makes a pack ready to run: expressions compiled once, literals in one automaton. */

import { buildAutomaton, type Automaton } from './prefilter';
import type {
  Check,
  FactTest,
  FramesTest,
  KnownLine,
  LineTest,
  Pack,
  PackIncident,
  Signature,
  Test,
} from './pack';
import { unfoldWords } from './word-list';

/** What a test belongs to. */
export type Owner =
  | { type: 'signature'; incident: PackIncident; signature: Signature }
  | { type: 'known'; line: KnownLine }
  | { type: 'outcome'; check: Check; outcome: string };

export interface NearRule {
  pattern: RegExp;
  within: number;
}

export interface LineRule {
  owner: Owner;
  in?: readonly string[];
  pattern: RegExp;
  near: NearRule[];
  and: RegExp[];
  unless: RegExp[];
}

export interface FramesRule {
  owner: Owner;
  in?: readonly string[];
  entries: FrameEntry[];
  unless: FrameEntry[];
  /** Names of the rarest entry, of which every stack that matches holds one. */
  literals: readonly string[];
}

export interface Literal {
  text: string;
  /** It counts only where it is spelled so: none of its rules ignores case. */
  exact: boolean;
}

/** One entry of a frames test: any of these names; a prefix where the entry ended in `*`. */
export type FrameEntry = { name: string; prefix: boolean }[];

export interface FactRule {
  owner: Owner;
  test: FactTest;
  pattern?: RegExp;
}

export interface Compiled {
  pack: Pack;
  lines: LineRule[];
  frames: FramesRule[];
  facts: FactRule[];
  automaton: Automaton;
  /** The literals of the automaton, which reads lower case. */
  literals: Literal[];
  /** For each literal of the automaton, the line rules that it admits. */
  rulesOf: number[][];
  /** Line rules without a literal: tried on every line. */
  always: number[];
  words: ReadonlySet<string>;
  /** One sentence for each rule that could not be compiled and is skipped. */
  broken: string[];
}

/** Never throws: a broken rule is skipped and said in `broken`. */
export function compile(pack: Pack): Compiled {
  const compiled: Compiled = {
    pack,
    lines: [],
    frames: [],
    facts: [],
    automaton: buildAutomaton([]),
    literals: [],
    rulesOf: [],
    always: [],
    words: new Set(unfoldWords(pack.words)),
    broken: [],
  };
  const indexOf = new Map<string, number>();
  const addLine = (rule: LineRule, { literals, exact: spelled }: LineTest) => {
    const exact = spelled === true;
    const index = compiled.lines.push(rule) - 1;
    if (literals.length === 0) compiled.always.push(index);
    for (const literal of literals) {
      const key = `${exact ? 'exact' : 'any'} ${literal}`;
      const known = indexOf.get(key) ?? compiled.literals.push({ text: literal, exact }) - 1;
      indexOf.set(key, known);
      (compiled.rulesOf[known] ??= []).push(index);
    }
  };
  const add = (owner: Owner, test: Test, allowed?: readonly string[]) => {
    try {
      if (test.type === 'line') addLine(lineRule(owner, test, allowed), test);
      else if (test.type === 'frames') compiled.frames.push(framesRule(owner, test, allowed));
      else
        compiled.facts.push({ owner, test, ...(test.pattern ? { pattern: new RegExp(test.pattern) } : {}) });
    } catch (error) {
      compiled.broken.push(
        `${nameOf(owner)} is broken and was skipped: ${error instanceof Error ? error.message : String(error)}.`,
      );
    }
  };
  for (const incident of pack.incidents) {
    for (const signature of incident.signatures)
      add({ type: 'signature', incident, signature }, signature.test, signature.in);
  }
  for (const check of pack.checks) {
    for (const { id, signature } of check.outcomes) {
      if (signature) add({ type: 'outcome', check, outcome: id }, signature.test, signature.in);
    }
  }
  for (const line of pack.lines) {
    const { pattern, literals, exact } = line;
    const test: LineTest = { type: 'line', pattern, literals, ...(exact ? { exact } : {}) };
    add({ type: 'known', line }, test, line.in);
  }
  compiled.automaton = buildAutomaton(compiled.literals.map(({ text }) => text.toLowerCase()));
  return compiled;
}

/** Names an owner by plain data: a part of a case remembers it. */
export function ownerKey(owner: Owner): string {
  if (owner.type === 'signature') return `signature ${owner.incident.id}/${owner.signature.id}`;
  if (owner.type === 'outcome') return `outcome ${owner.check.id}/${owner.outcome}`;
  return `line ${owner.line.id}`;
}

function nameOf(owner: Owner): string {
  if (owner.type === 'signature') return `Signature ${owner.signature.id} of ${owner.incident.id}`;
  if (owner.type === 'outcome') return `Outcome ${owner.outcome} of check ${owner.check.id}`;
  return `Known line ${owner.line.id}`;
}

function lineRule(owner: Owner, test: LineTest, allowed?: readonly string[]): LineRule {
  const flags = test.ignoreCase ? 'i' : '';
  return {
    owner,
    ...(allowed ? { in: allowed } : {}),
    pattern: new RegExp(test.pattern, flags),
    near: (test.near ?? []).map(({ pattern, within }) => ({ pattern: new RegExp(pattern, flags), within })),
    and: (test.and ?? []).map((pattern) => new RegExp(pattern, flags)),
    unless: (test.unless ?? []).map((pattern) => new RegExp(pattern, flags)),
  };
}

function framesRule(owner: Owner, test: FramesTest, allowed?: readonly string[]): FramesRule {
  return {
    owner,
    ...(allowed ? { in: allowed } : {}),
    entries: test.frames.map(frameEntry),
    unless: (test.unless ?? []).map(frameEntry),
    literals: test.literals,
  };
}

function frameEntry(entry: string): FrameEntry {
  return entry.split('|').map((name) => {
    const trimmed = name.trim();
    return trimmed.endsWith('*')
      ? { name: trimmed.slice(0, -1), prefix: true }
      : { name: trimmed, prefix: false };
  });
}
