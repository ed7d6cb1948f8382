import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { cause, drop, openTriage, paste, sample } from './actions';

const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');
const SECRET = 'password=hunter2 pod="payments/checkout-7d9f8b6c54-x7k2p"\n';

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('journey 5: a case is shared without its log, with the keyboard, and opens to the same', async ({
  page,
}) => {
  await openTriage(page);
  await paste(page, SECRET + STACK);
  const title = await cause(page).innerText();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Share this case' });
  const link = await dialog.getByRole('textbox', { name: 'Case link' }).inputValue();
  expect(link.length).toBeLessThan(2000);
  await dialog.getByRole('button', { name: 'Copy link: case link' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.keyboard.press('Escape');
  expect(asked).toEqual([]);

  const other = await page.context().newPage();
  await other.goto(`/${link.slice(link.indexOf('#'))}`);
  await expect(cause(other)).toHaveText(title);
  await expect(cause(other)).toBeInViewport();
  await expect(other.getByText('The log was not shared')).toBeVisible();
  await expect(other.getByRole('main')).not.toContainText('checkout-7d9f8b6c54');

  // What one pastes oneself comes first, and undo leads back to the link.
  await paste(other, 'something that nobody knows');
  await expect(other.getByRole('heading', { name: 'Not in the book' })).toBeVisible();
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(cause(other)).toHaveText(title);
});

test('a link that is cut short, of a newer version, or no link at all says so', async ({ page }) => {
  for (const [fragment, sentence] of [
    ['#case=v9.abc', /version 9/],
    ['#case=v1.!!!', /cannot be read/],
    ['#case=nothing', /no case link/],
  ] as const) {
    await page.goto('/');
    await page.goto(`/${fragment}`);
    await expect(page.getByRole('alert').first()).toContainText(sentence);
    await expect(page.getByRole('heading', { name: 'Paste what is on the screen' })).toBeVisible();
  }
});

test('a case file is previewed, saved, and opened by dropping it', async ({ page }) => {
  await openTriage(page);
  await paste(page, SECRET + STACK);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this case' });
  await dialog.getByRole('tab', { name: 'Case file' }).click();
  await expect(dialog.getByRole('status')).toContainText(/\d+ places? replaced/);
  await expect(dialog.getByRole('textbox')).not.toHaveValue(/hunter2|x7k2p/);
  const saving = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download case file' }).click();
  const content = readFileSync(await (await saving).path(), 'utf8');
  expect(content).not.toMatch(/hunter2|x7k2p/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start over' }).click();
  await drop(page, [{ name: 'case.faultbook.json', content }]);
  await expect(cause(page)).toHaveAttribute('href', '/incidents/sync-hang-on-container-stop/');
  await page.getByRole('button', { name: 'Start over' }).click();
  await drop(page, [{ name: 'other.faultbook.json', content: '{"a": 1}' }]);
  await expect(page.getByRole('alert').first()).toContainText('no case file');
});

test('a postmortem is previewed and copied', async ({ page }) => {
  await openTriage(page);
  await paste(page, SECRET + STACK);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this case' });
  await dialog.getByRole('tab', { name: 'Postmortem' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Postmortem' })).toHaveValue(/## Timeline/);
  await dialog.getByRole('button', { name: /Copy Markdown/ }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\?rev=\d+/);
});

test('a case is cited with the signatures that fired', async ({ page }) => {
  await openTriage(page);
  await paste(page, STACK);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this case' });
  await dialog.getByRole('tab', { name: 'Cite' }).click();
  await dialog.getByRole('combobox').selectOption('contributing');
  await expect(dialog.getByRole('region', { name: 'Commit trailer' })).toContainText(
    /Faultbook: sync-hang-on-container-stop@\d+ signatures=[a-z0-9,-]+ verdict=contributing/,
  );
});

test('a case is kept only when asked, renamed and deleted', async ({ page }) => {
  await openTriage(page);
  await expect(page.getByRole('region', { name: 'Kept cases' })).toHaveCount(0);
  await paste(page, STACK);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this case' });
  await dialog.getByRole('tab', { name: 'Keep' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the case' }).fill('Tuesday night');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('Kept.');
  await dialog.getByRole('button', { name: 'Rename Tuesday night' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the case' }).last().fill('Wednesday');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Kept cases' })).toContainText('Wednesday');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page
    .getByRole('region', { name: 'Kept cases' })
    .getByRole('button', { name: /^Wednesday/ })
    .click();
  await expect(cause(page)).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Delete Wednesday' }).click();
  await expect(page.getByRole('region', { name: 'Kept cases' })).toHaveCount(0);
});
