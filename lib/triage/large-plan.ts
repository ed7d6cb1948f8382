/** What the automaton of the large path looks for, and what each literal stands for. Built once a pack. */

import type { Compiled, LineRule } from './compile';
import { MARKERS, TRIGGERS, type Marker } from './large-markers';
import { buildAutomaton, type Automaton } from './prefilter';

/** What one literal admits. */
export interface Entry {
  /** The literal as it must be spelled; undefined when case does not matter. */
  spelling: Uint8Array | undefined;
  /** Line rules, by their index in `Compiled.lines`. */
  rules: number[];
  /** A frames rule waits for it: the stack comes along. */
  frames: boolean;
  /** Indexes into `MARKERS`. */
  markers: number[];
  trigger: boolean;
}

export interface Plan {
  automaton: Automaton;
  entries: Entry[];
  /** Per line rule: its expression without anchors, and how far its `near` looks. */
  relaxed: { pattern: RegExp; within: number }[];
}

/** CR and LF are as if they were not there: a literal that a hard wrap broke is found. */
const THROUGH = [10, 13];
const LF = 10;
const SPACE = 32;

/** LF also stands for a blank where a literal goes on with one: a literal that a word wrap broke is found, too. */
function breakAtBlanks(automaton: Automaton): Automaton {
  const { next, classes, classOf } = automaton;
  const depth = new Int32Array(next.length / classes).fill(-1);
  const queue = [0];
  depth[0] = 0;
  // A state is as deep as the shortest text that leads to it.
  for (const state of queue) {
    for (let symbol = 0; symbol < classes; symbol++) {
      const to = next[state + symbol]!;
      if (depth[to / classes]! >= 0) continue;
      depth[to / classes] = depth[state / classes]! + 1;
      queue.push(to);
    }
  }
  const lf = classOf[LF]!;
  // CR must go on being nothing.
  if (lf === classOf[13]) throw new Error('CR and LF need classes of their own');
  const blank = classOf[SPACE]!;
  for (let state = 0; state < next.length; state += classes) {
    const to = next[state + blank]!;
    if (state > 0 && depth[to / classes] === depth[state / classes]! + 1) next[state + lf] = to;
  }
  return automaton;
}

const plans = new WeakMap<Compiled, Plan>();

export function planOf(compiled: Compiled): Plan {
  let plan = plans.get(compiled);
  if (!plan) plans.set(compiled, (plan = makePlan(compiled)));
  return plan;
}

function makePlan(compiled: Compiled): Plan {
  const entries = new Map<string, Entry>();
  const literals: string[] = [];
  const entry = (literal: string, exact = false): Entry => {
    const key = `${exact ? 'exact' : 'any'} ${literal}`;
    let known = entries.get(key);
    if (!known) {
      const spelling = exact ? Uint8Array.from(literal, (char) => char.charCodeAt(0)) : undefined;
      known = { spelling, rules: [], frames: false, markers: [], trigger: false };
      entries.set(key, known);
      literals.push(literal.toLowerCase());
    }
    return known;
  };
  compiled.literals.forEach(({ text, exact }, index) =>
    entry(text, exact).rules.push(...compiled.rulesOf[index]!),
  );
  for (const rule of compiled.frames) for (const literal of rule.literals) entry(literal).frames = true;
  MARKERS.forEach((marker: Marker, index) => {
    for (const literal of marker.literals) entry(literal).markers.push(index);
  });
  for (const literal of TRIGGERS) entry(literal).trigger = true;
  return {
    automaton: breakAtBlanks(buildAutomaton(literals, THROUGH)),
    entries: [...entries.values()],
    relaxed: compiled.lines.map(relaxedRule),
  };
}

function relaxedRule(rule: LineRule): { pattern: RegExp; within: number } {
  const within = Math.max(0, ...rule.near.map((near) => near.within));
  return { pattern: relax(rule.pattern), within };
}

/** An anchor stands at a place that repairs may bring to the edge of the line: here it holds anywhere. */
function relax(pattern: RegExp): RegExp {
  const source = pattern.source.replace(/(^|[(|])\^/g, '$1').replace(/(^|[^\\])\$(?=$|[)|])/g, '$1');
  try {
    return new RegExp(source, pattern.flags);
  } catch {
    return pattern;
  }
}
