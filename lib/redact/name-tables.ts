/** The first columns of a table that kubectl printed, whatever it lists. */

import { RUN_OF_JOB } from './name-forms';
import type { Kind } from './pseudonym';

/** NAMESPACE   NAME   READY   …      NAME   CPU(cores)   CPU%   … */
const HEAD = /^([ \t]*)(?:NAMESPACE {2,})?NAME {2,}[A-Z][A-Za-z0-9 ()%/-]*$/;
const CELL = /[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?/y;

/** Nodes have columns that nothing else has. */
const OF_NODES = /\bCPU%|\bKERNEL-VERSION\b| ROLES /;

export function tableNames(text: string): { kind: Kind; start: number; end: number }[] {
  const found: { kind: Kind; start: number; end: number }[] = [];
  let kinds: Kind[] | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const head = HEAD.exec(line);
    if (head)
      kinds = [...(line.includes('NAMESPACE ') ? ['ns' as const] : []), OF_NODES.test(line) ? 'node' : 'app'];
    else if (kinds && !/^[ \t]*[A-Za-z0-9][^\n]*? {2,}\S/.test(line)) kinds = null;
    else if (kinds) found.push(...cells(line, kinds, start));
    start += line.length + 1;
  }
  return found;
}

function cells(line: string, kinds: readonly Kind[], start: number) {
  const found: { kind: Kind; start: number; end: number }[] = [];
  let at = line.search(/\S/);
  for (const kind of kinds) {
    CELL.lastIndex = at;
    const cell = CELL.exec(line)?.[0];
    // A name is followed by the gap of its column; `pod/web-1` and sentences are not.
    if (!cell || !/^ {1,}/.test(line.slice(at + cell.length))) break;
    const name = cell.replace(RUN_OF_JOB, '');
    found.push({ kind, start: start + at, end: start + at + name.length });
    at += cell.length + line.slice(at + cell.length).search(/\S/);
  }
  return found;
}
