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

/**
 * Articles and tickets lose the prompt: a line that is nothing but one of these commands is taken for typed.
 * cat /proc/291967/stack      kubectl get rs -A      uname -r      ls /sys/fs/cgroup/memory/ | wc -l
 */
const BARE =
  /^(?:sudo )?(?:cat\s+\/(?:proc|sys|etc)\/\S+(?:\s?\|.{1,80})?|(?:ls|find|ll)(?: -\w+)* \/(?:proc|sys)\/\S+.{0,120}|kubectl (?:-n \S+ )?(?:get|describe|top|version|logs)(?: [\w./=,:{}'"*-]{1,60}){0,8}(?:\s?\|.{1,80})?|uname -\w{1,4}|kubelet --version|docker (?:ps|info|version|inspect)(?: \S{1,80}){0,4}|systemctl (?:list-units|status|--version).{0,60}|journalctl -.{1,80}|dmesg(?: -\w+)?(?:\s?\|.{1,80})?|conntrack -[SLC].{0,60}|ipvsadm -.{1,60}|ps (?:-?[a-z]{1,8})(?:\s?\|.{1,80})?|ps -eo \S{1,60}|free -\w|top -b.{0,20}|dpkg -l.{0,60}|rpm -q.{0,60}|(?:go tool )?pprof .{1,120})$/;

/** A command without a prompt; undefined for anything that might be a sentence. */
export function bareCommand(text: string): string | undefined {
  const code = text.charCodeAt(0);
  if (!(code >= 99 && code <= 117) || text.length > 300 || /[.,:;?!]\s*$/.test(text) || !BARE.test(text))
    return undefined;
  return text.trim();
}

export const shell: Format = {
  id: 'shell',
  stream: true,
  line: (text) => (typedCommand(text) === undefined ? 0 : 0.9),
};
