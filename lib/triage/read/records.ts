/**
 * Whether a line begins a record of its own. A joint between two lines must never swallow one, so this errs
 * towards yes for whatever carries a time, a level or a frame.
 */

import { commandOf } from './prompt';

const CLOCK = '\\d\\d:\\d\\d:\\d\\d';

/** Beginnings that hold wherever they stand. One alternation each for the first character they share. */
const DIGIT = new RegExp(
  [
    // 2021-06-10T16:09:15.458629778+08:00 …   2024/05/13 12:00:00 [error]   2024-11-03 08:20:57 org.spring…
    `^\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]${CLOCK}`,
    // 00:38:52.883343 IP …    22:11:33  GDB OUT
    `^${CLOCK}(?:[.,]\\d+)?\\s+\\S`,
    // 6 10 16:09:15k8s-0-176 dockerd[1751]:    6月 10 16:09:15      05-13 12:30:01.110
    `^\\d{1,2}(?:月|[ /-])\\s?\\d{1,2} ${CLOCK}`,
    // 203.0.113.7 - - [13/May/2024
    `^\\d{1,3}(?:\\.\\d{1,3}){3} - `,
    // 5193605.506728] Task in        (the bracket was cut off)
    `^\\d+\\.\\d{6}\\] `,
  ].join('|'),
);
const UPPER = new RegExp(
  [
    // E0320 04:59:09.572336 15702 remote_runtime.go:92]
    `^[IWEFD]\\d{4} ${CLOCK}`,
    // Mar 26 18:36:59 host      Thu 2021-06-10 16:09:15 CST
    `^[A-Z]\\p{L}{2,3}\\.? +\\d{1,2} ${CLOCK}`,
    `^[A-Z][a-z]{2} \\d{4}-\\d\\d-\\d\\d ${CLOCK}`,
    // kubectl: Normal  Pulled    Warning  FailedMount
    `^(?:Normal|Warning)\\s{2,}[A-Z]`,
    // a table header: two or more upper-case columns wide apart
    `^[A-Z][A-Z%/().:-]*(?: [A-Z]+)?\\s{2,}[A-Z%][A-Z%/()-]+(?:\\s|$)`,
    // describe:  Name:               hubnode
    `^[A-Z][A-Za-z ().-]{0,40}:(?:\\s{2,}\\S|\\s*$)`,
    `^(?:INFO|NMI|BUG|WARNING|Call Trace|Modules linked in|Traceback|SIGABRT|CPU): `,
    `^(?:INFO|WARN|WARNING|ERROR|FATAL|DEBUG)\\s*(?:\\[|:|\\d{4})`,
  ].join('|'),
  'u',
);
const LOWER = new RegExp(
  [
    // time="2021-…" level=info     level=error msg=     ts=2024
    `^(?:time|level|ts|t)=\\S`,
    `^goroutine \\d+ \\[`,
    `^(?:panic|fatal error|runtime): `,
    `^created by [\\w./-]+`,
    // k8s.io/kubernetes/pkg/util/runtime.HandleCrash(0x0, 0x0)
    `^[\\w.-]+(?:/[\\w.%-]+)*\\.(?:\\(\\*?\\w+\\)\\.)?[\\w.·]+\\((?:0x|\\.\\.\\.|\\))`,
    `^drwx|^-rw|^lrwx|^dr-x`,
  ].join('|'),
);
const OTHER = new RegExp(
  [
    // [303953.188291] INFO     [So Dec 20 15:18:39 2020]    [2024-05-13T12:10:20
    `^\\[\\s*\\d+\\.\\d{6}\\]`,
    `^\\[\\p{L}{2,3}\\.? \\p{L}{3}\\.? +\\d{1,2} ${CLOCK}`,
    `^\\[\\d{4}[-/]\\d\\d[-/]\\d\\d`,
    // [<ffffffffa0072807>] do_wait+0x1d7/0x250        [<0>] do_wait
    `^\\[<[0-9a-f]+>\\]`,
    `^\\[(?:pod|INFO|ERROR|WARN|WARNING|FATAL|DEBUG|error|warn|info)[/\\]]`,
    `^\\{"\\w`,
    `^<\\d{1,3}>`,
    `^#\\d+\\s+(?:0x|[a-z_])`,
  ].join('|'),
  'u',
);
/** Indented beginnings: frames, describe fields, events, rows of trees. */
const INDENTED = new RegExp(
  [
    `^\\[<[0-9a-f]+>\\]`,
    `^(?:\\? )?[A-Za-z_][\\w.]*\\+0x[0-9a-f]+/0x[0-9a-f]+`,
    `^(?:Normal|Warning)\\s{2,}`,
    `^[A-Z][A-Za-z ().-]{0,40}:(?:\\s{2,}\\S|\\s*$)`,
    `^at [\\w$.<>/]+\\(`,
    `^/[\\w./@+-]+\\.(?:go|s|c|py|rs):\\d+`,
    `^File "`,
    `^[A-Z][A-Za-z]*\\s{2,}\\S.*\\s{2,}`,
    `^-{3,}`,
    `^\\d+ [?pt]`,
    `^\\\\_ `,
  ].join('|'),
);

/** True when `text` begins a log record, a stack frame, a table, a described field or a shell command. */
export function beginsRecord(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return DIGIT.test(text);
  if (code >= 65 && code <= 90) return UPPER.test(text);
  if (code >= 97 && code <= 122) return LOWER.test(text) || isPrompt(text);
  if (code === 32 || code === 9) {
    const rest = text.trimStart();
    return INDENTED.test(rest) || OTHER.test(rest);
  }
  return OTHER.test(text) || isPrompt(text);
}

/** A prompt ends in one of these; most lines have none near their start and are done with. */
function isPrompt(text: string): boolean {
  return /^.{0,120}?[#$%➜❯>)] ?\S/.test(text) && commandOf(text) !== undefined;
}

/**
 * Whether a line breaks off inside a header, so that whatever follows belongs to it:
 * `….15702:1593018:E0320`, `Mar 26 18:36:59 host kubelet[1]:`, `level=info msg="`.
 */
export function breaksOffInHeader(text: string): boolean {
  const tail = text.length > 120 ? text.slice(-120) : text;
  if (/(?:^|[\s:])[IWEFD]\d{4}$|(?:=|:)"$/.test(tail)) return true;
  return text.length < 160 && /^[A-Z]\p{L}{2} +\d{1,2} \d\d:\d\d:\d\d \S+ [\w./@-]+(?:\[\d+\])?: ?$/u.test(text);
}
