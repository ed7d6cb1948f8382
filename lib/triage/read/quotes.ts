/** `> ` in front of every line of a mail or a Markdown quote, also nested. */

import type { Around } from './around';
import { cut } from './edit';
import { isBlank } from './repair';

const MARK = /^[ \t]{0,3}>(?: ?>)* ?/;

/** A run of quoted lines counts when it is long or when it is all there is between two blank lines. */
const LONG_RUN = 3;

export const quotes: Around = {
  id: 'quote-marks',
  apply(lines) {
    const quoted = (at: number): boolean => {
      const text = lines[at]?.text ?? '';
      return text.charCodeAt(0) === 62 || (text.charCodeAt(0) <= 32 && MARK.test(text));
    };
    let count = 0;
    for (let at = 0; at < lines.length; at++) {
      if (!quoted(at)) continue;
      const first = at;
      while (quoted(at + 1)) at++;
      const alone = isBlank(lines[first - 1]?.text ?? '') && isBlank(lines[at + 1]?.text ?? '');
      if (at - first + 1 < LONG_RUN && !alone) continue;
      for (let i = first; i <= at; i++) cut(lines[i]!, MARK.exec(lines[i]!.text)![0].length);
      count += at - first + 1;
    }
    return count;
  },
};
