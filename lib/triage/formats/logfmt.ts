/** logfmt: `time="2021-06-10T16:09:15.458629778+08:00" level=info msg="…"`. */

import type { Format } from './format';
import { envelopeTime, isoTime } from './times';
import { runtimeOf } from './runtime-log';

/** time="2021-06-10T16:09:15Z" level=info msg="stopping containerd after receiving terminated" */
const HEAD = /^(?:time|ts|t|level|lvl|logger|caller|msg|source)=(?:"|\S)/;
const KEYS = /(?:^|\s)(?:level|lvl|severity)="?[a-zA-Z]+|(?:^|\s)(?:msg|message|err|error)=/;

/** Keys a logger writes first, and a level or a message behind them. */
export function looksLikeLogfmt(text: string): boolean {
  return HEAD.test(text) && KEYS.test(text.length > 400 ? text.slice(0, 400) : text);
}

export function logfmtTime(text: string) {
  const at = text.startsWith('time="')
    ? 6
    : text.startsWith('time=') || text.startsWith('ts=')
      ? text.indexOf('=') + 1
      : -1;
  return at < 0 ? undefined : isoTime(text, text[at] === '"' ? at + 1 : at);
}

export const logfmt: Format = {
  id: 'logfmt',
  starts: 'tlmcse',
  stream: true,
  line: (text, _context, line) => (looksLikeLogfmt(text) && runtimeOf(text, line) === undefined ? 0.95 : 0),
  continues: (text) => /^\s/.test(text),
  time: (text, line) => logfmtTime(text) ?? envelopeTime(line),
};
