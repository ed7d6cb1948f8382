/** Code fences of Markdown, Jira, BBCode and HTML. */

import type { Around } from './around';
import { cut } from './edit';

/** A line that is a fence and nothing else; it becomes a blank line, because what it parts belongs apart. */
const ALONE =
  /^\s*(?:(?:```+|~~~+)\s*[\w+-]*|(?:\{(?:code|noformat)[^{}\s]{0,60}\}|\[\/?code\]|<\/?(?:pre|code)(?: [^<>]{0,200})?>)+)\s*$/;
const OPENING = /^\s*(?:```|\{noformat\}|<pre>(?:<code>)?)(?=\S)/;
const CLOSING = /(?:```|\{noformat\}|(?:<\/code>)?<\/pre>)\s*$/;

export const fences: Around = {
  id: 'code-fence',
  apply(lines, { original }) {
    if (!/```|~~~|\{code|\{noformat|\[\/?code\]|<\/?(?:pre|code)/.test(original)) return 0;
    let count = 0;
    for (const line of lines) {
      const { text } = line;
      if (text.length > 4096 || text.length === 0 || !/[`~}\]>]/.test(text)) continue;
      const opening = ALONE.test(text) ? text.length : (OPENING.exec(text)?.[0].length ?? 0);
      const closing = opening === text.length ? 0 : (CLOSING.exec(text)?.[0].length ?? 0);
      // One of a pair inside a line of prose is inline code, not a fence.
      if (opening + closing === 0 || (opening === 0 && text.indexOf('```') < text.length - closing)) continue;
      cut(line, opening, Math.max(opening, text.length - closing));
      count++;
    }
    return count;
  },
};
