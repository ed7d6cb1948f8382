/** No id or anchor once published is lost: `content/registry.json` remembers all of them. */

import type { Book } from '../load.server';
import type { Problem } from '../problem';
import { HEADINGS } from '../schema';

/** Page id (`incidents/<slug>`, `checks/<id>`) → its anchors, sorted. */
export type Registry = Record<string, string[]>;

export const REGISTRY_FILE = 'content/registry.json';

export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}

/** Everything that the book publishes now. Drafts are not published. */
export function published(book: Book): Registry {
  const registry: Registry = {};
  for (const { id, front } of book.incidents) {
    if (front.status === 'draft') continue;
    const anchors = [
      ...HEADINGS.map(anchorOf),
      ...front.signatures.map((signature) => `sig-${signature.id}`),
      ...Object.keys(front.checks).map((check) => `check-${check}`),
      ...front.fixes.map((fix) => `fix-${fix.id}`),
    ].sort();
    // A former name leads here with its anchor.
    for (const name of [id, ...front.formerly]) registry[`incidents/${name}`] = anchors;
  }
  for (const { id, check } of book.checks)
    registry[`checks/${id}`] = check.outcomes.map((outcome) => `outcome-${outcome.id}`).sort();
  return registry;
}

/** What was published once and is gone. */
export function lost(now: Registry, before: Registry): Problem[] {
  return Object.entries(before).flatMap(([page, anchors]): Problem[] => {
    const present = now[page];
    if (!present) {
      return [
        {
          file: REGISTRY_FILE,
          line: 1,
          what: `${page} was published and is gone`,
          cure: 'retire it with a successor, or name it in `formerly`',
        },
      ];
    }
    return anchors
      .filter((anchor) => !present.includes(anchor))
      .map((anchor) => ({
        file: REGISTRY_FILE,
        line: 1,
        what: `${page}#${anchor} was published and is gone`,
        cure: 'bring the id back; ids are for ever',
      }));
  });
}

/** The union, sorted: what `npm run fix` writes. */
export function merged(now: Registry, before: Registry): Registry {
  const pages = [...new Set([...Object.keys(now), ...Object.keys(before)])].sort();
  return Object.fromEntries(
    pages.map((page) => [page, [...new Set([...(now[page] ?? []), ...(before[page] ?? [])])].sort()]),
  );
}

/** Pages and anchors that are new and not yet remembered. */
export function unregistered(now: Registry, before: Registry): Problem[] {
  const missing = Object.entries(now).some(
    ([page, anchors]) => anchors.some((anchor) => !before[page]?.includes(anchor)) || !before[page],
  );
  return missing
    ? [{ file: REGISTRY_FILE, line: 1, what: 'new ids are not in the registry', cure: 'npm run fix' }]
    : [];
}
