import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';

const INCIDENTS = Object.keys(JSON.parse(readFileSync('content/registry.json', 'utf8')) as object).filter(
  (page) => page.startsWith('incidents/'),
);
const PAGE = '/incidents/sync-hang-on-container-stop/';

test('the list leads to an incident, which begins with what to do now', async ({ page }) => {
  await page.goto('/incidents/');
  await page.locator(`a[href="${PAGE}"]`).first().click();
  await expect(page).toHaveURL(PAGE);
  const now = page.getByRole('region', { name: 'What to do now' });
  await expect(now.getByRole('button', { name: /^Copy/ }).first()).toBeInViewport();
});

// Without scripts: thirty pages are loaded in a few seconds, and what is built is what is measured.
test.describe('the first screen of every incident', () => {
  test.use({ javaScriptEnabled: false });
  for (const [where, width, height] of [
    ['on a desk', 1440, 900],
    ['on a phone', 390, 844],
  ] as const) {
    test(`has a command with its copy button, ${where}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const out: string[] = [];
      for (const incident of INCIDENTS) {
        await page.goto(`/${incident}/`, { waitUntil: 'domcontentloaded' });
        const now = page.getByRole('region', { name: 'What to do now' });
        const box = await now.getByRole('button', { name: /^Copy/ }).first().boundingBox();
        if (!box || box.y + box.height > height) out.push(`${incident}: ${box?.y}`);
      }
      expect(INCIDENTS.length).toBeGreaterThan(20);
      expect(out).toEqual([]);
    });
  }
});

test('a page that nobody verified for two years says so, by the clock of the reader', async ({ page }) => {
  await page.goto(PAGE);
  await expect(page.getByText('Nobody has verified')).toHaveCount(0);
  await page.clock.setFixedTime('2031-01-01T00:00:00Z');
  await page.goto(PAGE);
  await expect(page.getByText('Nobody has verified this page since')).toBeVisible();
});

test('on paper there are no controls, and nothing is folded or cut off', async ({ page }) => {
  await page.goto(PAGE);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Root cause' })).toBeVisible();
  const cut = await page.evaluate(
    () =>
      [...document.querySelectorAll('main pre')].filter((pre) => pre.scrollHeight > pre.clientHeight + 2)
        .length,
  );
  expect(cut).toBe(0);
});

test('an incident has its fixed headings and anchors', async ({ page }) => {
  await page.goto(PAGE);
  for (const id of ['symptoms', 'diagnosis', 'root-cause', 'fix', 'prevention', 'not-this-if']) {
    await expect(page.locator(`h2#${id}`)).toHaveCount(1);
  }
  await expect(page.locator('[id^=sig-]').first()).toBeAttached();
  await expect(page.locator('[id^=check-]').first()).toBeAttached();
  await expect(page.locator('[id^=fix-]').first()).toBeAttached();
});

test('a drawing says the same in words', async ({ page }) => {
  await page.goto(PAGE);
  const drawing = page.locator('figure svg').first();
  await expect(drawing.locator('title')).toHaveCount(1);
  await page.getByText('The same in words').first().click();
  await expect(page.locator('figure details[open] p').first()).toBeVisible();
});

test('a check page shows how to read it and what it tells apart', async ({ page }) => {
  await page.goto('/checks/');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'How to read it' })).toBeVisible();
  await expect(page.getByRole('row', { name: /^anything else/ })).toBeVisible();
});

test('the theme is switched and kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/incidents/');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('unknown and odd addresses get the 404 page, never a file from elsewhere', async ({ request, page }) => {
  for (const path of [
    '/nothing/',
    '/..%2f..%2fpackage.json',
    '/%00',
    '/incidents/%2e%2e/%2e%2e/package.json',
  ]) {
    const response = await request.get(path);
    expect([400, 404]).toContain(response.status());
  }
  const moved = await request.get('/incidents?rev=3', { maxRedirects: 0 });
  expect(moved.status()).toBe(308);
  expect(moved.headers().location).toBe('/incidents/?rev=3');
  await page.goto('/nothing/');
  await expect(page.getByRole('heading', { name: 'No such page' })).toBeVisible();
});
