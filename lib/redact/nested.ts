/**
 * Text inside text: a string of JSON with escapes, a URL-encoded value. Rules are written for text as a person sees
 * it, so what is inside is unwrapped, looked at, and wrapped again. A text inside a text inside a text too.
 */

export interface Nested {
  start: number;
  end: number;
  /** As a person would read it. */
  text: string;
  /** `places[i]` is where letter i of `text` stands outside; one more for the end. */
  places: number[];
  /** Wraps a changed text again. */
  wrap(text: string): string;
}

interface Wrapping {
  /** Where such texts may stand, without overlaps, in one pass over the text. */
  runs(text: string): { start: number; end: number }[];
  /** One letter or one row of escapes. */
  piece: RegExp;
  /** Throws where the run is not of this kind. */
  unwrap(piece: string): string;
  wrap(text: string): string;
}

/** Shorter runs hold nothing. */
const SHORTEST = 8;

const WRAPPINGS: readonly Wrapping[] = [
  // "{\"msg\":\"password: x\\n\"}"
  {
    runs: quotedRuns,
    piece: /(?:\\u[0-9A-Fa-f]{4})+|\\.|[^\\]/gsu,
    unwrap: (piece) => (piece.startsWith('\\') ? (JSON.parse(`"${piece}"`) as string) : piece),
    wrap: (text) => JSON.stringify(text).slice(1, -1),
  },
  // q=password%3A%20x%0A…: between the separators of a query
  {
    runs: (text) =>
      [...text.matchAll(/[\w.~!*'();:@+$,/[\]%-]+/g)].map(({ index, 0: run }) => ({
        start: index,
        end: index + run.length,
      })),
    piece: /(?:%[0-9A-Fa-f]{2})+|[^]/gu,
    unwrap: (piece) => (piece.length > 1 ? decodeURIComponent(piece) : piece),
    wrap: encodeURIComponent,
  },
];

/** Without overlaps, by place. */
export function nestedIn(text: string): Nested[] {
  const found: Nested[] = [];
  for (const wrapping of WRAPPINGS) {
    const before = [...found];
    let next = 0;
    for (const { start, end } of wrapping.runs(text)) {
      while (before[next] && before[next]!.end <= start) next++;
      if (end - start < SHORTEST || (before[next] && before[next]!.start < end)) continue;
      const inside = unwrapped(text.slice(start, end), start, wrapping);
      if (inside) found.push({ start, end, wrap: wrapping.wrap, ...inside });
    }
    found.sort((a, b) => a.start - b.start);
  }
  return found;
}

/** What stands between two quotes of one line; an escaped quote is no end. */
function quotedRuns(text: string): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  let open = -1;
  for (const { 0: token, index } of text.matchAll(/\\.|["\n]/g)) {
    if (token === '\n') open = -1;
    else if (token === '"' && open < 0) open = index + 1;
    else if (token === '"') {
      runs.push({ start: open, end: index });
      open = -1;
    }
  }
  return runs;
}

function unwrapped(run: string, start: number, { piece, unwrap }: Wrapping) {
  if (!/[\\%]/.test(run)) return null;
  const places: number[] = [];
  let text = '';
  try {
    for (const match of run.matchAll(piece)) {
      const letters = unwrap(match[0]);
      for (let at = 0; at < letters.length; at++) places.push(start + match.index);
      text += letters;
    }
  } catch {
    // No such string after all: \d in a pattern, a % that is only a percent sign.
    return null;
  }
  places.push(start + run.length);
  return text === run ? null : { text, places };
}
