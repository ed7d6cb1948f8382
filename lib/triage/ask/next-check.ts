/**
 * The next check: most information per minute, asked only while it pays (DESIGN, section 7; Breese and
 * Heckerman 1996, arXiv 1302.3563; Skaanning, arXiv 1301.3893).
 */

import { isPasted } from '../case';
import type { Case, NextCheck, Part } from '../diagnosis';
import type { Check, Fix, Pack, PackIncident } from '../pack';
import { branches, information, normalised, type Hypothesis } from './hypotheses';
import { actionsOf, expectedCost, shownActions } from './repair';

const ROOT_MINUTES = 3;
const DOOR_MINUTES = 3;
const DISTURBS_MINUTES = 5;
/** After a paste a question must gain this many times its cost. */
const PASTE_FACTOR = 1.5;
const MIN_BITS = 0.15;
const MAX_QUESTIONS = 8;

/** Formats that one gets on a node: whoever pastes them has opened that door. */
const NODE_FORMATS = [
  'proc-stack',
  'hung-task',
  'dmesg',
  'ps',
  'top',
  'proc-cgroups',
  'memory-stat',
  'systemctl-units',
  'journal',
];

export interface Situation {
  pack: Pack;
  triageCase: Case;
  parts: readonly Part[];
  hypotheses: Hypothesis[];
  /** Checks that need not be asked: answered, refused, or answered by the paste. */
  settled: ReadonlySet<string>;
  allowedFix: (incident: PackIncident, fix: Fix) => boolean;
  /** An umbrella is first and its cause unknown: then the separating check is asked in any case. */
  causeUnknown: boolean;
}

/** Cost of a check in minutes, with the doors that are still shut. */
export function checkCost(
  check: Check,
  { triageCase, parts, pack }: Pick<Situation, 'triageCase' | 'parts' | 'pack'>,
): number {
  const hasDoor = check.where === 'node' || check.where === 'cloud-console';
  const opened =
    triageCase.answers.some(
      (answer) =>
        answer.outcome !== 'cant-run' &&
        pack.checks.some(
          (other) => other.id === answer.check && other.where === check.where && other.command,
        ),
    ) ||
    (check.where === 'node' && parts.some((part) => NODE_FORMATS.includes(part.format)));
  const door = check.command && hasDoor && !opened ? DOOR_MINUTES : 0;
  return check.minutes + (check.root ? ROOT_MINUTES : 0) + door + (check.disturbs ? DISTURBS_MINUTES : 0);
}

/** Whether the check can be run at all on this cluster. */
export function canRun(check: Check, { profile }: Case): boolean {
  return check.needs.every((need) => {
    if (need === 'docker' || need === 'containerd' || need === 'cri-o')
      return !profile.runtime || profile.runtime === need;
    if (need === 'cgroup-v1' || need === 'cgroup-v2')
      return !profile.cgroup || `cgroup-v${profile.cgroup}` === need;
    if (need === 'control-plane') return !profile.managed;
    return true;
  });
}

export interface Option {
  check: Check;
  /** Expected information, in bits. */
  bits: number;
  /** Minutes. */
  cost: number;
}

/** Open checks that say anything, most information per minute first; ties by id. */
export function rankedChecks(situation: Situation): Option[] {
  const { pack, hypotheses, settled, triageCase } = situation;
  return pack.checks
    .filter((check) => !settled.has(check.id) && canRun(check, triageCase))
    .map((check) => ({
      check,
      bits: information(check, hypotheses),
      cost: checkCost(check, situation),
    }))
    .filter(({ bits }) => bits > 0.01)
    .sort((a, b) => b.bits / b.cost - a.bits / a.cost || (a.check.id < b.check.id ? -1 : 1));
}

/** Only the best few may be asked: if none of them pays, asking does not. */
const CONSIDERED = 10;

/** The question worth asking now; null when acting is better. */
export function nextCheck(situation: Situation): NextCheck | null {
  const { hypotheses, triageCase, allowedFix } = situation;
  if (hypotheses.length === 0) return null;
  const now = expectedCost(actionsOf(hypotheses, allowedFix));
  const gainOf = (option: Option) =>
    branches(option.check, hypotheses).reduce(
      (gain, branch) => gain - branch.p * expectedCost(actionsOf(branch.after, allowedFix)).cost,
      now.cost,
    );
  const umbrella = unknownCauseOf(situation);
  const separating = umbrella ? separatingCheck(situation, umbrella) : undefined;
  if (separating) return describe(separating, situation, gainOf(separating));
  const pasted = isPasted(triageCase);
  for (const option of rankedChecks(situation).slice(0, CONSIDERED)) {
    const gain = gainOf(option);
    const pays = gain > (pasted ? PASTE_FACTOR : 1) * option.cost;
    const lost =
      !pasted && now.steps === 0 && option.bits > MIN_BITS && triageCase.answers.length < MAX_QUESTIONS;
    if (pays || lost) return describe(option, situation, gain);
  }
  return null;
}

/** From here on an incident is likely (the bands of DESIGN, section 6). */
const LIKELY = 0.5;

/**
 * The umbrella whose cause is open: one that is first and alone, or one that is likely together with its
 * causes while none of them is likely by itself.
 */
function unknownCauseOf({ causeUnknown, hypotheses }: Situation): PackIncident | undefined {
  if (causeUnknown) return hypotheses[0]?.incident ?? undefined;
  for (const { incident: umbrella } of hypotheses) {
    if (!umbrella) continue;
    const causes = hypotheses.filter(({ incident }) => incident?.blocks.includes(umbrella.id));
    if (causes.length === 0) continue;
    const family = [...causes, ...hypotheses.filter(({ incident }) => incident === umbrella)];
    if (family.every(({ p }) => p < LIKELY) && family.reduce((sum, { p }) => sum + p, 0) >= LIKELY)
      return umbrella;
  }
  return undefined;
}

/**
 * Of the checks that tell an umbrella's causes apart at least half as well as the best one does, the cheapest
 * for what it tells. With one cause alone, the umbrella itself stands for all that are not in the book.
 */
function separatingCheck(situation: Situation, umbrella: PackIncident): Option | undefined {
  const causes = situation.hypotheses.filter(({ incident }) => incident?.blocks.includes(umbrella.id));
  const itself = situation.hypotheses.filter(({ incident }) => incident === umbrella);
  const among = causes.length > 1 ? causes : [...itself, ...causes];
  const options = rankedChecks({ ...situation, hypotheses: normalised(among) });
  const most = Math.max(0, ...options.map(({ bits }) => bits));
  return options.find(({ bits }) => bits >= most / 2);
}

function describe(
  { check, bits, cost }: Option,
  { hypotheses, allowedFix }: Situation,
  gain: number,
): NextCheck {
  const results = branches(check, hypotheses);
  const outcomes = check.outcomes.map((outcome, index) => ({
    id: outcome.id,
    label: outcome.label,
    ...(outcome.looks ? { looks: outcome.looks } : {}),
    favours: favoured(hypotheses, results[index]!.after),
  }));
  const separated = [...new Set(outcomes.flatMap((outcome) => outcome.favours))].sort();
  const saved = gain >= 1 ? ` It is expected to save ${Math.round(gain)} minutes.` : '';
  const changesFix = wouldChangeFix(hypotheses, results, allowedFix);
  const fix = changesFix
    ? ' The first fix may change with the answer.'
    : ' The first fix stays the same whatever the answer.';
  const why = `It tells apart ${listed(separated)}.${saved}${fix}`;
  const command = check.command ?? null;
  return {
    check: check.id,
    ask: check.ask,
    command,
    why,
    separates: separated,
    changesFix,
    bits,
    cost,
    outcomes,
  };
}

/** Outcomes rarer than this are not held against a fix. */
const LIKELY_ENOUGH = 0.03;

function wouldChangeFix(
  hypotheses: readonly Hypothesis[],
  results: { p: number; after: Hypothesis[] }[],
  allowedFix: Situation['allowedFix'],
): boolean {
  const first = (given: readonly Hypothesis[]) => shownActions(given, allowedFix)[0]?.action;
  const now = first(hypotheses);
  return results.some(({ p, after }) => p >= LIKELY_ENOUGH && first(after) !== now);
}

/** Incidents whose probability an outcome raises most: at most two. */
function favoured(before: readonly Hypothesis[], after: readonly Hypothesis[]): string[] {
  return before
    .map(({ incident, p }, index) => ({ id: incident?.id, rise: (after[index]?.p ?? 0) - p }))
    .filter((item): item is { id: string; rise: number } => item.id !== undefined && item.rise > 0.01)
    .sort((a, b) => b.rise - a.rise || (a.id < b.id ? -1 : 1))
    .slice(0, 2)
    .map((item) => item.id);
}

function listed(ids: readonly string[]): string {
  if (ids.length === 0) return 'what is in the book from what is not';
  if (ids.length === 1) return `${ids[0]} from everything else`;
  return `${ids.slice(0, -1).join(', ')} and ${ids[ids.length - 1]}`;
}
