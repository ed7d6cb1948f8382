/** Labels of an alert that travel in the fragment: `#node=…&pod=…`. They never reach a server log. Pure. */

import { SLOTS, fits, type Slot } from './slots';
import type { Chosen } from './fill';

/** What Prometheus calls it → what commands call it. The first that is there wins. */
const ALIASES: readonly [label: string, slot: Slot][] = [
  ...(Object.keys(SLOTS) as Slot[]).map((slot): [string, Slot] => [slot, slot]),
  ['ns', 'namespace'],
  ['nodename', 'node'],
  ['instance', 'node'],
];

/** No label value of Kubernetes is longer; what is, is left out. */
const LONGEST = 2000;

export interface Labels {
  chosen: Chosen;
  /** Labels whose value has not the shape that a command may hold. */
  refused: string[];
}

export function labelsFrom(fragment: string): Labels {
  const params = new URLSearchParams(fragment.replace(/^#/, '').slice(0, LONGEST));
  const chosen: Chosen = {};
  const refused: string[] = [];
  for (const [label, slot] of ALIASES) {
    const given = params.get(label);
    if (given === null || given === '' || chosen[slot] !== undefined) continue;
    // An exporter's instance is host:port.
    const value = label === 'instance' ? given.replace(/:\d{1,5}$/, '') : given;
    if (fits(slot, value)) chosen[slot] = value;
    else refused.push(label);
  }
  return { chosen, refused };
}

/** The labels as a fragment, in a fixed order; empty without any. */
export function fragmentOf(chosen: Chosen): string {
  const params = new URLSearchParams(
    (Object.keys(SLOTS) as Slot[]).flatMap((slot) =>
      chosen[slot] === undefined ? [] : [[slot, chosen[slot]]],
    ),
  );
  const text = params.toString();
  return text === '' ? '' : `#${text}`;
}
