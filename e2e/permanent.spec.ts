import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';

const registry = JSON.parse(readFileSync('content/registry.json', 'utf8')) as Record<string, string[]>;

/** Ids of a page, or of the page to which a former name leads. */
function idsIn(page: string, hops = 1): Set<string> {
  const file = `out/${page}/index.html`;
  if (!existsSync(file)) return new Set();
  const html = readFileSync(file, 'utf8');
  const target = /http-equiv="refresh" content="\d+; ?url=[^"]*?((?:incidents|checks)\/[^"/]+)\/"/i.exec(
    html,
  )?.[1];
  if (target && hops > 0) return idsIn(target, hops - 1);
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!));
}

test('every page and every anchor that was ever published is there', () => {
  const lost = Object.entries(registry).flatMap(([page, anchors]) => {
    const ids = idsIn(page);
    return ids.size === 0
      ? [page]
      : anchors.filter((anchor) => !ids.has(anchor)).map((anchor) => `${page}#${anchor}`);
  });
  expect(Object.keys(registry).length).toBeGreaterThan(50);
  expect(lost).toEqual([]);
});
