/** What the machine files are made of: the parts of a loaded book that they read. */

import type { CheckSource, IncidentSource } from '../incident/schema';

export interface ExportIncident {
  id: string;
  front: IncidentSource;
  body: string;
  /** Scripts and manifests of its folder, by name. */
  files: Readonly<Record<string, string>>;
}

export interface ExportBook {
  incidents: readonly ExportIncident[];
  checks: readonly { id: string; check: CheckSource }[];
}

export interface MachineFile {
  /** Below the root of the site, without a slash in front. */
  path: string;
  text: string;
}

/** Drafts are not published; retired incidents stay. */
export const publishedOf = ({ incidents }: ExportBook): ExportIncident[] =>
  incidents.filter(({ front }) => front.status !== 'draft');

export const revisionOf = ({ front }: ExportIncident): number =>
  Math.max(...front.changes.map(({ revision }) => revision));

/** Day of the latest change, ISO. */
export const changedOn = ({ front }: ExportIncident): string =>
  front.changes.map(({ date }) => date).reduce((latest, date) => (date > latest ? date : latest), '');

/** Alert → incidents that name it, both sorted by code unit. */
export function alertTable(book: ExportBook): Map<string, ExportIncident[]> {
  const table = new Map<string, ExportIncident[]>();
  for (const incident of publishedOf(book)) {
    for (const alert of incident.front.alerts) table.set(alert, [...(table.get(alert) ?? []), incident]);
  }
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}
