/**
 * Fixes as actions, and the expected cost of repair: Heckerman, Breese and Rommelse, "Decision-theoretic
 * troubleshooting", CACM 38(3), 1995. Costs are minutes; waking somebody costs 60 and always works.
 */

import type { Case, Fact } from '../diagnosis';
import { LIKELIHOOD, type Fix, type PackIncident, type Risk } from '../pack';
import { inRange } from '../version';
import type { Hypothesis } from './hypotheses';

export const WAKE_SOMEBODY = 60;
const RISK_MINUTES: Record<Risk, number> = { none: 0, low: 2, medium: 10, high: 40 };

export interface Action {
  action: string;
  /** The incident and fix that stand for it: those of the most probable incident that shares it. */
  incident: PackIncident;
  fix: Fix;
  /** P that it helps: Σ P_h · works over the incidents that share the action. */
  helps: number;
  cost: number;
  /** The incidents that share it, each with its probability and how often it works there. */
  shares: { incident: PackIncident; p: number; works: number }[];
}

export function fixCost(fix: Fix): number {
  return fix.minutes + RISK_MINUTES[fix.risk];
}

/** Whether no known version puts the fix out of its range, and the cluster lets one do it at all. */
export function fixApplies(fix: Fix, facts: readonly Fact[], { profile }: Case): boolean {
  if (profile.managed && fix.needs.includes('control-plane')) return false;
  return fix.applies.every(({ component, versions }) => {
    const fact = facts.find((candidate) => candidate.fact === `${component}.version`);
    const version = fact ? String(fact.value) : profile.versions?.[component];
    return version === undefined || inRange(version, versions);
  });
}

/** One action for each shared name. `allowed` leaves out fixes (another version, tried, prevention). */
export function actionsOf(
  hypotheses: readonly Hypothesis[],
  allowed: (incident: PackIncident, fix: Fix) => boolean,
): Action[] {
  const actions = new Map<string, Action & { most: number }>();
  for (const { incident, p } of hypotheses) {
    if (!incident) continue;
    for (const fix of incident.fixes) {
      if (!allowed(incident, fix)) continue;
      const works = LIKELIHOOD[fix.works];
      const share = { incident, p, works };
      const known = actions.get(fix.action);
      if (!known) {
        const cost = fixCost(fix);
        actions.set(fix.action, {
          action: fix.action,
          incident,
          fix,
          helps: p * works,
          cost,
          shares: [share],
          most: p,
        });
        continue;
      }
      const own = known.shares.find((other) => other.incident === incident);
      // One action may stand twice in one incident, at once and for good: doing it helps once.
      if (own) own.works = Math.max(own.works, works);
      else known.shares.push(share);
      known.helps = known.shares.reduce((sum, each) => sum + each.p * each.works, 0);
      if (p > known.most) Object.assign(known, { incident, fix, cost: fixCost(fix), most: p });
    }
  }
  return [...actions.values()].map(({ most: _, ...action }) => action);
}

/** Best chance per minute first: optimal for independent repairs (Kadane and Simon 1977); ties by name. */
export function inCostOrder(actions: readonly Action[]): Action[] {
  return [...actions].sort((a, b) => b.helps / b.cost - a.helps / a.cost || (a.action < b.action ? -1 : 1));
}

/** No more fixes than this fit into the sixty minutes before somebody is woken. */
export const TRIED_AT_MOST = 24;

/**
 * Expected cost of repair: fixes by p/c, then somebody is woken; the best place to give up. Two fixes of one
 * incident do not add up: after each the incidents it did not cure are weighed anew, as after a fix that
 * failed (Heckerman, Breese and Rommelse 1995, section 3).
 */
export function expectedCost(actions: readonly Action[]): { cost: number; steps: number } {
  const open = inCostOrder(actions)
    .slice(0, TRIED_AT_MOST)
    .map((action) => ({ action, helps: action.helps }));
  const left = new Map<PackIncident, number>();
  let best = { cost: WAKE_SOMEBODY, steps: 0 };
  let spent = 0;
  let unsolved = 1;
  for (let steps = 1; open.length > 0 && spent < best.cost; steps++) {
    const at = open.reduce(
      (found, { action, helps }, index) =>
        helps / action.cost > open[found]!.helps / open[found]!.action.cost ? index : found,
      0,
    );
    const [{ action, helps }] = open.splice(at, 1) as [{ action: Action; helps: number }];
    spent += action.cost * unsolved;
    unsolved = Math.max(0, unsolved - helps);
    if (spent + unsolved * WAKE_SOMEBODY < best.cost)
      best = { cost: spent + unsolved * WAKE_SOMEBODY, steps };
    for (const { incident, works } of action.shares)
      left.set(incident, (left.get(incident) ?? 1) * (1 - works));
    for (const other of open)
      if (other.action.shares.some(({ incident }) => left.has(incident)))
        other.helps = other.action.shares.reduce(
          (sum, { incident, p, works }) => sum + p * (left.get(incident) ?? 1) * works,
          0,
        );
  }
  return best;
}

const EFFECT_ORDER = { cures: 0, relieves: 0, masks: 1 } as const;
const KIND_ORDER = { 'stop-bleeding': 0, permanent: 1, prevention: 2 } as const;

/** The order on the page: what cures or relieves before what masks; stop-bleeding, permanent, prevention; then p/c. */
export function inShownOrder(actions: readonly Action[]): Action[] {
  return [...actions].sort(
    (a, b) =>
      Number(a.fix.kind === 'prevention') - Number(b.fix.kind === 'prevention') ||
      EFFECT_ORDER[a.fix.effect] - EFFECT_ORDER[b.fix.effect] ||
      KIND_ORDER[a.fix.kind] - KIND_ORDER[b.fix.kind] ||
      b.helps / b.cost - a.helps / a.cost ||
      (a.action < b.action ? -1 : 1),
  );
}

/** Incidents below this probability lend no fix, unless nothing is above it. */
const FIX_FROM = 0.15;

/** The fixes on the page, in their order. */
export function shownActions(
  hypotheses: readonly Hypothesis[],
  allowed: (incident: PackIncident, fix: Fix) => boolean,
): Action[] {
  const likeliest = Math.max(0, ...hypotheses.filter(({ incident }) => incident).map(({ p }) => p));
  const shown = hypotheses.filter(({ incident, p }) => incident && (p >= FIX_FROM || p === likeliest));
  return inShownOrder(actionsOf(shown, allowed));
}
