/** The trailer that a citation writes, read again: `Faultbook: <slug>@<rev> signatures=… verdict=…`. Pure. */

import type { Pack } from '../triage/pack';
import { CITE_VERDICTS, type CiteVerdict } from './cite';

export interface Trailer {
  incident: string;
  revision: number;
  signatures: string[];
  verdict: CiteVerdict;
  /** 1-based. */
  line: number;
  /** ISO day of the nearest date above it, or in the name of the file. */
  date: string | null;
}

export interface TrailerFault {
  line: number;
  says: string;
}

const MARK = /^[ \t>*-]*`?Faultbook:[ \t]*(.*?)`?[ \t]*$/;
const WHOLE = /^([a-z0-9][a-z0-9.-]*)@(\d{1,6})((?:[ \t]+[a-z]+=[^\s]+)*)$/;
const ISO_DAY = /(?<!\d)(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)/;
/** As git log prints it: Date:   Fri Nov 20 14:00:00 2026 +0100 */
const GIT_DAY = /^(?:Author)?Date:\s+\w{3} (\w{3}) {1,2}(\d{1,2}) \d\d:\d\d:\d\d (\d{4})/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function readTrailers(
  text: string,
  name: string,
  pack: Pick<Pack, 'incidents'>,
): { trailers: Trailer[]; faults: TrailerFault[] } {
  const trailers: Trailer[] = [];
  const faults: TrailerFault[] = [];
  const seen = new Set<string>();
  let date = ISO_DAY.exec(name)?.[1] ?? null;
  text.split('\n').forEach((raw, at) => {
    date = dayIn(raw) ?? date;
    const said = MARK.exec(raw.replace(/\r$/, ''))?.[1];
    if (said === undefined) return;
    const line = at + 1;
    const read = trailerOf(said);
    if (typeof read === 'string') return void faults.push({ line, says: read });
    const unknown = unknownIn(read, pack);
    if (unknown) faults.push({ line, says: unknown });
    // The same sentence twice in one document is one occurrence; another day in a git log is another.
    const key = `${date} ${said}`;
    if (seen.has(key)) return;
    seen.add(key);
    trailers.push({ ...read, line, date });
  });
  return { trailers, faults };
}

function dayIn(line: string): string | null {
  const git = GIT_DAY.exec(line);
  const month = MONTHS.indexOf(git?.[1] ?? '') + 1;
  if (git && month > 0) return `${git[3]}-${String(month).padStart(2, '0')}-${git[2]!.padStart(2, '0')}`;
  return /^\s*(?:\**date\**|(?:Author)?Date)\s*[:|]/i.test(line) ? (ISO_DAY.exec(line)?.[1] ?? null) : null;
}

function trailerOf(said: string): Omit<Trailer, 'line' | 'date'> | string {
  const match = WHOLE.exec(said);
  if (!match) return `“${said.slice(0, 80)}” is not <incident>@<revision> signatures=… verdict=…`;
  const pairs = new Map(
    match[3]!
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const verdict = CITE_VERDICTS.find((each) => each === pairs.get('verdict'));
  if (!verdict) return `the verdict is one of ${CITE_VERDICTS.join(', ')}`;
  const signatures = pairs.get('signatures')?.split(',').filter(Boolean) ?? [];
  return { incident: match[1]!, revision: Number(match[2]), signatures, verdict };
}

/** “new” names what the book lacks; every other verdict names what it has. */
function unknownIn(
  { incident, revision, signatures, verdict }: Omit<Trailer, 'line' | 'date'>,
  { incidents }: Pick<Pack, 'incidents'>,
): string | null {
  const known = incidents.find(({ id }) => id === incident);
  if (!known) return verdict === 'new' ? null : `the book has no incident ${incident}`;
  if (revision > known.revision)
    return `${incident} has no revision ${revision}; the newest is ${known.revision}`;
  const lacks = signatures.filter((id) => !known.signatures.some((signature) => signature.id === id));
  return lacks.length > 0 ? `${incident} has no signature ${lacks.join(', ')}` : null;
}
