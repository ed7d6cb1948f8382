/** What goes into a triage (the case) and what comes out (the diagnosis). Plain data on both sides. */

import type { Command, Effect, FixKind, Likelihood, Loss, Risk, Weight } from './pack';
import type { Time } from './time';

export interface CasePart {
  source: string;
  /** The person's word for what the whole text is; overrides classification. */
  format?: string;
  /** The person's word for single ranges of lines (1-based, inclusive). */
  overrides?: { from: number; to: number; format: string }[];
  /** Set when `source` is what was read of a file beyond 10 MB (`Stream.close`). */
  excerpt?: FileExcerpt;
}

/**
 * What is known of a large file besides the lines in `source`. Spans are offsets into `source`; lines of the
 * diagnosis are those of the file.
 */
export interface FileExcerpt {
  /** For each line of `source` its number in the file. A blank line between two pieces has that of the line before it. */
  lines: number[];
  /** Lines of the whole file. */
  of: number;
  /** Facts over many lines that are true all the same: all lines that they need are there. */
  complete: string[];
  /** Rules that fired too often to be followed, so that counts mean "at least". */
  counted: string[] | 'all';
  /** `excerpt`: lines of the diagnosis are those of `source`, for a page that shows nothing else. */
  numbers?: 'excerpt';
}

export interface Answer {
  check: string;
  /** An outcome id, or one of the two answers that say nothing. */
  outcome: string | 'dont-know' | 'cant-run';
  by: 'picked' | 'pasted';
}

export interface Profile {
  runtime?: 'docker' | 'containerd' | 'cri-o';
  cgroup?: 1 | 2;
  managed?: boolean;
  /** Component → version, as in facts: {kubelet: '1.24.3', kernel: '5.15.0'}. */
  versions?: Record<string, string>;
}

export interface Case {
  parts: CasePart[];
  answers: Answer[];
  /** Fixes that were tried and did not help. */
  tried: { incident: string; fix: string }[];
  profile: Profile;
}

/** A place in what was pasted: offsets in UTF-16 units into `parts[source].source`. */
export interface Span {
  source: number;
  start: number;
  end: number;
}

/** One recognised piece of a paste. `lines` are 1-based inclusive ranges of the original. */
export interface Part {
  source: number;
  format: string;
  lines: [number, number][];
  confidence: number;
  /** Why the end or the start is missing, when it is. */
  truncated?: string;
}

export type FactValue = number | string | boolean;

export interface Fact {
  fact: string;
  value: FactValue;
  /** Whom it is about: a node, a pod, a process. */
  subject?: string;
  /** Index into `parts`. */
  part: number;
  source: number;
  /** 1-based line of the original. */
  line: number;
}

export interface Evidence {
  signature: string;
  type: 'line' | 'frames' | 'fact' | 'answer' | 'applies' | 'absent' | 'tried';
  weight: Weight | 'answer' | 'tried';
  /** What it adds to the score after the cap; 0 when a stronger one of its group counted. */
  nats: number;
  group: string;
  source: number;
  line: number;
  text: string;
  why: string;
  count: number;
  /** True when counting stopped early. */
  atLeast?: boolean;
  first?: string;
  last?: string;
  /** The moments of its places that print one, sorted, at most 200; comparable on one scale only (`Time`). */
  times?: { scale: Time['scale']; ms: number[] };
  /** Seconds between `last` and the end of the paste, when both are known. */
  age?: number;
  spans: Span[];
}

export interface NotChecked {
  signature: string;
  why: string;
  /** The check whose output would show it. */
  check?: string;
  command?: string;
  formats: string[];
}

export type Band = 'strong' | 'likely' | 'possible';

export interface Finding {
  incident: string;
  title: string;
  probability: number;
  band: Band;
  /** S_h of DESIGN section 6, and its terms in the order in which they were added. */
  score: number;
  terms: { label: string; nats: number }[];
  /** Findings that share no evidence are separate problems, numbered from 0. */
  component: number;
  for: Evidence[];
  against: Evidence[];
  notChecked: NotChecked[];
  /** Set on a symptom-level incident that folds under this deeper cause. */
  under?: string;
  /** Set on a cause that stands here only because its umbrella matched: possible, not checked. */
  causeOf?: string;
}

export interface RankedFix {
  incident: string;
  fix: string;
  action: string;
  title: string;
  kind: FixKind;
  effect: Effect;
  works: Likelihood;
  risk: Risk;
  riskNote?: string;
  reversible: boolean;
  loses: Loss[];
  needs: string[];
  minutes: number;
  commands: Command[];
  saveFirst: string[];
  verify: { command: string; expect: string };
  rollback: string;
  /** Probability that it helps, summed over the incidents that share the action, and its cost in minutes. */
  helps: number;
  cost: number;
}

export interface NextCheck {
  check: string;
  ask: string;
  command: string | null;
  why: string;
  /** Incidents that its outcomes favour, and whether the first fix would change. */
  separates?: string[];
  changesFix?: boolean;
  /** Bits of information it is expected to give, and its cost in minutes. */
  bits: number;
  cost: number;
  outcomes: { id: string; label: string; looks?: string; favours: string[] }[];
}

export interface DigestLine {
  source: number;
  line: number;
  text: string;
}

export interface Digest {
  /** One sentence a part: what state it shows. */
  state: string[];
  versions: { component: string; version: string; subject?: string }[];
  repeats: { text: string; count: number; first?: string; last?: string; line: number; source: number }[];
  firstError: DigestLine | null;
  rarest: DigestLine[];
  known: {
    id: string;
    says: string;
    kind: 'harmless' | 'symptom' | 'pointer';
    link?: string;
    count: number;
    first?: string;
    last?: string;
    lines: { source: number; line: number }[];
  }[];
  pasteNext: { what: string; command: string }[];
  /** From when to when the lines reach, per scale. */
  times: { scale: Time['scale']; from: { ms: number; text: string }; to: { ms: number; text: string } }[];
}

/** Tasks whose pasted stacks show that they wait for one thing. */
export interface Wait {
  /** As the paste names it; a bare /proc/PID/stack names none. */
  task?: string;
  /** The first few; `count` has all stacks. */
  pids: number[];
  count: number;
  /** Id of what is waited for, and its words: “an answer from Ceph”. */
  for: string;
  words: string;
  /** The frame that says so, and where it stands. */
  frame: string;
  source: number;
  line: number;
}

export type Verdict = 'match' | 'unsure' | 'none';

export interface Diagnosis {
  release: string;
  verdict: Verdict;
  parts: Part[];
  facts: Fact[];
  digest: Digest;
  /** Absent where no pasted stack says what its task waits for. */
  waits?: Wait[];
  findings: Finding[];
  /** What would have to be true for the second finding to win; null when there is no second. */
  otherwise: string | null;
  /** Probability of "not in the book" in the first component. */
  other: number;
  fixes: RankedFix[];
  next: NextCheck | null;
  /** Every limit that was reached, and every repair that could have changed meaning, in sentences. */
  limits: string[];
}
