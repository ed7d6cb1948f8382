/** The sum behind a finding as a ledger: what it begins with, each evidence, and what it comes to. Pure. */

import type { Evidence, Finding } from '@/lib/triage/diagnosis';

export interface Entry {
  /** What it says; for evidence its reason. */
  words: string;
  nats: number;
  evidence?: Evidence;
  /** Why it counts nothing, where it does not. */
  counted?: string;
}

export interface Ledger {
  begins: Entry;
  for: Entry[];
  against: Entry[];
  sum: number;
}

/** The entries add up to the score of the finding, which is the engine's own figure. */
export function ledgerOf(finding: Finding): Ledger {
  const [prior] = finding.terms;
  return {
    begins: { words: `Before any evidence: ${prior?.label ?? 'nothing known'}`, nats: prior?.nats ?? 0 },
    for: finding.for.map((each) => entryOf(each, finding.for)),
    against: finding.against.map((each) => entryOf(each, finding.against)),
    sum: finding.score,
  };
}

/** Evidence of one fact counts once: what a stronger one of its group outdoes says so. */
function entryOf(evidence: Evidence, side: Evidence[]): Entry {
  const entry = { words: evidence.why, nats: evidence.nats, evidence };
  if (evidence.nats !== 0) return entry;
  const stronger = side.find((other) => other.group === evidence.group && other.nats !== 0);
  return {
    ...entry,
    counted: stronger
      ? 'The same fact as above: it counts once.'
      : 'It also stands in logs of other incidents, so it counts nothing.',
  };
}

/** `+3.0`, `−1.5`, `0`. */
export function signed(nats: number): string {
  const size = Math.abs(nats).toFixed(1);
  return size === '0.0' ? '0' : `${nats < 0 ? '−' : '+'}${size}`;
}
