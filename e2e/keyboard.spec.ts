import { expect, test } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';

const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTriage(page);
});

test('c copies the first command, j and k go through the findings, u takes back and U brings again', async ({
  page,
}) => {
  await paste(page, STACK);
  await expect(cause(page)).toBeVisible();
  const first = page.getByRole('article', { name: /^Do first/ });
  await page.keyboard.press('c');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(await first.locator('[data-command=safe] code').first().innerText());
  await page.keyboard.press('j');
  await expect(cause(page)).toBeFocused();
  await page.keyboard.press('j');
  await expect(cause(page)).not.toBeFocused();
  await page.keyboard.press('k');
  await expect(cause(page)).toBeFocused();
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { name: 'Paste what is on the screen' })).toBeVisible();
  // The box has the focus again, and what is typed there is text.
  await page.keyboard.type('uUjc1');
  await expect(page.getByRole('textbox', { name: 'Paste a log or the output of a command' })).toHaveValue(
    'uUjc1',
  );
});

test('a digit answers the question with that outcome', async ({ page }) => {
  await paste(page, STACK);
  const settle = page.getByRole('region', { name: 'Settle it' });
  const label = await settle
    .getByRole('button')
    .filter({ hasNotText: /^(Copy|Read it|I )/ })
    .nth(1)
    .innerText();
  await page.keyboard.press('2');
  await expect(page.getByRole('region', { name: 'What you said' })).toContainText(label.split('\n')[0]!);
  await page.keyboard.press('u');
  await page.keyboard.press('U');
  await expect(page.getByRole('region', { name: 'What you said' })).toContainText(label.split('\n')[0]!);
});

test('the question mark shows the keys, from an empty box too, and Esc closes them', async ({ page }) => {
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(sheet).toContainText('Copy the first command');
  await page.keyboard.press('u');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Paste a log or the output of a command' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Paste a log or the output of a command' })).toHaveValue('');
});
