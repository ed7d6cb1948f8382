/** Indentation that a whole block has in common, from Markdown code blocks and web pages. */

import type { Around } from './around';
import { cut } from './edit';
import type { Line } from './line';
import { isBlank } from './repair';

/** Four columns make a code block in Markdown; less is more likely the block's own shape. */
const CODE = 4;

/**
 * Takes off what all lines have in common, so rows, trees and manifests keep their shape among each other.
 * A deep block under a heading such as `spec:` or under shallower text keeps its depth: it belongs to that.
 */
export const indentation: Around = {
  id: 'indentation',
  apply(lines) {
    let count = 0;
    for (let at = 0; at < lines.length; at++) {
      if (!isDeep(lines[at]!)) continue;
      const first = at;
      let last = at;
      let common = Infinity;
      for (; at < lines.length; at++) {
        const line = lines[at]!;
        if (isBlank(line.text)) continue;
        if (!isDeep(line)) break;
        common = Math.min(common, margin(line.text));
        last = at;
      }
      // `at` stands on the first shallower line; the block must be parted from it by a blank line.
      const bounded = last + 1 >= lines.length || isBlank(lines[last + 1]!.text);
      if (!bounded || belongsAbove(lines, first)) continue;
      for (let i = first; i <= last; i++) {
        cut(lines[i]!, Math.min(common, margin(lines[i]!.text)));
        count++;
      }
    }
    return count;
  },
};

const isDeep = (line: Line): boolean =>
  line.text.charCodeAt(0) <= 32 && margin(line.text) >= CODE && !isBlank(line.text);

/** Leading blanks; a tab is as good as four, but only if the line has nothing but tabs in front. */
function margin(text: string): number {
  const spaces = /^ */.exec(text)![0].length;
  return spaces;
}

function belongsAbove(lines: readonly Line[], first: number): boolean {
  let above = first - 1;
  while (above >= 0 && isBlank(lines[above]!.text)) above--;
  if (above < 0) return false;
  if (above === first - 1) return true;
  const text = lines[above]!.text;
  return text.charCodeAt(0) <= 32 || /^[\w.-]+:\s*$/.test(text);
}
