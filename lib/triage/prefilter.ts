/**
 * The pre-filter: one Aho–Corasick automaton over byte classes (Aho and Corasick, CACM 18(6), 1975) that
 * finds every literal of the pack in one pass. ASCII letters are folded, everything above ASCII is one class.
 */

export interface Automaton {
  /** Class of each code unit below 128; index 128 stands for all others. */
  classOf: Uint8Array;
  classes: number;
  /** Next state, premultiplied by `classes`, at `state + class`. */
  next: Int32Array;
  /** For each state (not premultiplied): first index into `outputs`, which ends at the next state's. */
  outputStart: Int32Array;
  outputs: Int32Array;
  /** Length of each literal. */
  lengths: Int32Array;
}

const OTHER = 128;

/** Builds the automaton. Literals must be lower case, ASCII and not empty; their index is what a scan reports. */
export function buildAutomaton(literals: readonly string[]): Automaton {
  const { classOf, classes } = byteClasses(literals);
  const trie = [new Int32Array(classes).fill(-1)];
  const ends: number[][] = [[]];
  literals.forEach((literal, index) => {
    let state = 0;
    for (let i = 0; i < literal.length; i++) {
      const row = trie[state]!;
      const symbol = classOf[literal.charCodeAt(i)]!;
      if (row[symbol] === -1) {
        row[symbol] = trie.length;
        trie.push(new Int32Array(classes).fill(-1));
        ends.push([]);
      }
      state = row[symbol]!;
    }
    ends[state]!.push(index);
  });
  return link(trie, ends, literals, classOf, classes);
}

function byteClasses(literals: readonly string[]): { classOf: Uint8Array; classes: number } {
  const classOf = new Uint8Array(OTHER + 1);
  let classes = 1;
  for (const literal of literals) {
    for (let i = 0; i < literal.length; i++) {
      const code = literal.charCodeAt(i);
      if (code < OTHER && classOf[code] === 0) classOf[code] = classes++;
    }
  }
  for (let code = 65; code <= 90; code++) classOf[code] = classOf[code + 32]!;
  return { classOf, classes };
}

/** Breadth first: failure links are folded into the transitions, outputs are inherited along them. */
function link(
  trie: Int32Array[],
  ends: number[][],
  literals: readonly string[],
  classOf: Uint8Array,
  classes: number,
): Automaton {
  const next = new Int32Array(trie.length * classes);
  const fail = new Int32Array(trie.length);
  const queue: number[] = [];
  for (let symbol = 0; symbol < classes; symbol++) {
    const child = trie[0]![symbol]!;
    next[symbol] = child > 0 ? child * classes : 0;
    if (child > 0) queue.push(child);
  }
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    ends[state] = [...ends[state]!, ...ends[fail[state]!]!];
    for (let symbol = 0; symbol < classes; symbol++) {
      const child = trie[state]![symbol]!;
      const inherited = next[fail[state]! * classes + symbol]!;
      if (child > 0) {
        fail[child] = inherited / classes;
        queue.push(child);
      }
      next[state * classes + symbol] = child > 0 ? child * classes : inherited;
    }
  }
  const outputStart = new Int32Array(trie.length + 1);
  const outputs: number[] = [];
  for (let state = 0; state < trie.length; state++) {
    outputStart[state] = outputs.length;
    outputs.push(...ends[state]!);
  }
  outputStart[trie.length] = outputs.length;
  return {
    classOf,
    classes,
    next,
    outputStart,
    outputs: Int32Array.from(outputs),
    lengths: Int32Array.from(literals, (literal) => literal.length),
  };
}

/** Calls `onHit(literal, end)` for every occurrence in `text`; `end` is the offset after its last unit. */
export function scanText(
  automaton: Automaton,
  text: string,
  onHit: (literal: number, end: number) => void,
): void {
  const { classOf, classes, next, outputStart, outputs } = automaton;
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    state = next[state + classOf[code < OTHER ? code : OTHER]!]!;
    if (state === 0) continue;
    const index = state / classes;
    const end = outputStart[index + 1]!;
    for (let o = outputStart[index]!; o < end; o++) onHit(outputs[o]!, i + 1);
  }
}
