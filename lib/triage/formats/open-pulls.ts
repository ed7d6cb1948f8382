/** Pulls that no later row of their table ends. In one pass: a repeated table has 100,000 rows of one pod. */

import { groupedBy } from '../grouped-by';
import { imageOf, type PlacedEvent } from './event-rows';

const ENDS_PULL = new Set([
  'Pulled',
  'Failed',
  'BackOff',
  'ErrImagePull',
  'InspectFailed',
  'ErrImageNeverPull',
]);
const AFTER_PULL = new Set(['Created', 'Started']);

/** Pulling rows after which no row says that the pull ended: the latest one of each image and pod. */
export function openPulls(rows: readonly PlacedEvent[]): PlacedEvent[] {
  const pulling = rows.filter(({ reason }) => reason === 'Pulling');
  if (pulling.length === 0) return [];
  const ends = endsOf(rows);
  const later = laterOf(pulling);
  const groups = groupedBy(pulling, groupOf);
  const ofOneImage = new Set(
    [...groups.keys()].filter((key) => new Set(groups.get(key)!.map(imageOf)).size === 1),
  );
  return pulling.filter((row) => {
    const image = imageOf(row);
    if (image !== undefined && later(row, image)) return false;
    const wanted = [
      ...(ofOneImage.has(groupOf(row)) ? [keyOf(row, 'any')] : []),
      ...(row.container === undefined ? [] : [keyOf(row, 'container', row.container)]),
      ...(image === undefined ? [] : [keyOf(row, 'image', image)]),
      keyOf(row, 'pull'),
    ];
    return !wanted.some((key) => (ends.get(key) ?? Infinity) <= (row.age.last ?? Infinity));
  });
}

const groupOf = ({ object, table }: PlacedEvent): string => `${table} ${object ?? ''}`;
const keyOf = (row: PlacedEvent, what: string, name = ''): string => `${groupOf(row)}\0${what}\0${name}`;

/**
 * The smallest age of a row that ends a pull, by the pulls that it ends: all of its pod where only one image is
 * pulled, those of its container, those of its image. A row without an age is later than any pull.
 */
function endsOf(rows: readonly PlacedEvent[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const row of rows) {
    const age = row.age.last ?? -Infinity;
    for (const key of endedBy(row)) if (!(ends.get(key)! <= age)) ends.set(key, age);
  }
  return ends;
}

function endedBy(row: PlacedEvent): string[] {
  const ofOne = [
    keyOf(row, 'any'),
    ...(row.container === undefined ? [] : [keyOf(row, 'container', row.container)]),
  ];
  if (AFTER_PULL.has(row.reason)) return ofOne;
  if (!ENDS_PULL.has(row.reason)) return [];
  const image = imageOf(row);
  if (image !== undefined) return [keyOf(row, 'image', image)];
  return /pull/i.test(row.message) ? [...ofOne, keyOf(row, 'pull')] : ofOne;
}

/** Whether a pull of the same image by the same pod began later: at a smaller age, else further down. */
function laterOf(pulling: readonly PlacedEvent[]): (row: PlacedEvent, image: string) => boolean {
  const youngest = new Map<string, number>();
  const last = new Map<string, number>();
  const keep = (key: string, at: number) => last.set(key, Math.max(at, last.get(key) ?? -1));
  for (const row of pulling) {
    const key = keyOf(row, 'image', imageOf(row));
    const age = row.age.last;
    keep(key, row.at);
    keep(`${key}\0${age ?? 'unknown'}`, row.at);
    if (age !== undefined) youngest.set(key, Math.min(age, youngest.get(key) ?? Infinity));
  }
  return (row, image) => {
    const key = keyOf(row, 'image', image);
    const age = row.age.last;
    const below = (name: string) => (last.get(name) ?? -1) > row.at;
    if (age === undefined) return below(key);
    return youngest.get(key)! < age || below(`${key}\0${age}`) || below(`${key}\0unknown`);
  };
}
