/** Rows of ps: by its header, or by the shapes that only ps prints. */

import { clip, splitCells, tableLines } from './columns';
import type { PartView } from './format';
import type { Line } from '../read/line';

export interface PsRow {
  pid?: number;
  ppid?: number;
  stat?: string;
  /** With the tree drawn in front of it, if there is one. */
  command: string;
  /** Program name, without path, brackets and `<defunct>`. */
  name: string;
  /** Column of `\_`, -1 outside of a tree. */
  depth: number;
  zombie: boolean;
  /** From a table that prints neither state nor `<defunct>`, as busybox does. */
  stateless?: boolean;
  /** How often `uniq -c` saw it; otherwise 1. */
  times: number;
  line: Line;
}

const COLUMNS = new Set(
  (
    'USER UID RUSER EUSER PID PPID PGID SID C PRI NI CLS %CPU %MEM CPU MEM VSZ RSS TTY TT STAT S STARTED START ' +
    'STIME TIME ELAPSED COMMAND CMD COMM ARGS WCHAN F ADDR SZ LWP NLWP TID PSR STACKP'
  ).split(' '),
);
const LAST = new Set(['COMMAND', 'CMD', 'COMM', 'ARGS']);

/** busybox shows a process without a command line as `[name]`, whether it is a kernel thread or dead. */
const BUSYBOX = 'PID USER TIME COMMAND';

/** Process states with the flags of BSD ps. */
const STAT = String.raw`[DRSTtWXZI][<NLsl+]*`;

const SHAPES: { names: string[]; pattern: RegExp }[] = [
  {
    // root     16688  0.0  0.0      0     0 ?        Z    Feb06   0:00      |       \_ [curl]
    names: ['USER', 'PID', '%CPU', '%MEM', 'VSZ', 'RSS', 'TTY', 'STAT', 'START', 'TIME', 'COMMAND'],
    pattern: new RegExp(
      String.raw`^\s*[\w.+-]+\s+\d+\s+\d+(?:\.\d)?\s+\d+\.\d\s+\d+\s+\d+\s+\S+\s+${STAT}\s+\S+\s+\d+:\d\d\s+\S`,
    ),
  },
  {
    // root      5556     1  0 May08 ?        00:00:00 [rprobe.sh] <defunct>
    names: ['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
    pattern:
      /^\s*[\w.+-]+\s+\d+\s+\d+\s+\d+\s+\S+\s+(?:\?|pts\/\d+|tty\w*|console)\s+(?:\d+-)?\d+:\d\d:\d\d\s+\S/,
  },
  {
    // 4     0 22192 10279  20   0      0     0 do_exi Z    ?          0:00  |   \_ [runc] <defunct>
    names: ['F', 'UID', 'PID', 'PPID', 'PRI', 'NI', 'VSZ', 'RSS', 'WCHAN', 'STAT', 'TTY', 'TIME', 'COMMAND'],
    pattern: new RegExp(
      String.raw`^\s*\d\s+[\w.+-]+\s+\d+\s+\d+\s+-?\d+\s+\S+\s+\d+\s+\d+\s+\S+\s+${STAT}\s+\S+\s+\d+:\d\d\s+\S`,
    ),
  },
  {
    // 1 Z root      5556     1  0  80   0 -     0 do_exi May08 ?        00:00:00 [rprobe.sh] <defunct>
    names: 'F S UID PID PPID C PRI NI ADDR SZ WCHAN STIME TTY TIME CMD'.split(' '),
    pattern: new RegExp(
      String.raw`^\s*\d\s+${STAT}\s+[\w.+-]+\s+\d+\s+\d+\s+\d+\s+-?\d+\s+\S+\s+\S+\s+\d+\s+\S+\s+\S+\s+\S+\s+(?:\d+-)?\d+:\d\d:\d\d\s+\S`,
    ),
  },
  {
    //  61020 ?        Ds     0:00 [dumb-init]
    names: ['PID', 'TTY', 'STAT', 'TIME', 'COMMAND'],
    pattern: new RegExp(String.raw`^\s*\d+\s+(?:\?|pts/\d+|tty\w*|console)\s+${STAT}\s+\d+:\d\d\s+\S`),
  },
];

/** `\_ [curl]`, also with nothing else in front of it. */
const TREE = /^[\s|]*\\_ ?\S/;

/**  `     81 Z    [sleep] <defunct>`, out of `ps axo stat=,cmd= | sort | uniq -c`. */
const COUNTED = new RegExp(String.raw`^\s*(\d+)\s+(${STAT})\s+(\S.*)$`);

/** Column names of a ps header; undefined when the line is none. top's header has columns that ps does not print. */
export function psHeader(text: string): string[] | undefined {
  const row = clip(text);
  if (row.length > 300 || !(row.includes('PID') || row.includes('STAT')) || !/^\s*[%A-Z]/.test(row))
    return undefined;
  const names = row.trim().split(/\s+/);
  if (!names.every((name) => COLUMNS.has(name))) return undefined;
  const telling =
    names.includes('STAT') ||
    (names.includes('PID') && names.length > 1 && names.some((name) => LAST.has(name)));
  return telling || (names.includes('PPID') && names.includes('S')) ? names : undefined;
}

/** What makes a row without its header a row of ps; undefined when nothing does. */
export function psShape(text: string): 'row' | 'tree' | 'counted' | undefined {
  const row = clip(text);
  // Every shape has a pid in its first or second cell.
  if (/^\s*(?:[\w.+-]+\s+)?\d+\s/.test(row) && SHAPES.some((shape) => shape.pattern.test(row))) return 'row';
  if (TREE.test(row)) return 'tree';
  return COUNTED.test(row) ? 'counted' : undefined;
}

/** Whether the line is a row of the table with this header. */
export function fitsHeader(text: string, names: readonly string[]): boolean {
  const cells = splitCells(text, names.length);
  if (!cells) return false;
  return names.every((name, at) => {
    const cell = cells[at] ?? '';
    if (name === 'PID' || name === 'PPID') return /^\d+$/.test(cell);
    if (name === 'STAT' || name === 'S') return new RegExp(`^${STAT}$`).test(cell);
    return true;
  });
}

/** All rows of a part. */
export function psRows(part: PartView): PsRow[] {
  const rows: PsRow[] = [];
  let header: string[] | undefined;
  for (const { line, text } of tableLines(part)) {
    const found = psHeader(text);
    if (found) {
      header = found;
      continue;
    }
    const row = (header && fitsHeader(text, header) && byNames(text, header, line)) || byShape(text, line);
    if (row) rows.push(row);
  }
  return rows;
}

function byShape(text: string, line: Line): PsRow | undefined {
  const shape = SHAPES.find(({ pattern }) => pattern.test(text));
  if (shape) return byNames(text, shape.names, line);
  if (TREE.test(text)) return makeRow(text, undefined, line);
  const counted = COUNTED.exec(text);
  if (counted) return { ...makeRow(counted[3] ?? '', counted[2], line), times: Number(counted[1]) };
  return undefined;
}

function byNames(text: string, names: readonly string[], line: Line): PsRow | undefined {
  const cells = splitCells(text, names.length);
  if (!cells) return undefined;
  const cell = (...wanted: string[]) => cells[names.findIndex((name) => wanted.includes(name))];
  const count = (value: string | undefined) =>
    value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  const lastIsCommand = LAST.has(names.at(-1) ?? '');
  const command = lastIsCommand
    ? commandWithTree(text, cells.at(-1) ?? '')
    : (cell('COMMAND', 'CMD', 'COMM', 'ARGS') ?? '');
  const stateless = BUSYBOX === names.join(' ') ? { stateless: true } : {};
  return {
    ...makeRow(command, cell('STAT', 'S'), line),
    ...stateless,
    pid: count(cell('PID')),
    ppid: count(cell('PPID')),
  };
}

/** The command with the blanks in front of it, so that depths of a tree compare. */
function commandWithTree(text: string, command: string): string {
  const at = text.lastIndexOf(command.split('\n')[0] ?? command);
  const tree = /^[\s|]*\\_/.test(command);
  return tree && at > 0 ? `${' '.repeat(at)}${command}` : command;
}

function makeRow(command: string, stat: string | undefined, line: Line): PsRow {
  const depth = /^[\s|]*\\_/.test(command) ? command.indexOf('\\_') : -1;
  const bare = command.replace(/^[\s|]*\\_\s*/, '').trim();
  const zombie = stat === undefined ? bare.includes('<defunct>') : stat.startsWith('Z');
  return { stat, command: bare, name: programName(bare), depth, zombie, times: 1, line };
}

function programName(command: string): string {
  const bracket = /^\[([^\]\s]+)\]/.exec(command);
  if (bracket) return bracket[1] ?? '';
  const first = command.split(/\s/, 1)[0] ?? '';
  return first.split('/').at(-1)?.replace(/:$/, '') || first;
}
