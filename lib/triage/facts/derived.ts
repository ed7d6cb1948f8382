/** Facts that no part shows by itself: two outputs, or a log and its report, say them together. */

import type { Emit, PartView } from '../formats/format';
import { emitKernelMemory } from './kernel-memory';
import { emitLoggedPulls } from './logged-pulls';
import { emitMetrics } from './metrics';
import { emitPendingButStarted } from './pending-but-started';
import { emitCountedZombies } from './counted-zombies';
import { emitJobTimes } from './job-times';
import { emitMetricOverRss } from './metric-over-rss';
import { emitVmstat } from './vmstat';
import { emitZombieRows } from './zombie-rows';
import { emitZoneShift } from './zone-shift';
import { buildAutomaton, scanText } from '../prefilter';

interface Reader {
  read(parts: readonly PartView[], emit: Emit): void;
  /**
   * Words of which one stands, in either case, in every paste that the reader has something to say about. A reader
   * that learns another pattern needs its word here, or no list at all.
   */
  needs?: readonly string[];
}

const READERS: readonly Reader[] = [
  { read: emitPendingButStarted },
  { read: emitCountedZombies },
  { read: emitLoggedPulls, needs: ['pull'] },
  {
    read: emitKernelMemory,
    needs: ['memory cgroup stats', 'pages ram', 'pagecache pages', 'total swap', 'active_file:'],
  },
  { read: emitMetrics },
  { read: emitMetricOverRss, needs: ['rss'] },
  { read: emitJobTimes },
  { read: emitZoneShift, needs: ['last schedule time:'] },
  { read: emitVmstat, needs: ['swpd'] },
  { read: emitZombieRows },
];

const WORDS = [...new Set(READERS.flatMap(({ needs }) => needs ?? []))];
const AUTOMATON = buildAutomaton(WORDS);

/**
 * Called once, after the facts of all parts. `parts` are in the order of the paste. Never throws. Each reader goes
 * through all lines; of a large log most have nothing to read, which one pass for all their words finds out.
 */
export function caseFacts(parts: readonly PartView[], emit: Emit): void {
  const said = wordsIn(parts);
  for (const { read, needs } of READERS)
    if (!needs || needs.some((word) => said.has(word))) read(parts, emit);
}

function wordsIn(parts: readonly PartView[]): Set<string> {
  const said = new Set<string>();
  const onHit = (word: number): void => void said.add(WORDS[word]!);
  for (const { lines } of parts) for (const { line } of lines) scanText(AUTOMATON, line.text, onHit);
  return said;
}
