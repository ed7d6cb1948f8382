/** The journal and syslog: lines whose prefix `read` took off. What has a format of its own inside is not claimed here. */

import type { Format } from './format';
import { envelopeTime, syslogTime } from './times';

/** Mar 26 18:36:59 node-1 systemd[1]: Started Session 3 of user root. — where `read` left the prefix. */
const PREFIX = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [^\s:[]{1,60}(?:\[\d+\])?: /;

export const journal: Format = {
  id: 'journal',
  stream: true,
  line(text, _context, line) {
    if (line.envelope?.kind === 'journal') return 0.9;
    const code = text.charCodeAt(0);
    return code >= 65 && code <= 90 && PREFIX.test(text) ? 0.9 : 0;
  },
  continues: (text) => /^\s/.test(text),
  time: (text, line) => envelopeTime(line) ?? syslogTime(text),
};
