/** dockerd's log: logfmt, told from other logfmt by its process or its own messages. */

import type { Format } from './format';
import { logfmt, looksLikeLogfmt } from './logfmt';
import { runtimeOf } from './runtime-log';

export const dockerLog: Format = {
  id: 'docker-log',
  starts: 'tlmcse',
  stream: true,
  line(text, _context, line) {
    const structured = looksLikeLogfmt(text);
    if (!structured && line.envelope?.process === undefined) return 0;
    if (runtimeOf(text, line) !== 'docker-log') return 0;
    // Not logfmt, but the journal names the process: a panic, a line of an embedded library.
    return structured ? 0.97 : 0.85;
  },
  continues: (text, context) => logfmt.continues!(text, context),
  time: (text, line) => logfmt.time!(text, line),
};
