/** Facts that no part shows by itself: two outputs, or a log and its report, say them together. */

import type { Emit, PartView } from '../formats/format';
import { emitKernelMemory } from './kernel-memory';
import { emitLoggedPulls } from './logged-pulls';
import { emitMetrics } from './metrics';
import { emitPendingButStarted } from './pending-but-started';
import { emitCountedZombies } from './counted-zombies';
import { emitBesidePolicy } from './beside-policy';
import { emitJobAges } from './job-ages';
import { emitJobTimes, tellsJobTimes } from './job-times';
import { emitCaptures } from './captures';
import { emitCountedGroups } from './counted-groups';
import { emitCountedObjects } from './counted-objects';
import { emitIpvsConnections } from './ipvs-connections';
import { emitProcessUsage } from './process-usage';
import { emitMetricOverRss } from './metric-over-rss';
import { emitVmstat } from './vmstat';
import { emitMovedLines } from './moved-lines';
import { emitVanishedUpstreams } from './vanished-upstreams';
import { emitReloads } from './reloads';
import { emitOldWorkers } from './old-workers';
import { emitCronRuns } from './cron-runs';
import { emitOomVictims } from './oom-victim';
import { emitProcessStates } from './process-states';
import { emitPullQueue } from './pull-queue';
import { emitQueried } from './queried';
import { emitWatchLag } from './watch-lag';
import { emitZombieRows } from './zombie-rows';
import { emitZoneShift } from './zone-shift';
import type { ParsedLine } from '../parsed';
import { buildAutomaton, scanText } from '../prefilter';

interface Reader {
  read(parts: readonly PartView[], emit: Emit): void;
  /**
   * Words of which one stands, in either case, in every paste that the reader has something to say about. A reader
   * that learns another pattern needs its word here, or no list at all.
   */
  needs?: readonly string[];
  /** Lines that the reader looks at; it gets the parts without the others. */
  picks?(text: string): boolean;
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
  {
    read: emitCountedObjects,
    needs: ['replicaset', 'get rs', 'change-cause', 'rollout history'],
  },
  { read: emitCaptures, needs: ['flags [s]', ' aaaa? '] },
  { read: emitCountedGroups, needs: ['uniq -c', 'count by', 'revisionhistorylimit'] },
  {
    read: emitIpvsConnections,
    needs: ['node_ipvs_backend', 'established', 'masq ', 'not deleting, rs', 'till all connection'],
  },
  { read: emitOldWorkers, needs: ['is shutting down'] },
  { read: emitReloads, needs: ['reload', 'sighup', 'addedorupdated', 'controller_success', 'reloads_total'] },
  { read: emitMovedLines, needs: ['upstream ', 'max_fails'] },
  { read: emitVanishedUpstreams, needs: [' 502', '"502'] },
  { read: emitProcessUsage, needs: ['apise', 'kube-proxy', 'hyperkube'] },
  { read: emitMetricOverRss, needs: ['rss'] },
  { read: emitQueried, needs: ['rate(', 'increase(', 'delta(', 'changes(', 'histogram_quantile('] },
  { read: emitJobTimes, picks: tellsJobTimes },
  { read: emitBesidePolicy, needs: ['concurrencypolicy', 'concurrency policy', 'created job'] },
  { read: emitJobAges, needs: ['completed', 'completions', 'created job', '1/1'] },
  { read: emitCronRuns, needs: ['schedule', 'cronjob', 'get cj'] },
  { read: emitZoneShift, needs: ['last schedule time:', 'schedule', 'start time:'] },
  { read: emitVmstat, needs: ['swpd'] },
  { read: emitZombieRows },
  { read: emitProcessStates, needs: ['z (zombie)'] },
  { read: emitOomVictims, needs: ['anon-rss:'] },
  { read: emitPullQueue, needs: ['pull'] },
  { read: emitWatchLag, needs: ['watchobservedrunningtime'] },
];

const WORDS = [...new Set(READERS.flatMap(({ needs }) => needs ?? []))];
const AUTOMATON = buildAutomaton(WORDS);
const PICKING = READERS.filter(({ picks }) => picks);

/**
 * Called once, after the facts of all parts; `attempt` runs each reader, so that one that fails takes none of the
 * others with it. `parts` are in the order of the paste, and so are `lines`, those of all
 * parts. Each reader would go through all lines, of which most in a large log tell it nothing: one pass
 * in the order of the paste finds out, because the lines of one part lie far from each other in memory.
 */
export function caseFacts(
  parts: readonly PartView[],
  lines: readonly ParsedLine[],
  emit: Emit,
  attempt: (read: () => void) => void = (read) => read(),
): void {
  const { said, picked } = lookThrough(lines);
  for (const reader of READERS) {
    const { read, needs, picks } = reader;
    if (needs && !needs.some((word) => said.has(word))) continue;
    const own = picked.get(reader);
    if (own) attempt(() => read(onlyLines(parts, own), emit));
    else if (!picks) attempt(() => read(parts, emit));
  }
}

/** Which words stand in the lines, and which lines are picked by a reader. */
function lookThrough(lines: readonly ParsedLine[]) {
  const said = new Set<string>();
  const picked = new Map<Reader, ParsedLine[]>();
  const onHit = (word: number): void => void said.add(WORDS[word]!);
  for (const parsed of lines) {
    const { text } = parsed.line;
    scanText(AUTOMATON, text, onHit);
    for (const reader of PICKING) {
      if (!reader.picks!(text)) continue;
      const known = picked.get(reader);
      if (known) known.push(parsed);
      else picked.set(reader, [parsed]);
    }
  }
  return { said, picked };
}

function onlyLines(parts: readonly PartView[], lines: readonly ParsedLine[]): PartView[] {
  const own: ParsedLine[][] = parts.map(() => []);
  for (const line of lines) own[line.part]?.push(line);
  return parts.map((part, at) => ({ ...part, lines: own[at]! }));
}
