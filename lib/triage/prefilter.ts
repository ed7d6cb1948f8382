/**
 * The pre-filter: one Aho–Corasick automaton over byte classes (Aho and Corasick, CACM 18(6), 1975) that
 * finds every literal of the pack in one pass. ASCII letters are folded. `scanText` reads strings, on which
 * everything above ASCII is one class; `prefilter-bytes.ts` reads bytes with the same table.
 */

export interface Automaton {
  /** Class of each byte. */
  classOf: Uint8Array;
  classes: number;
  /** Next state, premultiplied by `classes`, at `state + class`. */
  next: Int32Array;
  /** States from here on (premultiplied) end a literal: one compare in the hot loop. */
  accept: number;
  /** For each state from `accept` on: first index into `outputs`, which ends at the next state's. */
  outputStart: Int32Array;
  outputs: Int32Array;
  /** Length of each literal. */
  lengths: Int32Array;
}

/** What a string's unit above ASCII counts as: a byte that no literal of ASCII holds. */
const OTHER = 0xff;

/**
 * Builds the automaton. Literals must be lower case and not empty, of units below 255; their index is what a scan
 * reports. Codes in `through` are in no literal; they leave every state as it is, as if they were not there.
 */
export function buildAutomaton(literals: readonly string[], through: readonly number[] = []): Automaton {
  const { classOf, classes } = byteClasses(literals, through);
  const trie = buildTrie(literals, classOf, classes);
  const ends = link(trie, classes);
  const automaton = renumber(trie, ends, literals, classOf, classes);
  for (const code of through) {
    for (let at = 0; at < automaton.next.length; at += classes) automaton.next[at + classOf[code]!] = at;
  }
  return automaton;
}

function byteClasses(
  literals: readonly string[],
  through: readonly number[],
): { classOf: Uint8Array; classes: number } {
  const classOf = new Uint8Array(256);
  let classes = 1;
  for (const code of through) classOf[code] = classes++;
  for (const literal of literals) {
    for (let i = 0; i < literal.length; i++) {
      const code = literal.charCodeAt(i);
      if (code < OTHER && classOf[code] === 0) classOf[code] = classes++;
    }
  }
  for (let code = 65; code <= 90; code++) classOf[code] = classOf[code + 32]!;
  return { classOf, classes };
}

interface Trie {
  /** Child of each state by class, not premultiplied; 0 for none, because nothing leads back to the root. */
  rows: Int32Array;
  count: number;
  /** Literals that end in a state, as linked lists: first of each state, next of each literal; −1 ends one. */
  first: Int32Array;
  following: Int32Array;
}

function buildTrie(literals: readonly string[], classOf: Uint8Array, classes: number): Trie {
  const most = 1 + literals.reduce((sum, literal) => sum + literal.length, 0);
  let rows = new Int32Array(Math.min(most, 1024) * classes);
  const first = new Int32Array(most).fill(-1);
  const following = new Int32Array(literals.length).fill(-1);
  let count = 1;
  literals.forEach((literal, index) => {
    let state = 0;
    for (let i = 0; i < literal.length; i++) {
      const at = state * classes + classOf[literal.charCodeAt(i)]!;
      if (rows[at] === 0) {
        if ((count + 1) * classes > rows.length)
          rows = grown(rows, Math.min(most * classes, rows.length * 2));
        rows[at] = count++;
      }
      state = rows[at]!;
    }
    following[index] = first[state]!;
    first[state] = index;
  });
  return { rows, count, first, following };
}

function grown(rows: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const bigger = new Int32Array(size);
  bigger.set(rows);
  return bigger;
}

interface Ends {
  /** States breadth first. */
  order: Int32Array;
  /** Nearest state down the failure links that ends a literal; 0 for none. */
  below: Int32Array;
}

/** Breadth first: failure links are folded into the transitions, so that `trie.rows` becomes the whole table. */
function link(trie: Trie, classes: number): Ends {
  const { rows, count, first } = trie;
  const fail = new Int32Array(count);
  const below = new Int32Array(count);
  const order = new Int32Array(count);
  let size = 1;
  for (let symbol = 0; symbol < classes; symbol++) {
    if (rows[symbol] !== 0) order[size++] = rows[symbol]!;
  }
  for (let head = 1; head < size; head++) {
    const state = order[head]!;
    const failed = fail[state]!;
    below[state] = first[failed]! >= 0 ? failed : below[failed]!;
    for (let symbol = 0; symbol < classes; symbol++) {
      const at = state * classes + symbol;
      const inherited = rows[failed * classes + symbol]!;
      const child = rows[at]!;
      if (child === 0) rows[at] = inherited;
      else {
        fail[child] = inherited;
        order[size++] = child;
      }
    }
  }
  return { order, below };
}

/** States that end a literal get the highest numbers; the others keep the order of depth: shallow ones share cache lines. */
function renumber(
  trie: Trie,
  { order, below }: Ends,
  literals: readonly string[],
  classOf: Uint8Array,
  classes: number,
): Automaton {
  const { rows, count, first, following } = trie;
  const isEnd = (state: number): boolean => first[state]! >= 0 || below[state] !== 0;
  const name = new Int32Array(count);
  let next = 0;
  for (const state of order) if (!isEnd(state)) name[state] = next++;
  const plain = next;
  for (const state of order) if (isEnd(state)) name[state] = next++;
  const table = new Int32Array(count * classes);
  const outputStart = new Int32Array(count - plain + 1);
  const outputs: number[] = [];
  const placed = new Int32Array(count);
  for (let state = 0; state < count; state++) placed[name[state]!] = state;
  for (let at = 0; at < count; at++) {
    const state = placed[at]!;
    for (let symbol = 0; symbol < classes; symbol++)
      table[at * classes + symbol] = name[rows[state * classes + symbol]!]! * classes;
    if (at < plain) continue;
    outputStart[at - plain] = outputs.length;
    for (let end = state; end !== 0; end = below[end]!)
      for (let literal = first[end]!; literal >= 0; literal = following[literal]!) outputs.push(literal);
  }
  outputStart[count - plain] = outputs.length;
  return {
    classOf,
    classes,
    next: table,
    accept: plain * classes,
    outputStart,
    outputs: Int32Array.from(outputs),
    lengths: Int32Array.from(literals, (literal) => literal.length),
  };
}

/** Longer texts are read unit by unit. */
const LONGEST = 16 * 1024;
const ENCODER = new TextEncoder();
const BYTES = new Uint8Array(LONGEST);

/**
 * Calls `onHit(literal, end)` for every occurrence in `text`; `end` is the offset after its last unit. A line is
 * mostly a slice of the paste, and each `charCodeAt` of a slice looks the paste up: reading its bytes is four
 * times faster, copying included.
 */
export function scanText(
  automaton: Automaton,
  text: string,
  onHit: (literal: number, end: number) => void,
): void {
  const { length } = text;
  if (length > LONGEST || ENCODER.encodeInto(text, BYTES).written !== length) {
    scanUnits(automaton, text, onHit);
    return;
  }
  const { classOf, next, accept } = automaton;
  let state = 0;
  for (let i = 0; i < length; i++) {
    state = next[state + classOf[BYTES[i]!]!]!;
    if (state >= accept) outputsOf(automaton, state, i + 1, onHit);
  }
}

/** Text that is long or not ASCII, where bytes and units differ. */
function scanUnits(automaton: Automaton, text: string, onHit: (literal: number, end: number) => void): void {
  const { classOf, next, accept } = automaton;
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    state = next[state + classOf[code < OTHER ? code : OTHER]!]!;
    if (state >= accept) outputsOf(automaton, state, i + 1, onHit);
  }
}

/** The literals that end in an accepting state (premultiplied), longest first. */
export function outputsOf(
  { outputStart, outputs, accept, classes }: Automaton,
  state: number,
  end: number,
  onHit: (literal: number, end: number) => void,
): void {
  const index = (state - accept) / classes;
  const last = outputStart[index + 1]!;
  for (let o = outputStart[index]!; o < last; o++) onHit(outputs[o]!, end);
}
