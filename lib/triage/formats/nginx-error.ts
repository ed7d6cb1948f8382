/** nginx error log. */

import type { Format } from './format';
import { digits, isoTime } from './times';

/** 2018/06/25 15:26:49 [error] 31#31: *1208 connect() failed (111: Connection refused) while connecting to upstream */
const LINE =
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(?:debug|info|notice|warn|error|crit|alert|emerg)\] \d+#\d+: /;

export const nginxError: Format = {
  id: 'nginx-error',
  starts: '0123456789',
  stream: true,
  line: (text) => (digits(text, 0, 4) > 0 && LINE.test(text) ? 0.97 : 0),
  time: (text) => isoTime(text),
};
