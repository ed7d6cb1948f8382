import { expect, test } from '@playwright/test';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { paste, sample } from './actions';

const FILE = pathToFileURL(path.resolve('dist/faultbook.html')).href;

test('the one file diagnoses from file:// and asks nobody for anything', async ({ page, context }) => {
  const asked: string[] = [];
  const broken: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => broken.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
  await context.setOffline(true);
  await page.goto(FILE);
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  const advice = page.getByRole('region', { name: 'What to do' });
  await expect(advice.getByRole('heading', { level: 1 }).getByRole('link')).toHaveAttribute(
    'href',
    /\/incidents\/sync-hang-on-container-stop\/$/,
  );
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').last().click();
  await expect(advice.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked.filter((url) => url !== FILE && !/^(blob|data):/.test(url))).toEqual([]);
  expect(broken).toEqual([]);
});

test('the policy of the one file forbids every connection', async ({ page }) => {
  await page.goto(FILE);
  const tried = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    await fetch('https://faultbook.example/').catch(() => {});
    new Image().src = 'https://faultbook.example/a.png';
    await new Promise((wake) => setTimeout(wake, 200));
    return refused.sort();
  });
  expect(tried).toEqual(['connect-src', 'img-src']);
});

test('what the one file says of itself has room in its header, down to 320 px', async ({ page }) => {
  await page.goto(FILE);
  for (const width of [1440, 700, 390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const header = (await page.getByRole('banner').boundingBox())!;
    const note = (await page.getByText('One file, no network.').boundingBox())!;
    expect(note.y, `${width} px`).toBeGreaterThanOrEqual(header.y);
    expect(note.y + note.height, `${width} px`).toBeLessThanOrEqual(header.y + header.height);
  }
});
