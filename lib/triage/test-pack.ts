/** Small packs for tests: incidents from a table of signature → [text, weight]. */

import type { Pack, PackIncident, Weight } from './pack';

export function incident(
  id: string,
  signatures: Record<string, [text: string, weight: Weight, group?: string]>,
  more: Partial<PackIncident> = {},
): PackIncident {
  return {
    id,
    title: id,
    summary: id,
    status: 'stable',
    area: 'kernel',
    severity: 'node',
    frequency: 'occasional',
    revision: 1,
    applies: [],
    signatures: Object.entries(signatures).map(([name, [text, weight, group]]) => ({
      id: name,
      weight,
      group: group ?? name,
      why: `${name}.`,
      test: { type: 'line', pattern: text, literals: [text.toLowerCase()] },
    })),
    checks: {},
    fixes: [],
    blocks: [],
    related: [],
    alerts: [],
    ...more,
  };
}

export function packWith(incidents: PackIncident[], more: Partial<Pack> = {}): Pack {
  return {
    version: 1,
    release: 'test',
    incidents,
    checks: [],
    lines: [],
    words: '',
    scoring: { temperature: 1, other: Math.log(16) },
    ...more,
  };
}
