/**
 * The net under the table of token shapes: letters and digits in an order that no person and no compiler writes.
 * A key of a service that nobody listed is found by it, and so is each line of a wrapped or prefixed key block.
 */

/** A run long enough to be a key; the blanks, quotes and brackets around it are not part of it. */
export const RUN = /(?<![A-Za-z0-9+/_=~.%@-])[A-Za-z0-9][A-Za-z0-9+/_~-]{19,4096}(?:={1,2}|(?:%3D){1,2})?/g;

/** Of a random string in base64 about 65 % of neighbours are of different classes; of CamelCase names 35 %. */
const CHANGES = 0.42;

/** Paths, and names joined by hyphens, have pieces that are words. */
const WORD = /(?:^|[/_+-])(?:[a-z]{5,}|[A-Z]?[a-z]{4,})(?=$|[/_+-])/;

/** The rest of a key that went on in the next line may be short, and is asked less. */
const REST_CHANGES = 0.3;

export function looksRandom(run: string): boolean {
  const { lower, upper, digits, changes } = classes(run);
  return lower >= 3 && upper >= 3 && digits >= 2 && changes >= CHANGES && !WORD.test(run);
}

/** Whether this can be the end of a key whose beginning stands in the line before. */
export function goesOnRandom(run: string): boolean {
  const { lower, upper, digits, changes } = classes(run);
  const mixed = [lower, upper, digits].filter((count) => count > 0).length;
  return (mixed === 3 || (mixed === 2 && run.length >= 12)) && changes >= REST_CHANGES && !WORD.test(run);
}

/** How many letters and digits there are, and which share of neighbours differ in class. */
function classes(run: string) {
  const letters = run.replace(/%3D|[^A-Za-z0-9]/g, '');
  const count = (pattern: RegExp) => letters.match(pattern)?.length ?? 0;
  const differ = count(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g);
  return {
    lower: count(/[a-z]/g),
    upper: count(/[A-Z]/g),
    digits: count(/\d/g),
    changes: differ / Math.max(1, letters.length - 1),
  };
}
