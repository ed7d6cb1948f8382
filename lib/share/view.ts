/** What a case link shows: a diagnosis without its log. */

import type { Answer, Diagnosis, Digest, Profile } from '../triage/diagnosis';

export interface CaseView {
  /** The release of the book with which the case was shared. */
  release: string;
  /** Findings, fixes and next check as they were; parts, facts and digest are empty, evidence has no text. */
  diagnosis: Diagnosis;
  answers: Answer[];
  tried: { incident: string; fix: string }[];
  profile: Profile;
  /** Incidents that were revised since. */
  changed: { incident: string; then: number; now: number }[];
  /** Sentences for the page: that the log was not shared, that the book changed. */
  notes: string[];
}

export const EMPTY_DIGEST: Digest = {
  state: [],
  versions: [],
  repeats: [],
  firstError: null,
  rarest: [],
  known: [],
  pasteNext: [],
  times: [],
};

export const emptyView = (release: string): CaseView => ({
  release,
  diagnosis: {
    release,
    verdict: 'none',
    parts: [],
    facts: [],
    digest: EMPTY_DIGEST,
    findings: [],
    otherwise: null,
    other: 1,
    fixes: [],
    next: null,
    limits: [],
  },
  answers: [],
  tried: [],
  profile: {},
  changed: [],
  notes: [],
});
