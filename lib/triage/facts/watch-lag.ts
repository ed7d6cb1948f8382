/** The kubelet's own measurement of a pod's start: when it saw the containers run, and when the API said so. */

import { parseMoment, secondsSince } from '../formats/moment';
import type { Emit, PartView } from '../formats/format';
import type { Time } from '../time';

// "Observed pod startup duration" pod="ci/build-31" … observedRunningTime="2023-09-12 10:04:28.12 +0000 UTC m=+8.1" watchObservedRunningTime="2023-09-12 10:11:12.3 +0000 UTC m=+412.2"
const OBSERVED =
  /"Observed pod startup duration" pod="(?:[^"/]{1,63}\/)?([^"]{1,253})".{1,600} observedRunningTime="([^"]{10,80})" watchObservedRunningTime="([^"]{10,80})"/;

/** Emits `pod.watch_lag_seconds` for each pod measured. */
export function emitWatchLag(parts: readonly PartView[], emit: Emit): void {
  for (const { lines } of parts) {
    for (const { line } of lines) {
      const found = line.text.includes('watchObservedRunningTime') ? OBSERVED.exec(line.text) : null;
      const lag = found ? secondsSince(goTime(found[2]!), goTime(found[3]!)) : undefined;
      if (lag !== undefined) emit('pod.watch_lag_seconds', lag, line, found![1]);
    }
  }
}

/** `2023-09-12 10:04:28.12 +0000 UTC m=+8.1`, as Go prints a time. A pod that needed no pull has the year 1 there. */
function goTime(text: string): Time | undefined {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.\d{1,9})?(?: ([+-]\d{4}))?/.exec(text);
  return found && !text.startsWith('0001')
    ? parseMoment(`${found[1]}T${found[2]}${found[3] ?? 'Z'}`)
    : undefined;
}
