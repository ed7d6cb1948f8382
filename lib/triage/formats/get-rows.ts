/** Rows of `kubectl get`: by shapes that need no header, else by the header's columns. */

import { clip, parseHeader, parseRow, tableLines } from './columns';
import type { Column } from './columns';
import { AGE, DURATION } from './duration';
import type { PartView } from './format';
import type { Line } from '../read/line';

export type Resource = 'pod' | 'node' | 'replicaset' | 'deployment' | 'cronjob' | 'job' | 'usage' | 'other';

export interface GetRow {
  resource: Resource;
  /** Column name → cell; the names are those of kubectl's header. */
  cells: Record<string, string>;
  line: Line;
}

/** Lazy: a row of numbers would else give its name away as a namespace. */
const NS = String.raw`^\s*(?:(?<NAMESPACE>[a-z0-9][a-z0-9-]*)\s+)??`;
const NAME = String.raw`(?<NAME>(?:[a-z.]+/)?[a-z0-9][a-z0-9.-]*[a-z0-9…]|[A-Z][\w.-]*)`;
const END = String.raw`(?=\s|$)`;

/** Statuses that stand in the STATUS column of pods; `Init:0/1` and `ExitCode:137` vary. */
const POD_STATUS = String.raw`(?:[A-Z][A-Za-z]+(?:Error|BackOff|Err)|Running|Pending|Terminating|Completed|Succeeded|Failed|Error|Unknown|Evicted|OOMKilled|ContainerCreating|ContainerStatusUnknown|PodInitializing|CrashLoopBackOff|ErrImagePull|NodeLost|NodeAffinity|NotReady|Preempting|Matching|OutOf\w+|ErrImageNeverPull|ContainerCannotRun|DeadlineExceeded|Shutdown|SchedulingGated|UnexpectedAdmissionError|StartError|Init:\S+|Signal:\d+|ExitCode:\d+)`;
const SCHEDULE = String.raw`(?:@\w+|(?:(?:CRON_)?TZ=\S+\s+)?(?:[\d*,/?-]+|[A-Z]{3})(?:\s+(?:[\d*,/?A-Z-]+)){4})`;

interface Shape {
  resource: Resource;
  pattern: RegExp;
  /** Columns that a header must have, and one that it must not, for this shape to be tried under it. */
  needs: string[];
  not?: string;
  /** The shape is told from other tables without a header. */
  unmistakable: boolean;
}

const shape = (resource: Resource, needs: string, row: string, unmistakable = true, not?: string): Shape => ({
  resource,
  needs: needs.split('|'),
  not,
  unmistakable,
  pattern: new RegExp(`${NS}${NAME}\\s+${row}${END}`),
});

const SHAPES: Shape[] = [
  // nginx-699575b7df-7kqwz   1/1     Running   5 (3m ago)   7s    10.2.161.19   master1   <none>
  shape(
    'pod',
    'READY|STATUS|RESTARTS',
    String.raw`(?<READY>\d+/\d+)\s+(?<STATUS>${POD_STATUS})\s+(?<RESTARTS>\d+(?: \(\S+ ago\))?)\s+(?<AGE>${AGE})(?:\s+(?<IP>[0-9a-f.:]{3,45}|<none>)\s+(?<NODE>\S+))?`,
  ),
  // hello   */1 * * * *   <none>   False   0   2h   10d
  shape(
    'cronjob',
    'SCHEDULE|SUSPEND',
    String.raw`(?<SCHEDULE>${SCHEDULE})\s+(?:(?<TIMEZONE><none>|[A-Z][\w+/-]+)\s+)?(?<SUSPEND>True|False)\s+(?<ACTIVE>\d+)\s+(?<LAST>${DURATION}|[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4})(?:\s+(?<AGE>${DURATION}))?`,
  ),
  // kube-3   NotReady,SchedulingDisabled   master   81m   v1.14.8
  shape(
    'node',
    'STATUS|VERSION',
    String.raw`(?<STATUS>(?:Not)?Ready(?:,\w+)*)\s+(?:(?<ROLES>[a-z<][\w,>-]*)\s+)?(?<AGE>${DURATION})\s+(?<VERSION>v\d+\.\d+\S*)(?:\s+(?<IP>[0-9a-f.:]{3,45}|<none>)\s+(?:[0-9a-f.:]{3,45}|<none>)\s+(?<OS>\S.*?)\s+(?<KERNEL>\d\S*)\s+(?<RUNTIME>[a-z-]+://\S+))?`,
  ),
  // kube-proxy-hx7k2   2133m   71Mi
  shape('usage', 'CPU(cores)', String.raw`(?<CPU>\d+m)\s+(?:\d+%\s+)?(?<MEMORY>\d+[KMGT]i)`),
  // calico-kube-controllers-564b6667d7   0         0         0       81m
  shape(
    'replicaset',
    'DESIRED|CURRENT',
    String.raw`(?<DESIRED>\d+)\s+(?<CURRENT>\d+)\s+(?:(?<READY>\d+)\s+)?(?<AGE>${DURATION})`,
    false,
    'UP-TO-DATE',
  ),
  // frontend   2/3   3   2   10d
  shape(
    'deployment',
    'READY|UP-TO-DATE',
    String.raw`(?<READY>\d+/\d+)\s+(?<UPTODATE>\d+)\s+(?<AVAILABLE>\d+)\s+(?<AGE>${DURATION})`,
    true,
    'DESIRED',
  ),
  // hello-1540   Complete   1/1   3s   2d
  shape(
    'job',
    'COMPLETIONS',
    String.raw`(?:(?<STATUS>Complete|Running|Failed|Suspended)\s+)?(?<COMPLETIONS>\d+/\d+)(?:\s+(?<DURATION>${DURATION}))?\s+(?<AGE>${DURATION})`,
    false,
  ),
];

/** Column names of a `kubectl get` header; undefined when the line is none. `sure` is set when AGE or the like is there. */
export function getHeader(text: string): { columns: Column[]; sure: boolean } | undefined {
  const row = clip(text);
  if (row.length > 400 || !/^\s*(?:NAMESPACE\s+)?NAME\s+[A-Z]/.test(row)) return undefined;
  const columns = parseHeader(row);
  // lsblk and docker stats begin with NAME too.
  const foreign = /\b(?:MAJ:MIN|CONTAINER ID|CPU %|MOUNTPOINTS?|FSTYPE|CHART|REVISION|DRIVER)\b/.test(row);
  const capital = columns.every(({ name }) => /^[A-Z][A-Z0-9 ()/%-]*(?:\([a-z]+\))?$/.test(name));
  if (columns.length < 2 || foreign || !capital) return undefined;
  return { columns, sure: /\b(?:AGE|READY|CREATED AT)\b|CPU\(cores\)/.test(row) };
}

/** A row that no header is needed for. */
export function unmistakableRow(text: string): GetRow['resource'] | undefined {
  const row = clip(text);
  if (!/Ready|True|False|\d\/\d|\dm\s/.test(row)) return undefined;
  return SHAPES.find((one) => one.unmistakable && one.pattern.test(row))?.resource;
}

/** Whether the line is a row under this header. */
export function fitsGetHeader(text: string, columns: readonly Column[]): boolean {
  const row = clip(text);
  if (getHeader(row)) return false;
  const fitting = SHAPES.filter((one) => applies(one, columns));
  if (fitting.some((one) => one.pattern.test(row))) return true;
  const cells = parseRow(row, columns);
  if (!cells || !/^[A-Za-z0-9][\w.:/…-]*$/.test(cells.NAME ?? '')) return false;
  return cells.AGE === undefined || new RegExp(`^${AGE}`).test(cells.AGE);
}

/** All rows of a part. Rows without a header are read where their shape or the command tells what they are. */
export function getRows(part: PartView): GetRow[] {
  const rows: GetRow[] = [];
  let columns: Column[] | undefined;
  for (const { line, text } of tableLines(part)) {
    const header = getHeader(text);
    if (header) columns = header.columns;
    else {
      const row = readRow(text, line, columns, part.command);
      if (row) rows.push(row);
    }
  }
  return rows;
}

function readRow(
  text: string,
  line: Line,
  columns: Column[] | undefined,
  command: string | undefined,
): GetRow | undefined {
  for (const one of SHAPES) {
    const asked = one.resource === 'replicaset' && /\bget\s+(?:rs|replicasets?)\b/.test(clip(command ?? ''));
    if (columns ? !applies(one, columns) : !one.unmistakable && !asked && !hashed(one, text)) continue;
    const found = one.pattern.exec(text);
    if (found?.groups) return { resource: one.resource, cells: cellsOf(found.groups), line };
  }
  const cells = columns && parseRow(text, columns);
  return cells?.NAME && columns
    ? { resource: SHAPES.find((one) => applies(one, columns))?.resource ?? 'other', cells, line }
    : undefined;
}

/** A ReplicaSet without header and command shows itself by the hash in its name. */
function hashed(one: Shape, text: string): boolean {
  return (
    one.resource === 'replicaset' && /^\s*\S*-(?:[bcdfghjklmnpqrstvwxz2456789]{8,10}|\d{8,10})\s/.test(text)
  );
}

function applies(one: Shape, columns: readonly Column[]): boolean {
  const names = columns.map(({ name }) => name);
  return (
    one.needs.every((need) => names.includes(need)) && (one.not === undefined || !names.includes(one.not))
  );
}

function cellsOf(groups: Record<string, string | undefined>): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [name, cell] of Object.entries(groups)) if (cell !== undefined) cells[name] = cell.trim();
  // `kubectl get all` puts the kind in front: pod/web-1.
  if (cells.NAME) cells.NAME = cells.NAME.replace(/^[a-z.]+\//, '');
  return cells;
}
