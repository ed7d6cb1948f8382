/** Small checks and fixes, for tests of the wizard and for the synthetic books. */

import type { Check, Fix } from '../pack';

/** A check with these outcomes, in this order; a laptop command of one minute unless `more` says otherwise. */
export function check(id: string, outcomes: string[], more: Partial<Check> = {}): Check {
  return {
    id,
    ask: `${id}?`,
    command: `show ${id}`,
    where: 'laptop',
    minutes: 1,
    root: false,
    disturbs: false,
    outcomes: outcomes.map((outcome) => ({ id: outcome, label: outcome })),
    background: {},
    group: id,
    prints: [],
    needs: [],
    ...more,
  };
}

/** A cure of ten minutes without risk that usually works; its action is its id. */
export function fix(id: string, more: Partial<Fix> = {}): Fix {
  return {
    id,
    action: id,
    title: id,
    kind: 'permanent',
    effect: 'cures',
    works: 'usually',
    minutes: 10,
    risk: 'none',
    reversible: true,
    loses: [],
    needs: [],
    applies: [],
    commands: [],
    saveFirst: [],
    verify: { command: 'true', expect: 'nothing' },
    rollback: 'nothing',
    ...more,
  };
}
