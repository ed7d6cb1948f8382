/** What a log shipper or a tool put in front of each record: taken off, but not forgotten. */

import { cut } from './edit';
import type { Envelope, Line } from './line';
import { beginsRecord } from './records';
import type { Repair } from './repair';

/** One kind of envelope. `quick` is a cheap look at the first character codes. */
interface EnvelopeRow {
  id: string;
  starts(code: number, second: number): boolean;
  pattern: RegExp;
  /** Undefined: not an envelope after all. */
  open(match: RegExpExecArray, rest: string): Envelope | undefined;
}

const digit = (code: number): boolean => code >= 48 && code <= 57;
const letter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || digit(code);
const ISO = '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)?';
const PROCESS = '([\\w.@/()-]+?)(?:\\[(\\d+)\\])?: ?';

const journal = (match: RegExpExecArray): Envelope => ({
  kind: 'journal',
  time: match[1],
  host: match[2],
  process: match[3],
  ...(match[4] === undefined ? {} : { pid: Number(match[4]) }),
});

/** Order: rows that name their tool come before rows that only show a time. */
const ROWS: EnvelopeRow[] = [
  {
    // 2024-05-01T10:00:00.1Z stdout F E0501 …        the log file format of the container runtime interface
    id: 'cri',
    starts: digit,
    pattern: /^(\d{4}-\d\d-\d\dT\S{8,24}) (?:stdout|stderr) [FP](?::\S*)? /,
    open: (match) => ({ kind: 'cri', time: match[1] }),
  },
  {
    // 2021-06-10T16:09:15+0800 host dockerd[1]: …    journalctl -o short-iso, rsyslog
    id: 'journal',
    starts: digit,
    pattern: new RegExp(`^(${ISO}) ([\\w.-]+) ${PROCESS}`),
    open: (match, rest) =>
      match[4] === undefined && !known(match[3]!) && !beginsRecord(rest) ? undefined : journal(match),
  },
  {
    // 6 10 16:09:15k8s-0-176 dockerd[1751]: …        a locale's month, with the month sign and a space lost
    id: 'journal',
    starts: digit,
    pattern: new RegExp(`^(\\d{1,2}月? ?\\d{1,2} \\d\\d:\\d\\d:\\d\\d) ?([a-zA-Z][\\w.-]*) ${PROCESS}`),
    open: (match) => (match[4] === undefined && !known(match[3]!) ? undefined : journal(match)),
  },
  {
    // Mar 26 18:36:59 ns-k8s-noah-node001 kernel: …   <4>Mar 26 …   Thu 2021-06-10 16:09:15 CST host …
    id: 'journal',
    starts: (code, second) => code === 60 || (code >= 65 && code <= 90 && second >= 97),
    pattern: new RegExp(
      `^(?:<\\d{1,3}>)?(\\p{L}{3}\\.? +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?` +
        `|\\p{L}{3} \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? [A-Z+0-9]{2,6}) ([\\w.-]+) ${PROCESS}`,
      'u',
    ),
    open: journal,
  },
  {
    // [pod/web-6b7c4f9d5-k2x4m/app] …                 kubectl logs --prefix
    id: 'kubectl',
    starts: (code) => code === 91,
    pattern: /^\[pod\/([a-z0-9.-]+)\/([a-z0-9.-]+)\] ?/,
    open: (match) => ({ kind: 'kubectl', pod: match[1], container: match[2] }),
  },
  {
    // shop_db_backup_1  | …                           docker compose logs
    id: 'compose',
    starts: letter,
    pattern: /^([a-zA-Z][\w.-]{0,80}[_-]\d{1,3}) +\| ?/,
    open: (match) => ({ kind: 'compose', container: match[1] }),
  },
  {
    // kubelet.ns-k8s-node001.root.log.ERROR.20180214-113740.15702:1593018:E0320 …      grep -Hn
    id: 'grep',
    starts: (code) => letter(code) || code === 47 || code === 46,
    pattern: /^([\w./@+-]{1,200}?):(?:(\d{1,9}):)?(?=\S)/,
    open: (match, rest) =>
      isLogFile(match[1]!) && (match[2] !== undefined || beginsRecord(rest)) ? { kind: 'grep' } : undefined,
  },
  {
    // web-6b7c4f9d5-k2x4m app E0501 …                 stern
    id: 'kubectl',
    starts: letter,
    pattern: /^([a-z0-9][a-z0-9.-]*-[a-z0-9]{1,10}) ([a-z][a-z0-9-]*) (?:› )?/,
    open: (match, rest) =>
      beginsRecord(rest) ? { kind: 'kubectl', pod: match[1], container: match[2] } : undefined,
  },
  {
    // 2024-05-01T10:00:00.123456789Z E0501 …          kubectl logs --timestamps, docker logs -t
    id: 'kubectl',
    starts: digit,
    pattern: /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,9}(?:Z|[+-]\d\d:?\d\d)) (?=[IWEF]\d{4} |time="|\{"|\[)/,
    open: (match, rest) => (beginsRecord(rest) ? { kind: 'kubectl', time: match[1] } : undefined),
  },
];

const known = (process: string): boolean =>
  /^(?:kernel|systemd|kubelet|dockerd|containerd|sshd|cron|CRON)$/.test(process);

/** A name that only a log has; `wait.go:52:` of a compiler or a stack is not one. */
function isLogFile(name: string): boolean {
  return /\.log(?:[.\w-]*)$|(?:^|\/)(?:messages|syslog|dmesg|kern|journal)[\w.-]*$|\/log\/|\.(?:txt|out|err)$/.test(
    name,
  );
}

/** Takes one envelope off, if there is one; returns the id of its kind. */
export function openEnvelope(line: Line): string | undefined {
  const { text } = line;
  const code = text.charCodeAt(0);
  const second = text.charCodeAt(1);
  for (const row of ROWS) {
    if (!row.starts(code, second)) continue;
    const match = row.pattern.exec(text);
    if (!match) continue;
    const envelope = row.open(match, text.slice(match[0].length));
    if (!envelope) continue;
    line.envelope = { ...line.envelope, ...envelope };
    cut(line, match[0].length);
    return row.id;
  }
  return undefined;
}

/** Envelopes stand inside each other: grep of a journal of a container's log. */
const DEPTH = 4;

export const envelopes: Repair = {
  id: 'envelopes',
  apply(lines, context) {
    for (const line of lines) {
      for (let depth = 0; depth < DEPTH; depth++) {
        const id = openEnvelope(line);
        if (!id) break;
        context.note(`envelope-${id}`);
      }
    }
    return lines;
  },
};
