import { expect, test, type Locator, type Page } from '@playwright/test';
import { noiseLines } from '../lib/triage/test-noise';
import { cause, openTriage, paste, pasted, sample } from './actions';

const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');
const FIRST = 'sync-hang-on-container-stop';

/** Lines of a node that nothing is wrong with. */
function quiet(count: number, width = 60): string {
  const next = noiseLines(11);
  return Array.from({ length: count }, () => next().slice(0, width).trimEnd()).join('\n');
}

/** A paste with its evidence between 400 quiet lines and 300 more. */
async function openLong(page: Page): Promise<void> {
  await openTriage(page);
  await paste(page, `${quiet(400)}\n${STACK}\n${quiet(300)}`);
  await expect(cause(page)).toHaveAttribute('href', `/incidents/${FIRST}/`);
}

const line = (page: Page, number: number): Locator => pasted(page).locator(`[data-line="${number}"]`);
const selected = (page: Page): Locator => page.getByRole('group', { name: 'The selected line' });
const sync = (page: Page): Locator =>
  pasted(page).locator('mark', { hasText: 'call_rwsem_down_read_failed' });
const reason = (page: Page): Locator => page.getByRole('button', { name: /Show it in the paste/ }).first();
const fold = (page: Page): Locator => pasted(page).getByRole('button', { name: /lines without evidence/ });

test('a reason leads to its line, and the line back to its reason, with the mouse', async ({ page }) => {
  await openLong(page);
  await fold(page).last().click();
  await pasted(page).press('End');
  await expect(sync(page)).not.toBeInViewport();
  await reason(page).click();
  await expect(sync(page)).toBeInViewport();
  await expect(selected(page)).toContainText(/^Line 4\d\d/);
  await pasted(page)
    .getByRole('button', { name: /superblock.*Show where it counts/ })
    .click();
  await expect(reason(page)).toBeFocused();
});

test('a reason leads to its line and back with the keyboard alone', async ({ page }) => {
  await openLong(page);
  await reason(page).focus();
  await page.keyboard.press('Enter');
  await expect(pasted(page)).toBeFocused();
  await expect(selected(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reason(page)).toBeFocused();
});

test('a glance at a reason shows its line, and afterwards what was there before', async ({ page }) => {
  await openLong(page);
  await fold(page).last().click();
  await pasted(page).press('End');
  const before = await pasted(page).evaluate((pane) => pane.scrollTop);
  await reason(page).hover();
  await expect(sync(page)).toBeInViewport();
  await expect(selected(page)).toHaveCount(0);
  await page.mouse.move(0, 0);
  await expect.poll(() => pasted(page).evaluate((pane) => pane.scrollTop)).toBe(before);
});

test('what has no evidence is folded, says how much it is, opens and closes', async ({ page }) => {
  await openLong(page);
  const first = fold(page).first();
  await expect(first).toHaveAccessibleName(/^\d{3} lines without evidence/);
  await expect(line(page, 1)).toHaveCount(0);
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(line(page, 1)).toBeVisible();
  await expect(first).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(line(page, 1)).toHaveCount(0);
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await expect(line(page, 1)).toBeVisible();
  await page.getByRole('button', { name: 'Fold again' }).click();
  await expect(line(page, 1)).toHaveCount(0);
});

test('find opens with Ctrl+F in the pane, counts, steps into folded lines and leaves its line selected', async ({
  page,
}) => {
  await openTriage(page);
  await paste(
    page,
    `${quiet(90)}\nthe Needle is here\n${quiet(400)}\nanother needle\n${STACK}\n${quiet(60)}`,
  );
  await pasted(page).focus();
  await page.keyboard.press('Control+f');
  const box = page.getByRole('searchbox', { name: 'Find in this paste' });
  await expect(box).toBeFocused();
  await page.keyboard.type('needle');
  const bar = page.getByRole('search', { name: 'Find in this paste' });
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await expect(line(page, 91)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 2');
  await expect(line(page, 492)).toBeInViewport();
  await page.keyboard.press('Shift+Enter');
  await expect(line(page, 91).locator('mark')).toHaveText('Needle');
  await bar.getByRole('button', { name: 'Letter case counts' }).click();
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await box.focus();
  await page.keyboard.press('Escape');
  await expect(pasted(page)).toBeFocused();
  await expect(selected(page)).toContainText('Line 492');
});

test('find goes through 200,000 lines and the page answers meanwhile', async ({ page }) => {
  test.setTimeout(120_000);
  await openTriage(page);
  await paste(page, `${quiet(200_000, 24)}\nthe very last needle\n`);
  await expect(pasted(page)).toBeVisible({ timeout: 60_000 });
  await pasted(page).press('f');
  await page.keyboard.type('last needle');
  const bar = page.getByRole('search', { name: 'Find in this paste' });
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  await expect(line(page, 200_001)).toBeInViewport();
});

test('the selected line stands in the address, survives a reload, and moves with the arrows', async ({
  page,
}) => {
  await openLong(page);
  await pasted(page).press('n');
  await expect(page).toHaveURL(/#L\d+$/);
  const at = Number(new URL(page.url()).hash.slice(2));
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(new RegExp(`#L${at + 1}$`));
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page).toHaveURL(new RegExp(`#L${at + 1}-L${at + 2}$`));
  await page.reload();
  await expect(selected(page)).toContainText(`Lines ${at + 1} to ${at + 2}`);
  await expect(line(page, at + 1)).toBeInViewport();
  await pasted(page).press('Escape');
  await expect(page).not.toHaveURL(/#/);
});

test('a click on a line selects it, and its text is copied as it was pasted', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTriage(page);
  await paste(page, `first\tline\r\nsecond line\n${STACK}`);
  await line(page, 1).getByRole('link').click();
  await line(page, 2)
    .getByRole('link')
    .click({ modifiers: ['Shift'] });
  await selected(page).getByRole('button', { name: 'Copy: lines 1 to 2' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('first\tline\r\nsecond line');
});

test('a link to a line of another tab says why there is nothing', async ({ page }) => {
  await page.goto('/#L12');
  await expect(page.getByText(/a paste that is not open in this tab/)).toBeVisible();
  await expect(page).not.toHaveURL(/#/);
});

test('the map leads to the evidence with a click and with the arrows; a short paste has none', async ({
  page,
}) => {
  await openLong(page);
  const map = page.getByRole('slider', { name: 'Map of the evidence' });
  await expect(map).toHaveAttribute('aria-valuetext', /^Line \d+ of 7\d\d/);
  const box = (await map.boundingBox())!;
  await map.click({ position: { x: box.width / 2, y: box.height * 0.57 } });
  await expect(selected(page)).toContainText(/^Line 4\d\d/);
  await expect(pasted(page).locator('mark').first()).toBeInViewport();
  await map.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(selected(page)).toContainText(/^Line 4\d\d/);
  await page.getByRole('button', { name: 'Start over' }).click();
  await paste(page, STACK);
  await expect(cause(page)).toBeVisible();
  await expect(map).toHaveCount(0);
});

test('what a part was taken for can be said otherwise, and taken back', async ({ page }) => {
  await openTriage(page);
  await paste(page, STACK);
  await expect(cause(page)).toHaveAttribute('href', `/incidents/${FIRST}/`);
  const parts = page.getByRole('list', { name: 'Read as' });
  const stacks = parts
    .getByRole('combobox')
    .filter({ has: page.locator('option:checked', { hasText: '/proc/PID/stack' }) });
  await expect(stacks).not.toHaveCount(0);
  const before = await stacks.count();
  await stacks.last().selectOption('nginx access log');
  await expect(parts.getByText(/as you said/)).toBeVisible();
  await expect(stacks).toHaveCount(before - 1);
  await parts
    .getByRole('combobox')
    .filter({ hasText: 'Let Faultbook decide' })
    .selectOption('Let Faultbook decide');
  await expect(stacks).toHaveCount(before);
  await expect(cause(page)).toHaveAttribute('href', `/incidents/${FIRST}/`);
});

test('evidence over time says in words what it draws, and leads to the lines', async ({ page }) => {
  await openTriage(page);
  await paste(page, sample('docker-inspect-hang-pleg-flapping', 'hit-dockershim-timeouts.txt'));
  await page.getByText('Evidence over time: 2 minutes').click();
  const table = page.getByRole('table', { name: /1112 00:13:39.*1112 00:15:44/ });
  const repeated = table.getByRole('row').filter({ hasText: '3 times' }).first();
  await expect(repeated).toContainText('1112 00:');
  await expect(repeated.locator('svg')).toBeVisible();
  await repeated.getByRole('button').press('Enter');
  await expect(selected(page)).toContainText(/^Line/);
});

test('a line of 5 MB is shown around its evidence, and more of it on request', async ({ page }) => {
  await openTriage(page);
  await paste(page, `${'x'.repeat(2_500_000)} ${STACK.split('\n')[0]} ${'word '.repeat(500_000)}\n${STACK}`);
  await expect(cause(page)).toBeVisible({ timeout: 30_000 });
  const gap = line(page, 1).getByRole('button', { name: /[\d,]+ more characters/ });
  await expect(gap.first()).toBeVisible();
  const before = await line(page, 1).innerText();
  await gap.first().click();
  await expect
    .poll(async () => (await line(page, 1).innerText()).length)
    .toBeGreaterThan(before.length + 2500);
});
