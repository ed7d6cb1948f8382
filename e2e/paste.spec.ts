import { expect, test } from '@playwright/test';
import { cause, openTriage, paste, pasted, sample } from './actions';

const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');

test('a paste is answered with the incident, the evidence and the first fix', async ({ page }) => {
  await openTriage(page);
  await expect(page.getByRole('textbox', { name: 'Paste a log or the output of a command' })).toBeFocused();
  await paste(page, STACK);
  await expect(cause(page)).toHaveAttribute('href', '/incidents/sync-hang-on-container-stop/');
  await expect(pasted(page).locator('mark').first()).toBeVisible();
  await expect(pasted(page).getByText('strong').first()).toBeVisible();
  const first = page.getByRole('article', { name: /^Do first/ });
  await expect(first.getByRole('button', { name: /^Copy/ }).first()).toBeVisible();
  await expect(page.getByRole('status')).toContainText('First:');
});

test('the verdict says that there is a second problem, and leads to it', async ({ page }) => {
  await openTriage(page);
  await paste(page, `${STACK}\n${sample('conntrack-snat-insert-failed', 'hit-awk-columns.txt')}`);
  await page.getByRole('button', { name: /^1 more problem/ }).click();
  const list = page.getByRole('region', {
    name: /^(A separate problem|Separate problems) in the same paste$/,
  });
  await expect(list.getByRole('link').first()).toBeFocused();
  await expect(list).toBeInViewport();
});

test('a command is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTriage(page);
  await paste(page, STACK);
  const command = page
    .getByRole('article', { name: /^Do first/ })
    .locator('[data-command=safe]')
    .first();
  await command.getByRole('button', { name: /^Copy/ }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await command.locator('code').innerText());
});

test('what destroys something says what, and has no default copy', async ({ page }) => {
  await page.goto('/incidents/sync-hang-on-container-stop/');
  const destroying = page.locator('[data-command=destroys]');
  for (const command of await destroying.all()) {
    await expect(command).toContainText('Destroys:');
    await expect(command.getByRole('button', { name: /^Copy:/ })).toHaveCount(0);
  }
});

test('typed text waits for Ctrl+Enter', async ({ page }) => {
  await openTriage(page);
  await page.keyboard.insertText(STACK);
  await page.keyboard.press('Control+Enter');
  await expect(cause(page)).toBeVisible();
});

test('an evidence line leads to its place in the paste', async ({ page }) => {
  await openTriage(page);
  const noise = Array.from({ length: 5000 }, (_, index) => `nothing to see here, line ${index + 1}`).join(
    '\n',
  );
  await paste(page, `${noise}\n${STACK}\n${noise}`);
  await expect(
    pasted(page)
      .getByRole('button', { name: /lines without evidence/ })
      .first(),
  ).toBeVisible();
  await page
    .getByRole('button', { name: /Show it in the paste/ })
    .first()
    .click();
  await expect(pasted(page).locator('mark').first()).toBeInViewport();
});

test('undo takes back the paste and redo brings it again', async ({ page }) => {
  await openTriage(page);
  await paste(page, STACK);
  await expect(cause(page)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'Paste what is on the screen' })).toBeVisible();
});

test('more output joins the case', async ({ page }) => {
  await openTriage(page);
  await paste(page, 'something that nobody knows');
  await expect(page.getByRole('heading', { name: 'Not in the book' })).toBeVisible();
  await page.getByRole('button', { name: 'Add output' }).click();
  await paste(page, STACK);
  await expect(cause(page)).toHaveAttribute('href', '/incidents/sync-hang-on-container-stop/');
  await expect(page.getByRole('list', { name: 'Parts of this case' }).getByRole('listitem')).toHaveCount(2);
});

test('a sample is one click', async ({ page }) => {
  await openTriage(page);
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().click();
  await expect(cause(page)).toBeVisible();
});
