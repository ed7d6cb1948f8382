import { expect, test } from '@playwright/test';
import { openSearch } from './actions';

const PAGE = '/incidents/sync-hang-on-container-stop/';

test('journey 4: search is opened, typed into and left with the keyboard alone', async ({ page }) => {
  await page.goto('/incidents/');
  const box = await openSearch(page, '/');
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.type('s6-sync hangs', { delay: 20 });
  await expect(page.getByRole('option').first()).toContainText('s6-sync');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  expect(asked).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(PAGE);

  // Recent pages stand there at once; keys typed right behind the shortcut are not lost.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option', { name: /s6-sync/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('conntrack');
  await expect(box).toHaveValue('conntrack');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a query of 100 KB and one of expression letters are queries', async ({ page }) => {
  await page.goto('/incidents/');
  const box = await openSearch(page);
  await box.fill('.*+?^${}()|[]\\');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Nothing in the book');
  await box.fill(`conntrack insert_failed ${'x'.repeat(100_000)}`);
  await expect(page.getByRole('option').nth(1)).toContainText(/SNAT|conntrack/i);
});

test('a log pasted into the search box is offered to triage, not put into an address', async ({ page }) => {
  await page.goto(PAGE);
  await openSearch(page);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/plain',
      'one line\nINFO: task s6-sync:362091 blocked for more than 120 seconds.\nx',
    );
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.getByRole('option', { name: /looks like a log/ })).toContainText('3 lines');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/');
  await expect(
    page.getByRole('region', { name: 'What to do' }).getByRole('heading', { level: 1 }),
  ).toContainText('s6-sync');
});

test('facets live in the address', async ({ page }) => {
  await page.goto('/incidents/?area=kernel');
  await expect(page.getByRole('combobox', { name: 'Area' })).toHaveValue('kernel');
  await expect(page.getByRole('heading', { level: 2, name: 'Network' })).toHaveCount(0);
  await page.getByRole('combobox', { name: 'Component' }).selectOption('kernel');
  await page.getByRole('textbox', { name: 'Version' }).fill('3.10.0-957');
  await expect(page).toHaveURL('/incidents/?area=kernel&component=kernel&version=3.10.0-957');
  await expect(page.getByRole('main').getByRole('status')).toContainText(/^\d+ of \d+ incidents/);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Version' })).toHaveValue('3.10.0-957');
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page).toHaveURL('/incidents/');
});

test('back undoes a facet, and the same address opens the same list elsewhere', async ({ page, context }) => {
  await page.goto('/incidents/');
  const status = page.getByRole('main').getByRole('status');
  await page.getByRole('combobox', { name: 'Area' }).selectOption('runtime');
  await page.getByRole('combobox', { name: 'Severity' }).selectOption('node');
  await expect(page).toHaveURL('/incidents/?area=runtime&severity=node');
  const narrowed = (await status.textContent())!;
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('main').getByRole('status')).toHaveText(narrowed);
  await page.goBack();
  await expect(page).toHaveURL('/incidents/?area=runtime');
  await expect(page.getByRole('combobox', { name: 'Severity' })).toHaveValue('');
  await expect(status).not.toHaveText(narrowed);
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/incidents/?area=runtime');
  await expect(page.getByRole('combobox', { name: 'Area' })).toHaveValue('runtime');
});

test('a page that does not exist is not among those read last', async ({ page }) => {
  await page.goto('/incidents/never-written/');
  await page.goto(PAGE);
  await openSearch(page);
  await expect(page.getByRole('option')).toHaveCount(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the incidents are a plain list', async ({ page }) => {
    await page.goto('/incidents/?area=kernel');
    await expect(page.getByRole('heading', { level: 2, name: 'Network' })).toBeVisible();
    await expect(page.getByRole('search')).toBeHidden();
  });
});

test('a sample runs in the page and shows which lines fire', async ({ page }) => {
  await page.goto(PAGE);
  const samples = page.getByRole('region', { name: 'Try its samples' });
  await samples.getByRole('button', { name: 'seed two stacks' }).click();
  await expect(samples.getByRole('status')).toContainText('Found first');
  const mark = samples.locator('mark').first();
  await expect(mark).toBeVisible();
  const number = samples
    .locator('[data-line]')
    .filter({ has: page.locator('mark') })
    .first()
    .getByRole('link');
  expect((await number.boundingBox())!.x).toBeLessThan((await mark.boundingBox())!.x);
  await samples.getByRole('button', { name: 'tty read' }).click();
  await expect(samples.getByRole('status')).toContainText(/Rightly not this|Not reported/);
});
