/** Lines of a text by the offsets at which they begin. The text is never split: 200,000 lines stay one string. */

/** Index of the line (from 0) that holds an offset. */
export function lineAt(starts: Uint32Array, offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where line `line` (from 1) stands in the text, without its line break. */
export function lineSpan(text: string, starts: Uint32Array | undefined, line: number): [number, number] {
  const from = starts?.[line - 1] ?? 0;
  let to = starts?.[line] ?? text.length;
  if (to > from && text.charCodeAt(to - 1) === 10) to--;
  if (to > from && text.charCodeAt(to - 1) === 13) to--;
  return [from, to];
}

/** The lines `from` to `to` as they were pasted, for the clipboard. */
export function textOfLines(text: string, starts: Uint32Array | undefined, from: number, to: number): string {
  return text.slice(lineSpan(text, starts, from)[0], lineSpan(text, starts, to)[1]);
}

/** The longest line in UTF-16 units; what is longer than `most` counts as `most`. */
export function longestLine(length: number, starts: Uint32Array, most: number): number {
  let longest = 0;
  for (let at = 0; at < starts.length; at++) {
    const next = starts[at + 1] ?? length;
    longest = Math.max(longest, next - (starts[at] as number));
  }
  return Math.min(longest, most);
}
