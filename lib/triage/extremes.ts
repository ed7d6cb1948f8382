/** Extremes of lists that grow with the paste: a spread into `Math.max` ends at some 100,000 arguments. */

/** The largest value, and at least `least`. */
export function largest(values: Iterable<number>, least = -Infinity): number {
  let most = least;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The smallest value, and at most `most`. */
export function smallest(values: Iterable<number>, most = Infinity): number {
  let least = most;
  for (const value of values) if (value < least) least = value;
  return least;
}
