/** Replaces spans; in a column the place that a shorter pseudonym leaves is filled, a longer one takes of the gap. */

export interface Replacement {
  start: number;
  end: number;
  put: string;
}

/** Two blanks or more behind a name: a column ends here. */
const GAP = /^ {2,}(?=\S)/;

/** `replacements` in order of place, without overlaps. */
export function replaced(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, put } of replacements) {
    const gap = GAP.exec(text.slice(end, end + 200))?.[0].length ?? 0;
    const spare = end - start - put.length;
    pieces.push(text.slice(at, start), put);
    at = end;
    if (gap === 0 || spare === 0) continue;
    // One blank less than the gap has, so that two columns never grow together.
    const blanks = Math.max(gap + spare, 2);
    pieces.push(' '.repeat(blanks));
    at = end + gap;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
