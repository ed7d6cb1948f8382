import { expect, test } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';

/** Runs at 1440×900 and at 390×844: what must be seen without scrolling (DESIGN, section 10). */
test('verdict, incident, first command, its risk and the strongest line are seen without scrolling', async ({
  page,
}) => {
  await openTriage(page);
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  const advice = page.getByRole('region', { name: 'What to do' });
  await expect(advice.getByText('In the book')).toBeInViewport({ ratio: 1 });
  await expect(cause(page)).toBeInViewport({ ratio: 1 });
  await expect(advice.getByRole('button', { name: /Show it in the paste/ }).first()).toBeInViewport({
    ratio: 1,
  });
  const first = page.getByRole('article', { name: /^Do first/ });
  await expect(first.locator('code').first()).toBeInViewport();
  await expect(first.getByRole('button', { name: /^Copy/ }).first()).toBeInViewport({ ratio: 1 });
  await expect(first.getByText(/(no|low|medium|high) risk/).first()).toBeInViewport({ ratio: 1 });
});

test('on an unknown paste the digest is seen without scrolling', async ({ page }) => {
  await openTriage(page);
  await paste(page, 'E1020 10:20:30.123456     123 quux.go:12] the flux capacitor is misaligned');
  await expect(page.getByRole('region', { name: 'Digest' }).getByText('flux capacitor')).toBeInViewport();
});

test('nothing is wider than the screen', async ({ page }) => {
  for (const path of [
    '/',
    '/incidents/',
    '/checks/',
    '/checks/node-ready/',
    '/map/',
    '/incidents/sync-hang-on-container-stop/',
    '/nothing/',
  ]) {
    await page.goto(path);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      path,
    ).toBeLessThanOrEqual(0);
  }
});
