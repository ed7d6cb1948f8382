/** Known lines of a paste: what each means, at its first place, and the runs of harmless ones that may be folded. */

import type { Digest } from '../triage/diagnosis';

export interface KnownNote {
  id: string;
  kind: 'harmless' | 'symptom' | 'pointer';
  says: string;
  count: number;
}

export interface PartKnown {
  /** Line → what it is, where it is first seen. */
  notes: Map<number, KnownNote>;
  /** Line → the harmless kind it belongs to. */
  harmless: Map<number, KnownNote>;
}

export function knownOf(digest: Pick<Digest, 'known'>, sources: number): PartKnown[] {
  const parts = Array.from({ length: sources }, (): PartKnown => ({ notes: new Map(), harmless: new Map() }));
  for (const { id, kind, says, count, lines } of digest.known) {
    const note = { id, kind, says, count };
    for (const [at, { source, line }] of lines.entries()) {
      const part = parts[source];
      if (at === 0 && part && !part.notes.has(line)) part.notes.set(line, note);
      if (kind === 'harmless') part?.harmless.set(line, note);
    }
  }
  return parts;
}

export interface Run {
  from: number;
  to: number;
  says: string[];
}

/** Harmless lines that follow each other, at least `least` of them. */
export function runsOf({ harmless }: PartKnown, least: number): Run[] {
  const runs: Run[] = [];
  for (const line of [...harmless.keys()].sort((a, b) => a - b)) {
    const says = harmless.get(line)!.says;
    const last = runs.at(-1);
    if (last && line === last.to + 1) {
      last.to = line;
      if (!last.says.includes(says)) last.says.push(says);
    } else runs.push({ from: line, to: line, says: [says] });
  }
  return runs.filter(({ from, to }) => to - from + 1 >= least);
}
