/** Who waits for what, by the stacks of a paste. */

import type { Wait } from './diagnosis';
import { waitsFor } from './generic-frames';
import type { Parsed, Stack } from './parsed';

/** More kinds than a picture can hold. */
const MOST = 12;
/** Process ids that are named; the rest is counted. */
const NAMED = 3;

/** Tasks of one name that wait for one thing count together, in the order in which they stand in the paste. */
export function waitsOf({ stacks, lines }: Pick<Parsed, 'stacks' | 'lines'>): Wait[] {
  const waits = new Map<string, Wait>();
  for (const stack of stacks) {
    const found = stack.kind === 'go' ? undefined : waitsFor(stack);
    const at = found && lines[found.frame.at];
    if (!at || found.anchor.idle) continue;
    const task = nameOf(stack);
    const key = `${task ?? `#${stack.pid ?? waits.size}`} ${found.anchor.id}`;
    const known = waits.get(key);
    if (known) {
      known.count++;
      if (stack.pid !== undefined && known.pids.length < NAMED && !known.pids.includes(stack.pid))
        known.pids.push(stack.pid);
      continue;
    }
    waits.set(key, {
      ...(task ? { task } : {}),
      pids: stack.pid === undefined ? [] : [stack.pid],
      count: 1,
      for: found.anchor.id,
      words: found.anchor.waitsFor,
      frame: found.frame.name,
      source: at.line.source,
      line: at.line.from,
    });
  }
  return [...waits.values()].slice(0, MOST);
}

/** Workers of the kernel are one crowd: kworker/2:1, kworker/u16:2. */
function nameOf({ task }: Stack): string | undefined {
  return task?.replace(/^(kworker|ksoftirqd|migration|jbd2)\b.*/, '$1');
}
