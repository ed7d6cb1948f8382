/** One JSON object a line: zap, zerolog, logrus, klog's JSON, and docker's json-file. */

import type { Time } from '../time';
import type { Line } from '../read/line';
import type { Format } from './format';
import { envelopeTime, isoTime } from './times';

/**
 * {"level":"info","ts":1612345678.1,"caller":"controller/controller.go:10","msg":"…"}
 * {"log":"I0403 …\n","stream":"stderr","time":"2021-06-10T08:09:15.458Z"}
 * Escaped quotes may already be undone, so the line is not parsed but looked at.
 */
const KEYS = /"(?:level|lvl|severity|msg|message|log|ts|time|timestamp|@timestamp|caller|logger)"\s?:/g;
const TIME =
  /"(?:ts|time|timestamp|@timestamp|t)"\s?:\s?("?)(\d{4}-\d\d-\d\d[T ][^"]{8,40}|\d{9,16}(?:\.\d+)?)/;

export const jsonLog: Format = {
  id: 'json-log',
  starts: '{',
  stream: true,
  line(text) {
    if (text.charCodeAt(0) !== 123) return 0;
    const found = new Set(text.slice(0, 3000).match(KEYS));
    if (found.size >= 2) return 0.95;
    return found.size === 1 && text.endsWith('}') ? 0.6 : 0;
  },
  time(text, line: Line): Time | undefined {
    const found = TIME.exec(text);
    if (!found) return envelopeTime(line);
    const stamp = found[2]!;
    if (stamp.includes('-')) return isoTime(stamp) ?? envelopeTime(line);
    return { ms: epoch(stamp), scale: 'utc', text: stamp };
  },
};

/** Seconds, milliseconds or microseconds since 1970, told by their size. */
function epoch(stamp: string): number {
  const value = Number(stamp);
  const whole = stamp.split('.')[0]!.length;
  return whole >= 15 ? value / 1000 : whole >= 12 ? value : value * 1000;
}
