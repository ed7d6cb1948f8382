import { expect, test } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';

test('on a wide screen the panes scroll and the page does not', async ({ page }) => {
  await openTriage(page);
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  await expect(cause(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(
    0,
  );
});
