/** A prompt and the command typed behind it. Its output is a part of its own. */

import { commandOf } from '../read/prompt';
import type { Format } from './format';

/** A prompt has one of these near its beginning; most lines of a log have not. */
const MARK = /[#$%>➜❯λ➤]|git:\(/u;

/** The command behind a prompt, or undefined. */
export function typedCommand(text: string): string | undefined {
  if (text.length > 4000 || !MARK.test(text.length > 240 ? text.slice(0, 240) : text)) return undefined;
  return commandOf(text);
}

export const shell: Format = {
  id: 'shell',
  stream: true,
  line: (text) => (typedCommand(text) === undefined ? 0 : 0.9),
};
