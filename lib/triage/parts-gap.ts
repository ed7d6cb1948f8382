/** The longest silence of a journal: a machine that stood still writes nothing. */

import type { Fact } from './diagnosis';
import { formatOf } from './formats/index';
import type { ParsedLine } from './parsed';
import { factAt } from './parts-facts';

/** Fewer lines have no rhythm that could break. */
const ENOUGH = 4;
/** A silence stands out when it is so many times the usual distance between lines. */
const STANDS_OUT = 5;

interface Journal {
  last: number;
  scale: string;
  gaps: number[];
  longest: number;
  /** The line after the longest silence. */
  after: ParsedLine | undefined;
  ordered: boolean;
  host: string | undefined;
}

/**
 * `journal.gap_seconds`, one fact a journal: all lines of one host in one source, whatever program wrote
 * them, or one log that prints wall time. Nothing when lines are out of order, and across a place where
 * something else was pasted in between: there the silence may be the scissors'.
 */
export function gapFacts(lines: readonly ParsedLine[]): Fact[] {
  const journals = new Map<string, Journal>();
  let torn = true;
  for (const parsed of lines) {
    const { line, time, format } = parsed;
    if (!(line.text.charCodeAt(0) > 32) && line.text.trim() === '') continue;
    if (!formatOf(format).stream || format === 'plain' || format === 'shell') {
      torn = true;
      continue;
    }
    if (!time || (time.scale !== 'utc' && time.scale !== 'year')) continue;
    const journal = journalOf(journals, parsed);
    // Lines of one journal may print their time on two scales; only equal ones compare.
    if (journal.scale === time.scale && !torn) measure(journal, time.ms, parsed);
    journal.scale = time.scale;
    journal.last = time.ms;
    torn = false;
  }
  return [...journals.values()].flatMap(factOf);
}

function journalOf(journals: Map<string, Journal>, { line, part }: ParsedLine): Journal {
  const host = line.envelope?.kind === 'journal' ? line.envelope.host : undefined;
  const key = host === undefined ? `part ${part}` : `host ${line.source} ${host}`;
  let journal = journals.get(key);
  if (!journal) {
    journal = { last: 0, scale: '', gaps: [], longest: 0, after: undefined, ordered: true, host };
    journals.set(key, journal);
  }
  return journal;
}

/** Lines written at the same moment may swap; more than this backwards is disorder. */
const SWAP = 2000;

function measure(journal: Journal, ms: number, parsed: ParsedLine): void {
  const gap = ms - journal.last;
  if (gap < -SWAP) journal.ordered = false;
  journal.gaps.push(Math.max(gap, 0));
  if (gap <= journal.longest) return;
  journal.longest = gap;
  journal.after = parsed;
}

function factOf({ gaps, longest, after, ordered, host }: Journal): Fact[] {
  if (!ordered || !after || gaps.length + 1 < ENOUGH) return [];
  const usual = Float64Array.from(gaps).sort()[gaps.length >> 1]!;
  if (longest < STANDS_OUT * Math.max(usual, 1000)) return [];
  return [factAt('journal.gap_seconds', Math.round(longest / 1000), after.part, after.line, host)];
}
