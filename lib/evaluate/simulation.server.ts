/** The recorded simulation: `content/simulation.json`. The wizard may get better, and it may not get worse. */

import { existsSync, readFileSync } from 'node:fs';
import type { Pack } from '../triage/pack';
import { simulate, type Paste, type PolicyFigures, type Setting } from './simulate';

export const SIMULATION_FILE = 'content/simulation.json';

/** Fewer than `faultbook simulate` plays: a test has to be quick, and compares the same seeds. */
const EPISODES = 8;
/** How far a figure may fall: less than what any one incident is worth. */
const SLACK = { minutes: 0.02, share: 0.02 };

type Recorded = Pick<PolicyFigures, 'minutes' | 'solved' | 'rightFirst'>;
export type Simulation = Record<string, Recorded>;

export function simulated(pack: Pack, pastes: readonly Paste[]): Setting[] {
  return simulate(pack, pastes, EPISODES);
}

export function nameOf({ start, wrong, oracle }: Setting): string {
  return `${start}, ${wrong} wrong, ${oracle}`;
}

/** What is recorded: the wizard's figures in each setting. */
export function recordedOf(settings: readonly Setting[]): Simulation {
  return Object.fromEntries(
    settings.map((setting) => {
      const { minutes, solved, rightFirst } = setting.policies.wizard;
      return [nameOf(setting), { minutes, solved, rightFirst }];
    }),
  );
}

export function recordedSimulation(): Simulation {
  return existsSync(SIMULATION_FILE) ? (JSON.parse(readFileSync(SIMULATION_FILE, 'utf8')) as Simulation) : {};
}

/** One sentence for each figure that fell. */
export function fallen(before: Simulation, now: Simulation): string[] {
  return Object.entries(before).flatMap(([name, was]) => {
    const is = now[name];
    if (!is) return [`${name}: the setting is gone`];
    return [
      ...(is.minutes > was.minutes * (1 + SLACK.minutes)
        ? [`${name}: ${is.minutes} minutes, was ${was.minutes}`]
        : []),
      ...(['solved', 'rightFirst'] as const)
        .filter((figure) => is[figure] < was[figure] - SLACK.share)
        .map((figure) => `${name}: ${figure} ${is[figure]}, was ${was[figure]}`),
    ];
  });
}
