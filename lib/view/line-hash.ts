/** The address of a line within the case: `#L12`, `#L12-L40`, and `#L12@2` in the second paste. */

export interface LineRange {
  source: number;
  line: number;
  /** Last line of a range; absent for a single line. */
  to?: number;
}

export function lineHash({ source, line, to }: LineRange): string {
  return `#L${line}${to ? `-L${to}` : ''}${source > 0 ? `@${source + 1}` : ''}`;
}

/** Null when the fragment is about something else. */
export function lineFromHash(hash: string): LineRange | null {
  const match = /^#L(\d{1,9})(?:-L(\d{1,9}))?(?:@(\d{1,4}))?$/.exec(hash);
  if (!match) return null;
  const [line, to, source] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 1) - 1];
  if (line < 1 || source < 0) return null;
  return { source, line, ...(to > line ? { to } : {}) };
}
