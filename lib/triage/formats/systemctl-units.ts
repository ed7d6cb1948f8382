/** `systemctl list-units`: rows, its footer, and counts made from it. */

import { bareCount, clip, countedBy, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import type { Line } from '../read/line';

const HEADER = /^\s*UNIT\s+LOAD\s+ACTIVE\s+(?:SUB|JOB)\b/;
const TYPES = 'service|mount|scope|slice|socket|target|timer|device|automount|path|swap|snapshot';
// ● run-r0a1b2.scope   loaded active running   Kubernetes transient mount for /var/lib/kubelet/pods/…
const ROW = new RegExp(
  String.raw`^\s*(?:[●*○↻×x] ?)?\s*(\S{1,300}\.(?:${TYPES})|-\.(?:mount|slice))\s+(loaded|not-found|error|masked|bad-setting|merged|stub)\s+(active|inactive|failed|activating|deactivating|reloading|maintenance)\s+(\S+)(?:\s+(\S.*))?$`,
);
// 1095 loaded units listed. Pass --all to see loaded but inactive units, too.
const FOOTER = /^\s*(\d+) (?:loaded )?units? listed\b/;
const LEGEND =
  /^\s*(?:LOAD\s+(?:=|→) Reflects whether|ACTIVE (?:=|→) The high-level|SUB\s+(?:=|→) The low-level|To show all installed unit files)/;

/** What a bare number counts. */
function countOf(command: string | undefined): 'units.total' | 'units.transient_mounts' | undefined {
  const pipe = clip(command ?? '');
  if (!/\bsystemctl\b[^|]*(?:list-units\b|\|)/.test(pipe) || !/\bwc\s+-l\b|\bgrep\b[^|]*\s-\w*c\b/.test(pipe))
    return undefined;
  if (!/\bgrep\b/.test(pipe)) return 'units.total';
  return /\bgrep\b.*(?:run-|scope|subpath|transient|\.mount)/.test(pipe)
    ? 'units.transient_mounts'
    : undefined;
}

/** `129902 loaded inactive dead`, `48211 mount`: what `systemctl … | sort | uniq -c` counted of one kind. */
function countedKinds(part: PartView): { count: number; line: Line }[] {
  if (!countsKinds(part.command)) return [];
  return [...tableLines(part)].flatMap(({ line, text }) => {
    const row = KIND_ROW.exec(text);
    return row ? [{ count: Number(row[1]), line }] : [];
  });
}

const KIND_ROW = /^\s*(\d{1,7})\s+[a-z][\w .-]{0,60}$/;

function countsKinds(command: string | undefined): boolean {
  return /\bsystemctl\b.*\buniq\s+-\w*c/.test(clip(command ?? ''));
}

interface Units {
  rows: { name: string; description: string; line: Line }[];
  listed?: { count: number; line: Line };
}

function unitsOf(part: PartView): Units {
  const units: Units = { rows: [] };
  for (const { line, text } of tableLines(part)) {
    const row = ROW.exec(text);
    if (row) units.rows.push({ name: row[1] ?? '', description: row[5] ?? '', line });
    const footer = FOOTER.exec(text);
    if (footer) units.listed = { count: Number(footer[1]), line };
  }
  return units;
}

function isTransient({ name, description }: { name: string; description: string }): boolean {
  return /^run-.*\.(?:scope|mount)$/.test(name) || description.startsWith('Kubernetes transient mount');
}

function emitFacts(part: PartView, emit: Emit): void {
  for (const { count, command, line } of countedBy(part, (text) => countOf(text) !== undefined)) {
    emit(countOf(command) ?? 'units.total', count, line);
  }
  for (const { count, line } of countedKinds(part)) emit('units.total', count, line);
  const { rows, listed } = unitsOf(part);
  const first = rows[0];
  if (listed) emit('units.total', listed.count, listed.line);
  else if (first) emit('units.total', rows.length, first.line);
  if (!first) return;
  const transient = rows.filter(isTransient);
  emit('units.transient_mounts', transient.length, transient[0]?.line ?? first.line);
}

export const systemctlUnits: Format = {
  id: 'systemctl-units',
  opens: (text) => HEADER.test(clip(text)),

  line(text, context) {
    const row = clip(text);
    if (HEADER.test(row)) return 0.97;
    if (/active|failed|activating/.test(row) && ROW.test(row)) return 0.93;
    if (FOOTER.test(row) || LEGEND.test(row)) return 0.93;
    if (countsKinds(context.command) && KIND_ROW.test(row)) return 0.92;
    return bareCount(row) !== undefined && countOf(context.command) ? 0.92 : 0;
  },

  facts: emitFacts,

  state(part) {
    const counted = countedBy(part, (text) => countOf(text) !== undefined).at(-1);
    if (counted)
      return countOf(counted.command) === 'units.total'
        ? `${counted.count} units`
        : `${counted.count} transient mount units`;
    const { rows, listed } = unitsOf(part);
    if (rows.length === 0 && !listed) return undefined;
    const transient = rows.filter(isTransient).length;
    return `${listed?.count ?? rows.length} units${transient > 0 ? `, ${transient} transient mounts among those shown` : ''}`;
  },
};
