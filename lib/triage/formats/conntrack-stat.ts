/** conntrack -S, the older table in /proc/net/stat, and the sysctls for count and limit. */

import { bareCount, clip, countedBy, tableLines } from './columns';
import type { Emit, Format, PartView } from './format';
import type { FactName } from '../facts/vocabulary';
import type { Line } from '../read/line';

// cpu=0   	found=12 invalid=130 insert=0 insert_failed=15 drop=15 early_drop=0 error=0 search_restart=213
const PER_CPU = /^\s*cpu=\d+\s+(?:\w+=\d+\s+)*(?:found|searched)=\d+/;
// entries  searched found new invalid ignore delete delete_list insert insert_failed drop early_drop …
// or the columns that awk left of it: entries insert insert_failed
const PROC_HEADER =
  /^\s*entries\s+(?:(?:searched|clashres)\s+found\s+new\s+invalid\s+ignore\s|(?:[a-z_]{3,20}\s+){0,20}insert_failed\b)/;
const PROC_ROW = /^\s*(?:[0-9a-f]{8}\s+){1,}[0-9a-f]{8}\s*$/;
// net.netfilter.nf_conntrack_max = 262144
const SYSCTL =
  /^\s*(?:net\.netfilter\.|net\.|net\.ipv4\.netfilter\.ip_|\/proc\/sys\/net\/netfilter\/)?nf_conntrack_(count|max)\s*[=:]\s*(\d+)/;
// node_nf_conntrack_entries 183422
const METRIC = /^\s*node_nf_conntrack_(entries|entries_limit)(?:\{[^}]*\})?\s+([\d.e+]+)/;

interface Totals {
  failed: number;
  drop: number;
  entries?: number;
  rows: number;
  line?: Line;
}

/** What a bare number is, by the command that printed it. */
function countOf(command: string | undefined): 'conntrack.entries' | 'conntrack.max' | undefined {
  const pipe = clip(command ?? '');
  if (/\bnf_conntrack_max\b/.test(pipe)) return 'conntrack.max';
  return /\bnf_conntrack_count\b|\bconntrack\s+(?:-C\b|--count\b)|\bconntrack\s+-L\b.*\bwc\s+-l/.test(pipe)
    ? 'conntrack.entries'
    : undefined;
}

function totalsOf(part: PartView): Totals {
  const totals: Totals = { failed: 0, drop: 0, rows: 0 };
  let header: string[] | undefined;
  for (const { line, text } of tableLines(part)) {
    if (PROC_HEADER.test(text)) header = text.trim().split(/\s+/);
    else if (PER_CPU.test(text) || /\binsert_failed=\d/.test(text)) {
      totals.failed += Number(/\binsert_failed=(\d{1,12})/.exec(text)?.[1] ?? 0);
      totals.drop += Number(/(?<!early_)\bdrop=(\d{1,12})/.exec(text)?.[1] ?? 0);
      totals.rows++;
      totals.line ??= line;
    } else if (header && PROC_ROW.test(text)) {
      const cells = text.trim().split(/\s+/);
      const hex = (name: string) => Number.parseInt(cells[header?.indexOf(name) ?? -1] ?? '0', 16);
      totals.failed += hex('insert_failed');
      totals.drop += hex('drop');
      // Entries of the whole table, the same on every row.
      totals.entries = hex('entries');
      totals.rows++;
      totals.line ??= line;
    }
  }
  return totals;
}

function figuresOf(part: PartView): { fact: FactName; value: number; line: Line }[] {
  const figures: { fact: FactName; value: number; line: Line }[] = [];
  for (const { count, command, line } of countedBy(part, (text) => countOf(text) !== undefined)) {
    figures.push({ fact: countOf(command) ?? 'conntrack.entries', value: count, line });
  }
  for (const { line, text } of tableLines(part)) {
    const sysctl = SYSCTL.exec(text);
    if (sysctl)
      figures.push({
        fact: sysctl[1] === 'max' ? 'conntrack.max' : 'conntrack.entries',
        value: Number(sysctl[2]),
        line,
      });
    const metric = METRIC.exec(text);
    if (metric)
      figures.push({
        fact: metric[1] === 'entries' ? 'conntrack.entries' : 'conntrack.max',
        value: Number(metric[2]),
        line,
      });
  }
  const { failed, drop, entries, rows, line } = totalsOf(part);
  if (rows > 0 && line) {
    figures.push(
      { fact: 'conntrack.insert_failed', value: failed, line },
      { fact: 'conntrack.drop', value: drop, line },
    );
    if (entries !== undefined) figures.push({ fact: 'conntrack.entries', value: entries, line });
  }
  return figures.filter(({ value }) => Number.isFinite(value));
}

function emitFacts(part: PartView, emit: Emit): void {
  for (const { fact, value, line } of figuresOf(part)) emit(fact, value, line);
}

export const conntrackStat: Format = {
  id: 'conntrack-stat',
  starts: '/abcdefin0123456789',
  opens: (text) => PROC_HEADER.test(clip(text)),

  line(text, context) {
    const row = clip(text);
    if (PER_CPU.test(row) || PROC_HEADER.test(row)) return 0.97;
    if (SYSCTL.test(row) || METRIC.test(row)) return 0.92;
    if (bareCount(row) !== undefined) return countOf(context.command) ? 0.92 : 0;
    if (context.header !== undefined && PROC_HEADER.test(clip(context.header)) && PROC_ROW.test(row))
      return 0.95;
    return /\binsert_failed=\d+\s+drop=\d/.test(row) ? 0.9 : 0;
  },

  // The terminal broke a line of `conntrack -S`: the rest is still key=number.
  continues(text, context) {
    return context.previous === 'conntrack-stat' && /^\s*(?:[a-z_]+=\d+\s*)+$/.test(clip(text).slice(0, 400));
  },

  facts: emitFacts,

  state(part) {
    const figures = new Map(figuresOf(part).map(({ fact, value }) => [fact, value]));
    const failed = figures.get('conntrack.insert_failed');
    const entries = figures.get('conntrack.entries');
    const max = figures.get('conntrack.max');
    const said: string[] = [];
    if (failed !== undefined)
      said.push(`insert_failed ${failed}, drop ${figures.get('conntrack.drop') ?? 0}`);
    if (entries !== undefined) said.push(`${entries} connections tracked${max ? ` of ${max}` : ''}`);
    else if (max !== undefined) said.push(`at most ${max} connections tracked`);
    return said.length === 0 ? undefined : said.join('; ');
  },
};
