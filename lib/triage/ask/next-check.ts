/**
 * The next check: most information per minute, asked only while it pays (DESIGN, section 7; Breese and
 * Heckerman 1996, arXiv 1302.3563; Skaanning, arXiv 1301.3893).
 */

import { isPasted } from '../case';
import type { Case, NextCheck, Part } from '../diagnosis';
import type { Check, Fix, Pack, PackIncident } from '../pack';
import { canRun, checkCost } from './cost';
import { branches, information, normalised, predicting, type Branch, type Hypothesis } from './hypotheses';
import { repairCosts } from './repair-cost';
import { describe } from './why';
import { costToGo } from './worth';

/** After a paste a question must gain this many times its cost. */
const PASTE_FACTOR = 1.5;
/** Whoever could not say this often will not know the next one either. */
const MOST_SHRUGS = 8;

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
  const predicted = predicting(hypotheses);
  return pack.checks
    .filter((check) => !settled.has(check.id) && canRun(check, triageCase))
    .map((check) => ({
      check,
      bits: information(check, predicted.get(check.id) ?? []),
      cost: checkCost(check, situation),
    }))
    .filter(({ bits }) => bits > 0.01)
    .sort((a, b) => b.bits / b.cost - a.bits / a.cost || (a.check.id < b.check.id ? -1 : 1));
}

/** Only the best few may be asked: if none of them pays, asking does not. */
const CONSIDERED = 6;

/** A question with what its answers would make of things. */
interface Question extends Option {
  results: Branch[];
}

/** The question worth asking now; null when acting is better. */
export function nextCheck(situation: Situation): NextCheck | null {
  const { hypotheses, allowedFix } = situation;
  if (hypotheses.length === 0) return null;
  const incidents = hypotheses.map(({ incident }) => incident);
  const repair = repairCosts(incidents, allowedFix);
  const now = repair(hypotheses);
  const question = (option: Option): Question => ({ ...option, results: branches(option.check, hypotheses) });
  /** Minutes that the answer is expected to save, before its own cost. */
  const gain = ({ results }: Question, cost = repair) =>
    results.reduce((left, { p, after }) => left - p * cost(after), now);
  const pasted = isPasted(situation.triageCase);
  const umbrella = pasted ? unknownCauseOf(situation) : undefined;
  const separating = umbrella && separatingCheck(situation, umbrella);
  if (separating) return describe(separating, situation, gain(question(separating)));
  const questions = rankedChecks(situation).slice(0, CONSIDERED).map(question);
  const asked = pasted
    ? questions.find((each) => gain(each) > PASTE_FACTOR * each.cost)
    : worthiest(situation, questions, repair, gain);
  return asked ? describe(asked, situation, gain(asked)) : null;
}

/** Without a paste one question seldom decides: it is weighed together with those that may follow. */
function worthiest(
  situation: Situation,
  questions: readonly Question[],
  repair: (hypotheses: readonly Hypothesis[]) => number,
  gain: (question: Question, cost: (hypotheses: readonly Hypothesis[]) => number) => number,
): Question | undefined {
  const { answers } = situation.triageCase;
  const shrugs = answers.filter(({ outcome }) => outcome === 'dont-know' || outcome === 'cant-run');
  if (shrugs.length >= MOST_SHRUGS) return undefined;
  const cost = costToGo(situation, questions, repair);
  const worth = questions.map((each) => gain(each, cost) - each.cost);
  const most = Math.max(...worth);
  return most > 0 ? questions[worth.indexOf(most)] : undefined;
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
