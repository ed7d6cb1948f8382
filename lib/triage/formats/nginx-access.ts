/** nginx access log, in the combined format and in the longer one of ingress-nginx. */

import type { Emit, Format, PartView } from './format';
import { webTime } from './times';

/** 203.0.113.7 - - [13/May/2024:10:11:02 +0000] "GET / HTTP/2.0" 200 5123 "-" "Mozilla/5.0" */
const LINE =
  /^[0-9a-fA-F.:]{3,45} (?:- )?[^"]{1,200}\[\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "/;
const STATUS = /\] "[^"]{0,4000}" (\d{3}) /;

/** Counts requests, and those that were answered 502. */
function facts(part: PartView, emit: Emit): void {
  let requests = 0;
  let bad = 0;
  let first502;
  for (const { line } of part.lines) {
    const status = STATUS.exec(line.text)?.[1];
    if (status === undefined) continue;
    requests++;
    if (status !== '502') continue;
    bad++;
    first502 ??= line;
  }
  const at = part.lines[0]?.line;
  if (requests === 0 || !at) return;
  emit('nginx.requests', requests, at);
  emit('nginx.status_502', bad, first502 ?? at);
}

export const nginxAccess: Format = {
  id: 'nginx-access',
  starts: '0123456789abcdef:',
  stream: true,
  line: (text) => (LINE.test(text) ? 0.96 : 0),
  time: (text) => webTime(text),
  facts,
};
