/** Durations as kubectl and the kubelet print them: `8m`, `2m3s`, `49s (x2 over 51s)`, `<invalid>`. */

const UNIT_SECONDS: Record<string, number> = {
  y: 31_536_000,
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  ns: 1e-9,
};

/** One duration, or a word that stands for an unknown one; without capture groups, to build row patterns from. */
export const DURATION = String.raw`(?:<(?:invalid|unknown|none|nil)>|-?(?:\d+(?:\.\d+)?(?:ms|us|µs|ns|[ydhms]))+)`;

/** An Age cell: `49s (x2 over 51s)`. */
export const AGE = String.raw`${DURATION}(?:\s?\(x\d+ over ${DURATION}\))?`;

const WHOLE = new RegExp(`^${DURATION}$`);
const AGE_CELL = new RegExp(String.raw`^(${DURATION})(?:\s?\(x(\d+) over (${DURATION})\))?$`);

export interface Age {
  /** Seconds since the last time; undefined for `<invalid>`, which a skewed clock prints, and `<unknown>`. */
  last?: number;
  /** Seconds since the first time, where a count is printed. */
  first?: number;
  count: number;
}

/** Seconds of `2m3s`, `1.5s`, `861ms`, `2y48d`; undefined when it is no duration or an unknown one. */
export function durationSeconds(text: string): number | undefined {
  if (text.length > 40 || !WHOLE.test(text) || text.startsWith('<')) return undefined;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|us|µs|ns|[ydhms])/g)) {
    sum += Number(amount) * (UNIT_SECONDS[unit ?? ''] ?? 0);
  }
  // Three digits after the point: sums of binary fractions otherwise print as 2.0999999999999996.
  return round(text.startsWith('-') ? -sum : sum);
}

/** Reads an Age cell; undefined when the text is none. */
export function parseAge(text: string): Age | undefined {
  const cell = AGE_CELL.exec(text.trim());
  if (!cell) return undefined;
  return {
    last: durationSeconds(cell[1] ?? ''),
    first: cell[3] === undefined ? undefined : durationSeconds(cell[3]),
    count: cell[2] === undefined ? 1 : Number(cell[2]),
  };
}

/** Seconds for a sentence: `45s`, `8m`, `2h`, `3d`. */
export function sayDuration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)}s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)}m`;
  if (seconds < 172_800) return `${Math.round(seconds / 3_600)}h`;
  return `${Math.round(seconds / 86_400)}d`;
}

/** To the millisecond. */
export function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
