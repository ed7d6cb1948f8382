/** Find in paste: plain text over megabytes, a slice at a time, so that the caller can let the page breathe. */

/** What was found in one source: sorted offsets, all of one length. */
export interface Finds {
  starts: readonly number[];
  length: number;
  /** The place the search stands at. */
  now: number | null;
}

export const NO_FINDS: Finds = { starts: [], length: 0, now: null };

/** UTF-16 units that are searched in one go: a few milliseconds. */
export const SLICE = 256 * 1024;
/** Beyond this the search only says that there are more: nobody steps through a million places. */
export const MOST_FINDS = 500_000;

export interface FindOptions {
  /** Letter case counts. */
  exact: boolean;
}

/**
 * Offsets of `query` in `text`, pushed into `into` in their order; places do not overlap. Yields after each
 * slice; returns whether it stopped at `MOST_FINDS`.
 */
export function* findAll(
  text: string,
  query: string,
  { exact }: FindOptions,
  into: number[],
): Generator<void, boolean> {
  if (query === '') return false;
  const pattern = new RegExp(query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), exact ? 'g' : 'gi');
  for (let from = 0; from < text.length;) {
    // Slices overlap by less than the query, so that a place on the border is seen, and seen once.
    const slice = text.slice(from, from + SLICE + query.length - 1);
    pattern.lastIndex = 0;
    let end = 0;
    for (let match = pattern.exec(slice); match; match = pattern.exec(slice)) {
      into.push(from + match.index);
      end = pattern.lastIndex;
      if (into.length >= MOST_FINDS) return true;
    }
    from += Math.max(SLICE, end);
    yield;
  }
  return false;
}

/** Index of the first place at or after `offset`; `starts.length` when there is none. */
export function firstAtOrAfter(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places that touch [from, to). */
export function findsWithin(
  { starts, length }: Finds,
  from: number,
  to: number,
): { start: number; end: number }[] {
  const within: { start: number; end: number }[] = [];
  for (let at = firstAtOrAfter(starts, from - length + 1); at < starts.length; at++) {
    const start = starts[at] as number;
    if (start >= to) break;
    within.push({ start, end: start + length });
  }
  return within;
}
