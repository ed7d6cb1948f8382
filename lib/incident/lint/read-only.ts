/**
 * What the page asks people to run and paste changes nothing and prints little: no mutating verb, and an end
 * to the output (DESIGN, section 7: at most 200 KB). A table of verbs and bounds, not a shell parser: it reads
 * the words that begin a command, so a path or a pattern that contains `rm` is none.
 */

import type { Book } from '../load.server';
import type { Problem } from '../problem';

/** What stands before a command word: the start, a separator, a substitution, or a wrapper such as sudo. */
const START = String.raw`(?:^|[;&|({!\n]|\$\(|(?<=\s)--(?=\s)|\b(?:do|then|else|exec|xargs|sudo|time|env|nice|nohup|command|sh -c|bash -c)\b(?:[ \t]+-{1,2}[\w=-]+)*)[ \t"']*`;
const KUBECTL = String.raw`(?:kubectl|oc|k)(?:[ \t]+(?:-{1,2}[\w-]+(?:[= ][^\s-][^\s]*)?))*?[ \t]+`;

const MUTATES: { what: string; pattern: RegExp }[] = [
  {
    what: 'a kubectl verb that changes the cluster',
    pattern: new RegExp(
      `${START}${KUBECTL}(?:delete|apply|patch|drain|cordon|uncordon|taint|scale|edit|create|replace|run|set|label|annotate|expose|autoscale|rollout[ \\t]+(?:restart|undo|pause|resume)|cp)\\b`,
    ),
  },
  {
    what: 'a command that removes or moves files',
    pattern: word('rm|rmdir|mv|dd|truncate|shred|unlink|ln|tee|cp|install|chmod|chown|mkdir|touch'),
  },
  { what: 'a command that ends processes', pattern: word('kill|killall|pkill') },
  { what: 'a command that stops the machine', pattern: word('reboot|shutdown|poweroff|halt|kexec') },
  {
    what: 'a command that changes a unit',
    pattern: new RegExp(
      `${START}systemctl[ \\t]+(?:-{1,2}[\\w-]+[ \\t]+)*(?:stop|start|restart|reload|try-restart|kill|disable|enable|mask|unmask|daemon-reload|daemon-reexec|set-property|reset-failed|edit|isolate)\\b`,
    ),
  },
  {
    what: 'a runtime command that changes containers',
    pattern: new RegExp(
      `${START}(?:docker|crictl|podman|nerdctl)[ \\t]+(?:(?:container|image|system|volume)[ \\t]+)?(?:rm|rmi|rmp|stop|stopp|kill|restart|start|prune|pause|unpause|run|update|pull|push)\\b`,
    ),
  },
  { what: 'a mount or a swap', pattern: word('mount|umount|swapon|swapoff|fsck|mkfs(?:\\.\\w+)?') },
  { what: 'a write to a kernel setting', pattern: new RegExp(`${START}sysctl[ \\t]+(?:-\\w*w|[\\w.]+=)`) },
  {
    what: 'a change of network rules',
    pattern: new RegExp(
      `${START}(?:ip6?tables[ \\t][^|;]*-[ADIFXR]\\b|conntrack[ \\t]+-[DFIU]\\b|ipvsadm[ \\t]+-[ACDEd]\\b|ip[ \\t]+\\S+[ \\t]+(?:add|del|set|flush)\\b|tc[ \\t]+\\S+[ \\t]+(?:add|del|change|replace)\\b)`,
    ),
  },
  {
    what: 'an awk program that writes or starts something',
    pattern: /\bawk\b[^'|;]*'[^']*(?:>{1,2}[ \t]*"(?!\/dev\/)|\bsystem[ \t]*\()/,
  },
  { what: 'an edit in place', pattern: new RegExp(`${START}(?:sed|perl)[ \\t]+(?:-\\w+[ \\t]+)*-\\w*i`) },
  {
    // Into /dev/null or /tmp is no change of anything that counts.
    what: 'a redirection into a file',
    pattern:
      /(?<![<>&\d=\\-])\d?>{1,2}(?!&)[ \t]*(?!\/dev\/(?:null|stderr|stdout)\b|\/tmp\/|&|=|[ \t\d])["']?[/\w$~.]/,
  },
];

function word(names: string): RegExp {
  return new RegExp(`${START}(?:/\\S*/)?(?:${names})(?![\\w./=:-])`);
}

/** Patterns and programs in single quotes are no shell: `grep -E 'rm|kill'`. What `sh -c` gets is. */
const PROGRAM = /\b((?:[ez]?grep|awk|sed|jq)\b(?:[ \t]+-{1,2}[\w=,.-]+)*)[ \t]+'[^']*'/g;

/** Looks like a change and is none, with the reason. */
const HARMLESS: { pattern: RegExp; why: string }[] = [
  { pattern: /kubectl[^|;&\n]*--dry-run=(?:server|client)[^|;&\n]*/g, why: 'A dry run stores nothing.' },
  {
    // https://docs.docker.com/engine/daemon/logs/#force-a-stack-trace-to-be-logged
    pattern: /kill -(?:USR1|SIGUSR1) "?\$\(pidof dockerd\)"?/g,
    why: 'dockerd answers SIGUSR1 by writing its stacks to a file, and goes on.',
  },
  { pattern: /kill -0 \S+/g, why: 'Signal 0 only asks whether the process is there.' },
];

/** Ends of a command whose output has a bound. */
const BOUNDED: RegExp[] = [
  /\b(?:head|tail)(?:[ \t]+-|[ \t]*$|[ \t]*[;&|)])/,
  /--tail[= ]\d/,
  /\b(?:wc[ \t]+-|grep[ \t]+-\w*c|grep[ \t]+-\w*q|-m[ \t]*\d)/,
  /\bEND[ \t]*\{/,
];

/** Commands that print little by nature. */
const SMALL: RegExp[] = [
  /^(?:uname|uptime|free|hostname|date|id|nproc|sysctl|ulimit|pidof|cat \/proc\/(?:cgroups|loadavg|meminfo|version|uptime|pressure\/\w+)|stat)\b/,
  // One file of /proc or of a cgroup is at most some hundred lines.
  /^(?:sudo )?(?:cat|grep)\b[^|;&]* \/(?:proc|sys)\/\S+(?: \/(?:proc|sys)\/\S+)*(?: 2>\/dev\/null)?$/,
  // The whole of one small file, or some fields of one object.
  /get --raw "[^"]*\/proxy\/configz" \| grep -oE /,
  // One object by its name, or named fields of objects.
  /^kubectl\b[^|;&]*\bget[ \t]+(?:pod|node|deploy(?:ment)?|cronjob|job|svc|service)[ \t]+(?:-n \S+[ \t]+)?\{\{/,
  /^kubectl\b.*\bget\b.*(?:-o ?jsonpath|-o[ =]?'?custom-columns)/,
  /^kubectl\b.*--dry-run=(?:server|client)/,
  /^echo "[^"]*\$\(/,
  /^time (?:cat|kubectl)\b/,
];

/** The same for what runs in a container: a file of a cgroup, a script of s6-overlay. */
const SMALL_INSIDE: RegExp[] = [
  /^kubectl\b[^|;&']*\bexec\b[^|;&']* -- sh -c '(?:(?:cat \/(?:proc|sys)\/\S+|grep -n -B2 s6-sync \/\S+|ls -d \S+)(?: 2>\/dev\/null)?(?: ?\|\| ?|; ?)?)+'$/,
];

/** Why a command must not be asked of somebody as a check; null when it may. */
export function changes(command: string): string | null {
  const plain = HARMLESS.reduce((text, { pattern }) => text.replace(pattern, ' '), command);
  const bare = plain.replace(PROGRAM, '$1 x');
  return (
    MUTATES.find(({ pattern }) => pattern.test(bare) || (/awk/.test(pattern.source) && pattern.test(plain)))
      ?.what ?? null
  );
}

/** Whether there is an end to what the command prints. */
export function isBounded(command: string): boolean {
  if ([...BOUNDED, ...SMALL_INSIDE].some((pattern) => pattern.test(command))) return true;
  const bare = command.replace(/'[^'\n]*'/g, "'x'");
  const small = (text: string) => SMALL.some((pattern) => pattern.test(text));
  return bare.split(/;|&&/).every((statement) => small(statement.trim()));
}

/** Every command whose output is asked for. What saves evidence before a fix may write a file: it is no paste. */
export function lintReadOnly(book: Book): Problem[] {
  return [
    ...book.checks.flatMap(({ file, check, lineOf }) =>
      check.command ? problemsIn(check.command, file, lineOf(['command'])) : [],
    ),
    ...book.lines.flatMap(({ file, line, known }) =>
      known.next ? problemsIn(known.next.command, file, line) : [],
    ),
  ];
}

function problemsIn(command: string, file: string, line: number): Problem[] {
  const change = changes(command);
  const first = command.split('\n')[0];
  return [
    ...(change
      ? [
          {
            file,
            line,
            what: `a command to run and paste is not read-only, it has ${change}: ${first}`,
            cure: 'ask for something that only reads; what changes things is a fix',
          },
        ]
      : []),
    ...(isBounded(command)
      ? []
      : [
          {
            file,
            line,
            what: `there is no end to what this command prints: ${first}`,
            cure: 'end it with | head -n …, | tail -n …, --tail=… or | head -c …',
          },
        ]),
  ];
}
