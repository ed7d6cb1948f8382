/**
 * A case link carries lines of JSON, the most important first: one that was cut short can be read up to the cut.
 *
 *     ["c", release, verdict, other, profile]
 *     ["f", incident, revision, probability, band, score, component, under, causeOf, for, against]
 *     ["a", check, outcome, by]      ["t", incident, fix]
 *     ["x", [[incident, fix, helps, cost], …]]      ["n", check, bits, cost, [favours, …], changes the fix]
 *     ["z", checksum of the lines above]
 *
 * Evidence is [signature, type, nats, count, at least]. There is no text of the log in it, and no time.
 */

export type Line = [tag: string, ...rest: unknown[]];

/** The version of what this page writes. */
export const VERSION = 1;

/** One a version: `UPGRADERS[0]` turns lines of version 1 into lines of version 2. Never changed once released. */
export const UPGRADERS: readonly ((lines: Line[]) => Line[])[] = [];

export const EVIDENCE_TYPES = ['line', 'frames', 'fact', 'answer', 'applies', 'absent', 'tried'] as const;
export const BANDS = ['strong', 'likely', 'possible'] as const;
export const VERDICTS = ['match', 'unsure', 'none'] as const;

export function toText(lines: readonly Line[]): string {
  const body = lines.map((line) => JSON.stringify(line)).join('\n');
  return `${body}\n${JSON.stringify(['z', checksum(body)])}`;
}

export interface ReadLines {
  lines: Line[];
  /** `cut`: the last line is missing. `altered`: the checksum is another. */
  state: 'whole' | 'cut' | 'altered';
}

/** Reads as far as it goes; never throws. */
export function fromText(text: string): ReadLines {
  const lines: Line[] = [];
  const raw = text.split('\n');
  for (const [index, each] of raw.entries()) {
    const line = parse(each);
    if (!line) return { lines, state: index < raw.length - 1 ? 'altered' : 'cut' };
    if (line[0] !== 'z') lines.push(line);
    else if (index === raw.length - 1)
      return { lines, state: line[1] === checksum(raw.slice(0, -1).join('\n')) ? 'whole' : 'altered' };
  }
  return { lines, state: 'cut' };
}

function parse(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && typeof value[0] === 'string' ? (value as Line) : null;
  } catch {
    return null;
  }
}

/** FNV-1a, 32 bits: against slips of copying, not against malice. */
function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
