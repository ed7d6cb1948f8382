import type { IncidentSource } from '@/lib/incident/schema';

type Changes = IncidentSource['changes'];

/** The changes after the revision that a link cites, the newest first; null when there is no such revision. */
export function changedSince(changes: Changes, cited: string): Changes | null {
  if (!changes.some(({ revision }) => String(revision) === cited)) return null;
  return changes.filter(({ revision }) => revision > Number(cited)).sort((a, b) => b.revision - a.revision);
}
