/**
 * A CronJob writes the planned time into the name of each Job: `poll-1588665600` in seconds, `purge-27146763` in
 * minutes since 1970.
 */

import type { Line } from '../read/line';

// poll-1588665600      purge-27146763      dep-bot-1582588860-5c9ht
const NAME = /(?:^|[\s/"'])([a-z0-9][a-z0-9.-]{0,200})-(\d{10}|\d{8})(-[a-z0-9]{5})?(?=$|[\s"',:.])/;
/** In every such name; looked for first. */
const NUMBERED = /-\d{8}/;
const FAILED =
  /\s(?:Error|Failed|Evicted|OOMKilled|\w+Error|\w+BackOff|DeadlineExceeded|Terminating|NodeLost|Unknown)\s/;
const DONE = /\s(?:Completed?|1\/1)\s/;

/** A Job of a CronJob, or a pod of one, as one line names it. */
export interface Run {
  job: string;
  /** Planned time, seconds since 1970. */
  planned: number;
  /** Ten for seconds, eight for minutes. */
  digits: number;
  /** The end of the pod's name; undefined for the Job itself. */
  pod?: string;
  failed: boolean;
  done: boolean;
  line: Line;
}

/** Whether a name with a number of that size may stand there. */
export function isNumbered(text: string): boolean {
  return NUMBERED.test(text);
}

/** The first Job that the text names. */
export function runOf(text: string, line: Line): Run | undefined {
  const found = NUMBERED.test(text) ? NAME.exec(text) : null;
  if (!found) return undefined;
  const number = Number(found[2]);
  const planned = found[2]!.length === 10 ? number : number * 60;
  // Eight digits are a date as well: 20240513 would be 2008, and no minute of a CronJob that names minutes.
  if (planned < 1_400_000_000 || planned > 4_000_000_000) return undefined;
  return {
    job: found[1]!,
    planned,
    digits: found[2]!.length,
    ...(found[3] === undefined ? {} : { pod: found[3] }),
    failed: FAILED.test(text),
    done: DONE.test(`${text} `),
    line,
  };
}
