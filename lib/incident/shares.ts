/**
 * How often each signature fires where it should not: in samples of other incidents and in healthy logs.
 * The engine caps its weight at ln 1/share (DESIGN, section 6).
 */

import type { Book } from './load.server';
import { compile } from '../triage/compile';
import { match } from '../triage/match';
import type { Pack } from '../triage/pack';
import { parse } from '../triage/parts';
import { read } from '../triage/read/read';
import type { CorpusEntry } from './corpus.server';

export interface LabelledText {
  /** Where it comes from, for leaving it out. */
  name: string;
  text: string;
  /** Incidents it belongs to; empty for healthy logs and distractors. */
  incidents: string[];
}

/** Everything with a known answer: samples, healthy logs, the open corpus. */
export function labelledTexts(book: Book, corpus: readonly CorpusEntry[]): LabelledText[] {
  const texts: LabelledText[] = [];
  for (const { id, samples } of book.incidents) {
    for (const { name, kind, text } of samples) {
      // What else a miss may report is not known: it counts for nobody but its own incident's misses.
      if (kind === 'hit') texts.push({ name: `${id}/${name}`, text, incidents: [id] });
    }
  }
  for (const { name, text } of book.healthy) texts.push({ name: `healthy/${name}`, text, incidents: [] });
  for (const entry of corpus) {
    const incidents = entry.incident ? [entry.incident, ...entry.also] : [];
    texts.push({ name: entry.name, text: entry.text, incidents });
  }
  return texts;
}

/** Sets `share` on every signature that fires in a foreign text; returns a new pack. */
export function withShares<P extends Omit<Pack, 'release'>>(pack: P, texts: readonly LabelledText[]): P {
  const compiled = compile({ ...pack, release: '' });
  const kin = kinOf(pack);
  const foreign = new Map<string, number>();
  const fires = new Map<string, number>();
  for (const { text, incidents } of texts) {
    for (const incident of pack.incidents) {
      if (!incidents.some((id) => id === incident.id || kin.get(incident.id)?.has(id))) {
        foreign.set(incident.id, (foreign.get(incident.id) ?? 0) + 1);
      }
    }
    const parsed = parse([read(0, text, compiled.words)]);
    for (const { owner } of match(compiled, parsed).hits) {
      if (owner.type !== 'signature') continue;
      if (incidents.some((id) => id === owner.incident.id || kin.get(owner.incident.id)?.has(id))) continue;
      const key = `${owner.incident.id}/${owner.signature.id}`;
      fires.set(key, (fires.get(key) ?? 0) + 1);
    }
  }
  const incidents = pack.incidents.map((incident) => ({
    ...incident,
    signatures: incident.signatures.map((signature) => {
      const count = fires.get(`${incident.id}/${signature.id}`) ?? 0;
      return count === 0 ? signature : { ...signature, share: round(count / foreign.get(incident.id)!) };
    }),
  }));
  return { ...pack, incidents };
}

/** Incidents whose samples do not count as foreign: related, blocked and blocking ones. */
function kinOf(pack: Pick<Pack, 'incidents'>): Map<string, Set<string>> {
  const kin = new Map<string, Set<string>>();
  const add = (a: string, b: string) => kin.set(a, (kin.get(a) ?? new Set()).add(b));
  for (const incident of pack.incidents) {
    for (const other of [...incident.blocks, ...incident.related]) {
      add(incident.id, other);
      add(other, incident.id);
    }
  }
  return kin;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
