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

const READERS: ((parts: readonly PartView[], emit: Emit) => void)[] = [
  emitPendingButStarted,
  emitCountedZombies,
  emitLoggedPulls,
  emitKernelMemory,
  emitMetrics,
  emitMetricOverRss,
  emitJobTimes,
  emitZoneShift,
  emitVmstat,
  emitZombieRows,
];

/** Called once, after the facts of all parts. `parts` are in the order of the paste. Never throws. */
export function caseFacts(parts: readonly PartView[], emit: Emit): void {
  for (const read of READERS) read(parts, emit);
}
