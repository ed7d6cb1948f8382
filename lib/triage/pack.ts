/**
 * The pack: incidents, checks and known lines as plain data. It is what the
 * engine eats; `lib/incident` builds it from `content/`. Everything here
 * survives `structuredClone` and JSON.
 */

export const FREQUENCY_WEIGHT = { 'very-common': 16, common: 8, occasional: 4, rare: 2, exotic: 1 } as const;
export type Frequency = keyof typeof FREQUENCY_WEIGHT;

/** Nats added to an incident's score when a signature of this weight fires (DESIGN, section 6). */
export const WEIGHT_NATS = { conclusive: 6, strong: 3, supporting: 1.5, weak: 0.7, against: -3 } as const;
export type Weight = keyof typeof WEIGHT_NATS;

/** Words for probabilities in checks and fixes (DESIGN, section 4). */
export const LIKELIHOOD = {
  always: 0.97,
  usually: 0.85,
  often: 0.6,
  sometimes: 0.3,
  rarely: 0.1,
  never: 0.02,
} as const;
export type Likelihood = keyof typeof LIKELIHOOD;

export type Area = 'kernel' | 'runtime' | 'kubelet' | 'network' | 'storage' | 'control-plane' | 'workload';
export type Severity = 'workload' | 'node' | 'cluster';
export type Status = 'draft' | 'stable' | 'retired';
export type FixKind = 'stop-bleeding' | 'permanent' | 'prevention';
export type Effect = 'cures' | 'relieves' | 'masks';
export type Risk = 'none' | 'low' | 'medium' | 'high';
export type Loss = 'evidence' | 'availability' | 'data';

/** A pattern on one logical line. All patterns are RE2 syntax. */
export interface LineTest {
  type: 'line';
  pattern: string;
  ignoreCase?: boolean;
  /** At least one of these strings is in every line that can match; extracted, never typed. Lower case, or `exact`. */
  literals: string[];
  /** The literals stand in the line spelled so; else in either case. */
  exact?: true;
  /** Every one of these patterns must match some line at most `within` logical lines away. */
  near?: { pattern: string; within: number }[];
  /** All of these patterns must match the same line too, in any order. */
  and?: string[];
  /** None of these patterns may match the same line. */
  unless?: string[];
}

/**
 * Functions of one stack in call order (outermost first), gaps allowed.
 * An entry may list alternatives with `|` and end in `*`: `sys_sync|ksys_sync`, `ceph_*`.
 */
export interface FramesTest {
  type: 'frames';
  frames: string[];
  /** Entries none of which may occur in the same stack. */
  unless?: string[];
  /** The literal parts of the rarest entry, for the pre-filter; extracted. */
  literals: string[];
}

/** A condition on one fact. `versions` is a range such as `>=1.9 <1.14`. */
export interface FactTest {
  type: 'fact';
  fact: string;
  min?: number;
  max?: number;
  equals?: string | number | boolean;
  pattern?: string;
  versions?: string;
}

export type Test = LineTest | FramesTest | FactTest;

export interface Signature {
  id: string;
  /** Formats to which confidently classified lines are restricted; a parent names its children. */
  in?: string[];
  weight: Weight;
  /** Evidence of one underlying fact counts once. Defaults to the signature's id. */
  group: string;
  why: string;
  test: Test;
  /** When the format in `in` is shown whole and the signature did not fire, it speaks like this. */
  whenAbsent?: { weight: Weight; why: string };
  /** Measured share of foreign samples in which it fires; caps its weight at ln 1/share. */
  share?: number;
}

/** A fact outside these limits speaks against the incident; inside, weakly for it. */
export interface Applies {
  component: string;
  versions: string;
  fixed?: string;
  note?: string;
}

export interface Fix {
  id: string;
  /** Shared name: the same action may serve several incidents. */
  action: string;
  title: string;
  kind: FixKind;
  effect: Effect;
  works: Likelihood;
  minutes: number;
  risk: Risk;
  /** What can go wrong, in one sentence. */
  riskNote?: string;
  reversible: boolean;
  loses: Loss[];
  needs: string[];
  applies: Applies[];
  /** Short copyable commands. Placeholders such as {{pod}} are filled from facts. */
  commands: Command[];
  /** Read-only commands that save what this fix would destroy. */
  saveFirst: string[];
  verify: { command: string; expect: string };
  rollback: string;
}

export interface Command {
  run: string;
  /** Set when the command destroys something; says what. Never the default copy. */
  destroys?: string;
}

export interface PackIncident {
  id: string;
  title: string;
  summary: string;
  status: Status;
  successor?: string;
  area: Area;
  severity: Severity;
  frequency: Frequency;
  revision: number;
  applies: Applies[];
  signatures: Signature[];
  /** check id → outcome id → likelihood under this incident. */
  checks: Record<string, Record<string, Likelihood>>;
  fixes: Fix[];
  /** Symptom-level incidents of which this one is a deeper cause. */
  blocks: string[];
  related: string[];
  alerts: string[];
}

export interface CheckOutcome {
  id: string;
  label: string;
  /** What the output looks like, in a few words. */
  looks?: string;
  /** Recognises the outcome in pasted output. */
  signature?: { in?: string[]; test: Test };
}

export type Where = 'laptop' | 'node' | 'pod' | 'cloud-console';

export interface Check {
  id: string;
  ask: string;
  /** None: a symptom, something one sees. */
  command?: string;
  where: Where;
  minutes: number;
  root: boolean;
  disturbs: boolean;
  outcomes: CheckOutcome[];
  background: Record<string, Likelihood>;
  group: string;
  /** For symptoms: where it stands in "start from what you see". */
  symptom?: 'pod' | 'node' | 'network' | 'jobs' | 'control-plane';
  /** Formats whose paste this command prints: "not checked" evidence in those formats points here. */
  prints: string[];
  /** Runtimes, cgroup versions and so on it can run on; empty: everywhere. */
  needs: string[];
}

/** A line that is no incident but is understood. */
export interface KnownLine {
  id: string;
  pattern: string;
  literals: string[];
  exact?: true;
  in?: string[];
  says: string;
  kind: 'harmless' | 'symptom' | 'pointer';
  link?: string;
  /** What is worth pasting after this line: a read-only, bounded command. */
  next?: { what: string; command: string };
}

export interface Pack {
  version: 1;
  /** Content hash: same content, same release. */
  release: string;
  incidents: PackIncident[];
  checks: Check[];
  lines: KnownLine[];
  /** Words of the book, for rejoining words that a terminal cut. Lower case, sorted, folded (`word-list.ts`). */
  words: string;
  scoring: { temperature: number; other: number };
}
