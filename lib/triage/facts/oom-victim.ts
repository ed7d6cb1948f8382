/**
 * How much of a full memory cgroup the killed process itself held. A victim far below the limit died for what its
 * siblings hold.
 */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';

// memory: usage 524288kB, limit 524288kB, failcnt 3616
const LIMIT = /\bmemory: usage \d{1,15}kB, limit (\d{1,15})kB/;
// Memory cgroup out of memory: Killed process 63214 (uwsgi) total-vm:3149468kB, anon-rss:164992kB, file-rss:52176kB
const KILLED = /\bKilled process \d{1,8} \(([^)]{1,40})\).{0,80}\banon-rss:(\d{1,15})kB/;
// oom-kill:constraint=CONSTRAINT_MEMCG,…,oom_memcg=/kubepods.slice/….scope,task_memcg=/kubepods.slice/….scope,task=dd
const WHOSE = /\boom_memcg=([^,\s]{1,400}),task_memcg=([^,\s]{1,400})/;
/** What v1 prints where no limit is set. */
const UNLIMITED = 1e13;

/** Emits `oom.victim_share` for each kill whose report shows the limit. The subject is the victim. */
export function emitOomVictims(parts: readonly PartView[], emit: Emit): void {
  for (const { lines } of parts) {
    let limit: number | undefined;
    for (const { line } of lines) {
      const text = clip(line.text);
      const set = LIMIT.exec(text)?.[1];
      if (set) limit = Number(set);
      // The limit of the victim's own cgroup: no sibling used it up.
      const whose = WHOSE.exec(text);
      if (whose && whose[1] === whose[2]) limit = undefined;
      const killed = limit === undefined ? null : KILLED.exec(text);
      if (killed && limit && limit < UNLIMITED)
        emit('oom.victim_share', Math.round((Number(killed[2]) / limit) * 100) / 100, line, killed[1]);
    }
  }
}
