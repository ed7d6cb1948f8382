/** klog and glog: `I0403 15:18:39.934473    3652 kubelet.go:1778] message`. */

import type { Line } from '../read/line';
import type { Format, LineContext } from './format';
import { digits, envelopeTime, klogTime } from './times';
import { isKubelet } from './kubelet-files';

/** Where the message of a klog line begins, and the source file and process id its head names. */
export interface KlogHead {
  file: string;
  pid: number;
  message: number;
}

/** Severity letter, four digits, a space and a clock: enough to know klog, and cheap enough for every line. */
export function looksLikeKlog(text: string): boolean {
  const severity = text.charCodeAt(0);
  if (severity !== 73 && severity !== 69 && severity !== 87 && severity !== 70) return false;
  if (text.charCodeAt(5) !== 32 || text.charCodeAt(8) !== 58 || text.charCodeAt(11) !== 58) return false;
  return digits(text, 1, 4) >= 0 && digits(text, 6, 2) >= 0;
}

/** Reads the head of a klog line; undefined when the head is cut. */
export function klogHead(text: string): KlogHead | undefined {
  if (!looksLikeKlog(text)) return undefined;
  let at = text.indexOf(' ', 14);
  if (at < 0 || at > 30) return undefined;
  while (text.charCodeAt(at) === 32) at++;
  const space = text.indexOf(' ', at);
  const close = text.indexOf(']', at);
  if (space < 0 || close < space || close - space > 80) return undefined;
  const colon = text.indexOf(':', space);
  const end = colon > 0 && colon < close ? colon : close;
  return { pid: Number(text.slice(at, space)), file: text.slice(space + 1, end), message: close + 2 };
}

/** A line that lost its head to a cut: `kubelet.go:1778] skipping pod synchronization`. */
const HEADLESS = /^[a-z][a-z0-9_]{1,40}\.go:\d{1,5}\] /;

export function klogConfidence(text: string): number {
  if (looksLikeKlog(text)) return 0.97;
  return HEADLESS.test(text) ? 0.85 : 0;
}

export const klog: Format = {
  id: 'klog',
  starts: 'IWEFabcdefghijklmnopqrstuvwxyz',
  stream: true,
  line(text: string, context: LineContext, line: Line) {
    const confidence = klogConfidence(text);
    return confidence > 0 && !isKubelet(text, line) ? confidence : 0;
  },
  continues: (text) => /^[\s})\]]/.test(text),
  time: (text, line) => (looksLikeKlog(text) ? klogTime(text) : undefined) ?? envelopeTime(line),
};
