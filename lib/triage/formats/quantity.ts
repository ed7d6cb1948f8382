/** Sizes as Kubernetes, free, top and atop print them. */

const FACTOR: Record<string, number> = {
  '': 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  t: 1024 ** 4,
  p: 1024 ** 5,
};

/**
 * Bytes of `16326820k`, `15Gi`, `980Mi`, `7962.0 MiB`, `253596KB`; a bare number is multiplied by `unit`.
 * All prefixes are binary: top and free mean 1024 also where they print `M`. Undefined when it is no size.
 */
export function bytes(text: string, unit = 1): number | undefined {
  const size = /^(\d+(?:\.\d+)?)\s?([kKmMgGtTpP]?)(i?[bB]?)$/.exec(text.trim().slice(0, 40));
  if (!size) return undefined;
  const suffix = (size[2] ?? '').toLowerCase();
  const factor = suffix === '' && size[3] === '' ? unit : (FACTOR[suffix] ?? 1);
  return Math.round(Number(size[1]) * factor);
}

/** Bytes for a sentence: `15.6 GiB`. */
export function sayBytes(value: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let at = 0;
  let left = value;
  while (left >= 1024 && at < units.length - 1) {
    left /= 1024;
    at++;
  }
  return `${Number.isInteger(left) || left >= 100 ? Math.round(left) : left.toFixed(1)} ${units[at]}`;
}
