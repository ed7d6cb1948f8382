/**
 * The difference of two NGINX configurations in which an upstream or a server leaves one place and comes to another:
 * the order changed, and nobody changed anything.
 */

import { clip } from '../formats/columns';
import type { Emit, PartView } from '../formats/format';
import type { Line } from '../read/line';

// --- /etc/nginx/nginx.conf	2018-06-04 12:20:18.110000000 +0000
const HEAD = /---\s+\/\S*(?:nginx|tmp)\S*/;
// -		server 10.2.18.41:8080 max_fails=0 fail_timeout=0;      +    upstream shop-cart-80 {
const MOVED = /^([-+])\s{1,12}((?:server \d{1,3}(?:\.\d{1,3}){3}:\d{1,5}|upstream [\w.-]{1,150})\b)/;

/** Emits how many servers and upstreams changed their place in the diffs of the paste. */
export function emitMovedLines(parts: readonly PartView[], emit: Emit): void {
  let gone = new Map<string, string>();
  let moved = 0;
  let first: Line | undefined;
  for (const { line } of parts.flatMap(({ lines }) => lines)) {
    if (!/^[-+]|\\n[-+]/.test(line.text) && !line.text.includes('---')) continue;
    if (HEAD.test(clip(line.text))) gone = new Map();
    // The controller since 1.0 prints the whole difference into one line.
    for (const text of line.text.slice(0, MOST).split(/\\n/)) {
      const [, sign = '', what = ''] = MOVED.exec(text.replaceAll('\\t', ' ')) ?? [];
      const other = gone.get(what);
      if (what && other === undefined) gone.set(what, sign);
      if (other === undefined || other === sign) continue;
      moved++;
      first ??= line;
    }
  }
  if (first) emit('nginx.moved_lines', moved, first);
}

/** Characters of one line that are looked at. */
const MOST = 20_000;
