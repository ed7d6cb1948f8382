/** Text that no format claims. Every line signature is tried on it. */

import type { Format } from './format';
import { dateTime, isoTime } from './times';

export const plain: Format = {
  id: 'plain',
  stream: true,
  line: () => 0,
  time: (text) => isoTime(text) ?? dateTime(text),
};
