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
    // (not 0001-01-01 00:00:00 +0000 UTC, which Go prints inside messages)
    `^[12]\\d{3}[-/]\\d\\d[-/]\\d\\d[T ]${CLOCK}(?! [+-]\\d{4} [A-Z])`,
    // 00:38:52.883343 IP …    22:11:33  GDB OUT
    `^${CLOCK}(?:[.,]\\d+)?\\s+\\S`,
    // 6 10 16:09:15k8s-0-176 dockerd[1751]:    6月 10 16:09:15      05-13 12:30:01.110
    `^\\d{1,2}(?:月|[ /-])\\s?\\d{1,2} ${CLOCK}`,
    // 203.0.113.7 - - [13/May/2024
    `^\\d{1,3}(?:\\.\\d{1,3}){3} - `,
    // 5193605.506728] Task in        (the bracket was cut off)
    `^\\d+\\.\\d{6}\\] `,
    // 2. Use utilities like kraken
    `^\\d{1,2}[.)] [A-Z]`,
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
    `^(?:Tasks|Threads|[KMG]iB (?:Mem|Swap)) *: `,
    `^Error from server(?: \\(\\w+\\))?: `,
    `^(?:INFO|NMI|BUG|WARNING|Call Trace|Modules linked in|Traceback|SIGABRT|CPU): `,
    `^(?:INFO|WARN|WARNING|ERROR|FATAL|DEBUG)\\s*(?:\\[|:|\\d{4})`,
  ].join('|'),
  'u',
);
const LOWER = new RegExp(
  [
    // time="2021-…" level=info     level=error msg=     ts=2024
    `^(?:time|ts|t)=["\\d]|^level=[a-z]`,
    `^goroutine \\d+ \\[|^exit status \\d|^top - ${CLOCK}`,
    // what kubectl says it did
    `^[\\w.-]+/[\\w.-]+ (?:configured|created|unchanged|deleted|patched|restarted|scaled)\\b`,
    `^(?:panic|fatal error|runtime): `,
    `^created by [\\w./-]+`,
    // k8s.io/kubernetes/pkg/util/runtime.HandleCrash(0x0, 0x0)
    `^[\\w.-]+(?:/[\\w.%-]+)*\\.(?:\\(\\*?\\w+\\)\\.)?[\\w.·]+\\((?:0x|\\.\\.\\.|\\))`,
    // a Prometheus sample: node_systemd_units{state="active"} 412      node_processes_pids 21288
    `^[a-z][\\w:]{2,99}\\{\\w+="|^[a-z]+(?:_[a-z0-9]+)+ \\d[\\d.e+]*$`,
    `^drwx|^-rw|^lrwx|^dr-x`,
    // what a shell itself says:  bash: fork: retry: …    sh: 1: Cannot fork
    `^(?:ba|z|da|k)sh: (?:\\d+: |line \\d+: )?\\S|^sh: (?:line )?\\d+: `,
    // kubelet.ns-k8s-node001.root.log.ERROR.20180214-113740.15702:1593018:E0320      shop_db_backup_1  |
    `^[\\w./@+-]{1,200}\\.log[\\w.-]*:(?:\\d+:)?\\S`,
    `^[\\w.-]+[_-]\\d+ +\\| `,
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
    // what a query of Prometheus gave:  {instance="n4", verb="PATCH"}  14.2
    `^\\{[a-z_]\\w*="|^# (?:HELP|TYPE) [a-z]`,
    `^<\\d{1,3}>|^\\[signal |^%Cpu|^-(?:ba|k)?sh: \\S`,
    // left out by hand; rules of tables
    `^(?:\\.\\.\\.|…)\\s*$|^[-=+*_]{20,}\\s*$`,
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
    `^[\\w./@+-]+\\.(?:go|s|c|py|rs):\\d+`,
    `^File "`,
    `^[A-Z][A-Za-z]*\\s{2,}\\S.*\\s{2,}`,
    `^\\d+ [?pt]`,
    `^\\\\_ `,
    // slides and lists:   16. Origin of flappiness
    `^(?:\\d{1,2}[.)]|[•●]) \\S`,
  ].join('|'),
);

//   - lastTransitionTime: "2024-05-01T10:00:00Z"          status: "True"
const YAML_KEY = /^ {2,60}(?:- )?[a-z][A-Za-z]{1,60}:(?: \S|$)/;

/** True when `text` begins a log record, a stack frame, a table, a described field or a shell command. */
export function beginsRecord(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return DIGIT.test(text);
  if (code >= 65 && code <= 90) return UPPER.test(text);
  if (code >= 97 && code <= 122) return LOWER.test(text) || isPrompt(text);
  if (code === 32 || code === 9) {
    const rest = text.trimStart();
    return INDENTED.test(rest) || OTHER.test(rest) || YAML_KEY.test(text);
  }
  return OTHER.test(text) || isPrompt(text);
}

/** A prompt ends in one of these; most lines have none near their start and are done with. */
function isPrompt(text: string): boolean {
  return /^.{0,120}?[#$%➜❯>)] ?\S/.test(text) && commandOf(text) !== undefined;
}

/**
 * Whether line `a` breaks off inside a header or a date, so that `b` belongs to it whatever it looks like:
 * `….15702:1593018:E0320`, `Mar 26 18:36:59 host kubelet[1]:`, `level=info msg="`, `Tue, 25 Dec 2018`.
 */
export function breaksOffInHeader(a: string, b: string): boolean {
  const tail = a.length > 120 ? a.slice(-120) : a;
  if (/(?:^|[\s:])[IWEFD]\d{4}$|(?:=|:)"$/.test(tail)) return true;
  if (
    /^\d\d:\d\d:\d\d/.test(b) &&
    /(?:[A-Z][a-z]{2} \d{4}|\d{4}-\d\d-\d\d|[A-Z][a-z]{2} +\d{1,2})$/.test(tail)
  )
    return true;
  return a.length < 160 && /^[A-Z]\p{L}{2} +\d{1,2} \d\d:\d\d:\d\d \S+ [\w./@-]+(?:\[\d+\])?: ?$/u.test(a);
}

/** A record of a log, with its time in front: nothing but a continuation follows it without one. */
export function isTimed(text: string): boolean {
  return /^.{0,60}?(?:\d\d:\d\d:\d\d|\[\s*\d+\.\d{6}\])/.test(text);
}
