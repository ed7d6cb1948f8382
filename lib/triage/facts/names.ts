/** Names in log lines: what commands are filled with. The most frequent few of each kind are kept. */

import type { FactValue } from '../diagnosis';
import type { FactName } from './vocabulary';
import type { Line } from '../read/line';
import { NAME_ROWS } from './names-table';

export interface NameFound {
  fact: FactName;
  value: FactValue;
  subject?: string;
  line: Line;
  /** Index of the part the first of them stood in. */
  part: number;
  count: number;
}

/** How many of a kind are kept, and how many are counted before further ones are passed over. */
const KEPT = 5;
const COUNTED = 500;

/** Counts names line by line; `best` gives the most frequent of each kind, the earlier first at equal counts. */
export function nameCounter(): {
  add(line: Line, part: number): void;
  note(fact: FactName, value: FactValue, line: Line, part: number, subject?: string): void;
  best(): NameFound[];
} {
  const kinds = new Map<FactName, Map<string, NameFound>>();

  function note(fact: FactName, value: FactValue, line: Line, part: number, subject?: string): void {
    let known = kinds.get(fact);
    if (!known) kinds.set(fact, (known = new Map()));
    const key = subject === undefined ? String(value) : `${value} ${subject}`;
    const found = known.get(key);
    if (found) found.count++;
    else if (known.size < COUNTED)
      known.set(key, { fact, value, line, part, count: 1, ...(subject === undefined ? {} : { subject }) });
  }

  function add(line: Line, part: number): void {
    const { envelope } = line;
    if (envelope?.kind === 'journal' && envelope.host && isName(envelope.host))
      note('node.name', envelope.host, line, part);
    if (envelope?.pod && isName(envelope.pod)) note('pod.name', envelope.pod, line, part);
    const text = line.text.length > 2000 ? line.text.slice(0, 2000) : line.text;
    for (const row of NAME_ROWS) {
      if (!text.includes(row.quick)) continue;
      const match = row.pattern.exec(text);
      if (match)
        noteGroups(match, row.groups, (fact, value, subject) => note(fact, value, line, part, subject));
    }
  }

  function best(): NameFound[] {
    return [...kinds].flatMap(([fact, known]) => {
      const all = fact === 'container.id' ? withoutShort([...known.values()]) : [...known.values()];
      // The sort is stable: at equal counts the name seen first stays first.
      return all.sort((a, b) => b.count - a.count).slice(0, KEPT);
    });
  }

  return { add, note, best };
}

function noteGroups(
  match: RegExpExecArray,
  groups: readonly (FactName | undefined)[],
  note: (fact: FactName, value: FactValue, subject?: string) => void,
): void {
  const owner = groups.findIndex((fact) => fact === 'pod.name' || fact === 'cronjob.name');
  for (const [at, fact] of groups.entries()) {
    const value = match[at + 1];
    if (!fact || value === undefined) continue;
    if (UID.test(value)) continue;
    if (fact === 'pod.namespace') note(fact, value, owner < 0 ? undefined : match[owner + 1]);
    else note(fact, value);
  }
}

/** Old kubelets name pods by their uid, which no command takes. */
const UID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** dockerd prints an id short and long; the long one is kept, with both counts. */
function withoutShort(found: NameFound[]): NameFound[] {
  const long = new Map<string, NameFound>();
  for (const name of found)
    if (String(name.value).length === 64) long.set(String(name.value).slice(0, 12), name);
  return found.filter((name) => {
    const full = String(name.value).length === 12 ? long.get(String(name.value)) : undefined;
    if (full) full.count += name.count;
    return !full;
  });
}

/** A name that Kubernetes would take: RFC 1123, lower case. */
export function isName(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(text);
}
