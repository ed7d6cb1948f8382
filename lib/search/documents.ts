/** What search knows of an incident: plain text in fields, as the browser gets it. */

import type { CheckSource, IncidentSource } from '../incident/schema';

export interface SearchDocument {
  id: string;
  title: string;
  summary: string;
  area: string;
  severity: string;
  /** The section “Symptoms” and the first words of the others, without their components. */
  symptoms: string;
  /** Why each signature matters. */
  reasons: string[];
  /** The lines that signatures were written for: error texts. */
  examples: string[];
  /** Components with versions, and the titles of fixes. */
  components: string[];
  /** Questions of its checks and the outcomes that it predicts. */
  checks: string[];
  alerts: string[];
}

export interface SearchableIncident {
  id: string;
  front: IncidentSource;
  body: string;
}

/** Drafts are not found; retired incidents are, since old links name them. */
export function documentsOf(
  incidents: readonly SearchableIncident[],
  checks: readonly { id: string; check: CheckSource }[],
): SearchDocument[] {
  const byId = new Map(checks.map(({ id, check }) => [id, check]));
  return incidents
    .filter(({ front }) => front.status !== 'draft')
    .map(({ id, front, body }) => ({
      id,
      title: front.title,
      summary: front.summary,
      area: front.area,
      severity: front.severity,
      symptoms: prose(body),
      reasons: front.signatures.map(({ why }) => why),
      examples: front.signatures.flatMap((signature) =>
        'example' in signature
          ? [signature.example]
          : 'frames' in signature
            ? [signature.frames.join(' ')]
            : [],
      ),
      components: [
        ...front.applies.map(({ component, versions, note = '' }) => `${component} ${versions} ${note}`),
        ...front.fixes.map(({ title }) => title),
      ],
      checks: Object.entries(front.checks).flatMap(([check, outcomes]) => {
        const known = byId.get(check);
        const labels = known?.outcomes
          .filter(({ id: outcome }) => Object.hasOwn(outcomes, outcome))
          .map(({ label }) => label);
        return known ? [`${known.ask} ${(labels ?? []).join(' ')}`] : [];
      }),
      alerts: front.alerts,
    }));
}

const SYMPTOMS = /^## Symptoms\s*$([^]*?)^## /m;
const CAUSE = /^## Root cause\s*$([^]*?)^## /m;

function prose(body: string): string {
  const sections = [SYMPTOMS, CAUSE].map((section) => section.exec(body)?.[1] ?? '');
  return sections
    .join(' ')
    .replace(/<[A-Z][^]*?\/>/g, ' ')
    .replace(/[`*#]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
