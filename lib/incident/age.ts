/** How long ago somebody verified a page. The clock is the caller's. */

import type { IncidentSource } from './schema';

export type Dated = Pick<IncidentSource, 'verified' | 'changes'>;

/** Years after which a page says that nobody verified it. */
export const STALE_YEARS = 2;

/** The day of the book: what the build was told, else its newest change. ISO. */
export function dayOfBook(incidents: readonly { front: Dated }[], told?: string): string {
  if (told && /^\d{4}-\d{2}-\d{2}$/.test(told)) return told;
  return incidents.flatMap(({ front }) => front.changes.map(({ date }) => date)).reduce(later, '');
}

/** The day since which nobody verified it, when that is too long ago. A page is verified when it is written. */
export function unverifiedSince({ verified, changes }: Dated, today: string): string | null {
  const written = changes.map(({ date }) => date).reduce((a, b) => (a < b ? a : b));
  const last = verified.map(({ date }) => date).reduce(later, written);
  const limit = `${String(Number(last.slice(0, 4)) + STALE_YEARS).padStart(4, '0')}${last.slice(4)}`;
  return today >= limit ? last : null;
}

const later = (a: string, b: string) => (a > b ? a : b);
