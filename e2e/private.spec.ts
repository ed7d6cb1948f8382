import { expect, test } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';

test('after a paste nothing is asked of the network', async ({ page }) => {
  await openTriage(page);
  await page.waitForLoadState('networkidle');
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  await expect(cause(page)).toBeVisible();
  for (const summary of await page.getByRole('region', { name: 'What to do' }).locator('summary').all()) {
    if (await summary.isVisible()) await summary.click();
  }
  await cause(page).hover();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').last().click();
  await expect(cause(page)).toBeVisible();
  await page.waitForTimeout(500);
  expect(requests).toEqual([]);
});

test('no page loads anything from elsewhere', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    // The engine's worker starts from the page's own memory.
    if (
      !request
        .url()
        .replace(/^blob:/, '')
        .startsWith(`${baseURL}/`)
    )
      foreign.push(request.url());
  });
  for (const path of ['/', '/incidents/', '/checks/', '/incidents/sync-hang-on-container-stop/']) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }
  expect(foreign).toEqual([]);
});
