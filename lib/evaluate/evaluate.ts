/** Runs a corpus through the engine and counts. Pure: the pack and the entries are given. */

import type { CorpusEntry } from '../incident/corpus.server';
import { compile, diagnose, EMPTY_CASE, type Diagnosis, type Pack } from '../triage';

/** Bins of the reliability diagram. */
const BINS = 10;

export interface Outcome {
  name: string;
  incident: string | null;
  also: string[];
  hard: boolean;
  verdict: Diagnosis['verdict'];
  /** Incidents best first. */
  found: string[];
  probability: number;
  /** 0-based place of a right answer; −1 when it is not there. */
  place: number;
  evidence: string[];
  /** Why the text does not lead there, where somebody looked and decided so. */
  unanswered?: string;
}

export interface Figures {
  pastes: number;
  top1: number;
  top3: number;
  /** Share on which `match` was said. */
  answered: number;
  /** Share on which `match` was said for a wrong incident. */
  wrongMatches: number;
}

export interface Evaluation {
  release: string;
  /** Pastes that carry their evidence. */
  known: Figures;
  hard: Figures;
  /** Pastes of no incident of the book. */
  unknown: { pastes: number; falseMatches: number; unsure: number };
  /** Expected calibration error of the first finding, 10 bins. */
  calibrationError: number;
  confusion: { incident: string; answered: string; count: number }[];
  outcomes: Outcome[];
}

export function evaluate(pack: Pack, entries: readonly CorpusEntry[]): Evaluation {
  const compiled = compile(pack);
  const outcomes = entries.map((entry) =>
    outcomeOf(entry, diagnose(compiled, { ...EMPTY_CASE, parts: [{ source: entry.text }] })),
  );
  const unknown = outcomes.filter((outcome) => outcome.incident === null);
  return {
    release: pack.release,
    known: figuresOf(outcomes.filter((outcome) => outcome.incident !== null && !outcome.hard)),
    hard: figuresOf(outcomes.filter((outcome) => outcome.incident !== null && outcome.hard)),
    unknown: {
      pastes: unknown.length,
      falseMatches: share(unknown, (outcome) => outcome.verdict === 'match'),
      unsure: share(unknown, (outcome) => outcome.verdict === 'unsure'),
    },
    calibrationError: calibrationError(outcomes),
    confusion: confusionOf(outcomes),
    outcomes,
  };
}

export function outcomeOf(entry: CorpusEntry, diagnosis: Diagnosis): Outcome {
  const right = entry.incident === null ? [] : [entry.incident, ...entry.also];
  const found = diagnosis.findings.map((finding) => finding.incident);
  return {
    name: entry.name,
    incident: entry.incident,
    also: entry.also,
    hard: entry.hard,
    verdict: diagnosis.verdict,
    found,
    probability: diagnosis.findings[0]?.probability ?? 0,
    place: found.findIndex((id) => right.includes(id)),
    evidence: diagnosis.findings[0]?.for.map(({ signature }) => signature) ?? [],
    ...(entry.unanswered ? { unanswered: entry.unanswered } : {}),
  };
}

/** Known pastes are right with a right answer first, the others when nothing is reported. */
export function isRight({ incident, place, verdict }: Outcome): boolean {
  return incident === null ? verdict === 'none' : place === 0;
}

function figuresOf(outcomes: readonly Outcome[]): Figures {
  return {
    pastes: outcomes.length,
    top1: share(outcomes, ({ place }) => place === 0),
    top3: share(outcomes, ({ place }) => place >= 0 && place < 3),
    answered: share(outcomes, ({ verdict }) => verdict === 'match'),
    wrongMatches: share(outcomes, ({ verdict, place }) => verdict === 'match' && place !== 0),
  };
}

function share(outcomes: readonly Outcome[], holds: (outcome: Outcome) => boolean): number {
  return outcomes.length === 0 ? 0 : outcomes.filter(holds).length / outcomes.length;
}

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht, AAAI 2015): per bin of probability, the gap
 * between the mean probability of the first finding and the share in which it was right, weighted by size.
 */
export function calibrationError(outcomes: readonly Outcome[]): number {
  const answered = outcomes.filter(({ found }) => found.length > 0);
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = answered.filter(
      ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)) === bin,
    );
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length;
    error += (inside.length / answered.length) * Math.abs(mean - share(inside, ({ place }) => place === 0));
  }
  return error;
}

function confusionOf(outcomes: readonly Outcome[]): Evaluation['confusion'] {
  const counts = new Map<string, { incident: string; answered: string; count: number }>();
  for (const { incident, found, place, verdict } of outcomes) {
    if (place === 0 || (incident === null && verdict === 'none')) continue;
    const row = { incident: incident ?? 'not in the book', answered: found[0] ?? 'nothing', count: 0 };
    const known = counts.get(`${row.incident} ${row.answered}`) ?? row;
    counts.set(`${row.incident} ${row.answered}`, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || (`${a.incident} ${a.answered}` < `${b.incident} ${b.answered}` ? -1 : 1),
  );
}
