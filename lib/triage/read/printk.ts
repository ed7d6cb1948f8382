/** What the kernel says in between when its console could not keep up (kernel/printk/printk.c). */

import { cut } from './edit';
import type { Line } from './line';
import type { Repair } from './repair';

const REPLAY = /\*\* replaying previous printk message \*\*\s*/;
/** `** 12 printk messages dropped ** [ 1234.567890] text` */
const DROPPED = /\*\* (\d+) printk messages? dropped \*\*\s*/;
/** Nothing but a time in front of the mark. */
const TIME_ONLY = /^\s*(?:\[[^\]]*\])?\s*$/;

export const printk: Repair = {
  id: 'printk',
  apply(lines, context) {
    if (!context.original.includes(' printk message')) return lines;
    const kept: Line[] = [];
    let replays = 0;
    let dropped = 0;
    for (const line of lines) {
      const lost = DROPPED.exec(line.text);
      if (lost) {
        dropped += Number(lost[1]);
        context.note('printk-dropped');
      }
      const mark = lost ?? REPLAY.exec(line.text);
      if (mark) {
        if (mark === lost || TIME_ONLY.test(line.text.slice(0, mark.index)))
          cut(line, mark.index + mark[0].length);
        else cut(line, 0, mark.index);
        if (!lost) {
          replays++;
          context.note('printk-replay');
        }
        if (line.text.trim() === '') continue;
      }
      // The replayed message says once more what stands above the mark, often in full this time.
      const previous = kept[kept.length - 1];
      if (replays > 0 && previous && previous.text !== '' && line.text.startsWith(previous.text)) kept.pop();
      if (!mark) replays = 0;
      kept.push(line);
    }
    if (dropped > 0)
      context.limit(`The kernel dropped ${dropped} messages of its log; they are not in this paste.`);
    return kept;
  },
};
