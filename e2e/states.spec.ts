import { expect, test } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';

const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');

test('without the book the page says so, keeps the paste, and a reload answers it', async ({ page }) => {
  await page.route('**/pack.json', (route) => route.abort());
  await page.goto('/');
  const notice = page.getByRole('alert').filter({ hasText: 'The book did not load' });
  await expect(notice).toBeVisible();
  await paste(page, STACK);
  await expect(page.getByRole('heading', { name: 'No answer yet' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What you pasted' })).toContainText('zap_pid_ns_processes');
  await page.unroute('**/pack.json');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(cause(page)).toHaveAttribute('href', '/incidents/sync-hang-on-container-stop/');
});

test('pasted stacks are drawn: who waits for whom, each row leads to its line', async ({ page }) => {
  await openTriage(page);
  await paste(page, STACK);
  const picture = page.getByRole('region', { name: 'Who waits for whom' });
  await expect(picture.getByRole('listitem')).toHaveCount(3);
  await picture.getByRole('button', { name: /pid 362091 waits for sync of every filesystem/ }).click();
  await expect(page.locator('[data-line="20"]')).toBeInViewport();
  await page.getByRole('button', { name: 'Start over' }).click();
  await paste(page, 'E1020 10:20:30.123456     123 quux.go:12] the flux capacitor is misaligned');
  await expect(page.getByRole('heading', { name: 'Not in the book' })).toBeVisible();
  await expect(picture).toHaveCount(0);
});

test('one click opens the sum: it adds up, and says what was not checked and how to', async ({ page }) => {
  await openTriage(page);
  await paste(page, sample('oom-kswapd-livelock', 'hit-hung-reclaim.txt'));
  await page
    .getByText(/^\d+ for, \d+ against, \d+ not checked: why$/)
    .first()
    .click();
  const sum = page.getByRole('table', { name: 'How the score is added up' }).first();
  const cells = await sum.getByRole('cell').allInnerTexts();
  const numbers = cells.map((text) => Number(text.split('\n')[0]!.replace('−', '-')));
  const total = numbers.at(-2)!;
  expect(numbers.slice(0, -2).reduce((a, b) => a + b, 0)).toBeCloseTo(total, 0);
  await expect(page.getByText('Not checked: its source was not pasted').first()).toBeVisible();
  await expect(page.getByText('What would change it').first()).toBeVisible();
});
