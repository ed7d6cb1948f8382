import { expect, test, type Page } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';

const settle = (page: Page) => page.getByRole('region', { name: 'Settle it' });
const said = (page: Page) => page.getByRole('region', { name: 'What you said' });
const outcomes = (page: Page) =>
  settle(page)
    .getByRole('button')
    .filter({ hasNotText: /^(Copy|Read it|I )/ });

/** The question on the screen may be the old one until the engine has heard the answer. */
const answered = (page: Page) =>
  expect(page.getByRole('region', { name: 'What to do' })).toHaveAttribute('aria-busy', 'false');

interface Way {
  role?: 'button' | 'searchbox';
  key?: 'Tab' | 'Shift+Tab';
  most?: number;
}

/** Tabs until the element has the focus: the way of somebody without a mouse. */
async function tabTo(
  page: Page,
  name: RegExp | string,
  { role = 'button', key = 'Tab', most = 60 }: Way = {},
) {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let press = 0; press <= most; press++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} did not reach ${String(name)} within ${most} presses`);
}

test('narrow it down with the keyboard alone: answer, see it move, undo, redo, take back', async ({
  page,
}) => {
  await openTriage(page);
  await paste(page, sample('container-stuck-terminating-unkillable', await umbrella()));
  await expect(cause(page)).toBeVisible();
  const asked = await settle(page).getByRole('link').first().innerText();
  await tabTo(page, 'I don’t know');
  await page.keyboard.press('Shift+Tab');
  await expect(page.locator(':focus')).toBeVisible();
  await tabTo(page, 'I don’t know');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText(asked.trim());
  await answered(page);
  // The answer took its button away. The focus stands on what is asked now, or on the finding: no way back to it.
  await expect(page.locator(':focus')).toHaveCount(1);
  await tabTo(page, 'Undo', { key: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveCount(0);
  await tabTo(page, 'Redo');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('you don’t know');
  await tabTo(page, /^Take back/);
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveCount(0);
  await expect(settle(page)).toContainText(asked.trim());
});

async function umbrella(): Promise<string> {
  const { readdirSync } = await import('node:fs');
  return readdirSync('content/incidents/container-stuck-terminating-unkillable')
    .filter((name) => name.startsWith('hit-'))
    .sort()[0]!;
}

test('nothing to paste, with the keyboard alone: type what you see, answer until it stands', async ({
  page,
}) => {
  await openTriage(page);
  await tabTo(page, 'Type what you see', { role: 'searchbox' });
  await page.keyboard.type('stopped running altogether');
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('It stopped running altogether');
  await answered(page);
  for (let step = 0; step < 8; step++) {
    if ((await settle(page).count()) === 0) break;
    const asked = await settle(page).getByRole('link').first().innerText();
    const wanted = outcomes(page).filter({
      hasText: /stopped|CronJob|Too many|More than 100|long ago|never/i,
    });
    const pick =
      (await wanted.count()) > 0
        ? wanted.first()
        : settle(page).getByRole('button', { name: 'I don’t know' });
    await tabTo(page, (await pick.innerText()).split('\n')[0]!.trim(), { most: 20 });
    await page.keyboard.press('Enter');
    await expect(said(page)).toContainText(asked.trim());
    await answered(page);
  }
  await expect(page.getByRole('region', { name: 'What to do' })).toContainText('CronJob frozen');
  await expect(page.getByRole('status').first()).not.toBeEmpty();
});

test('Node NotReady asks first who says so', async ({ page }) => {
  await openTriage(page);
  await tabTo(page, 'Type what you see', { role: 'searchbox' });
  await page.keyboard.type('node notready');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'Node NotReady');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Is the Ready condition False, or Unknown?' })).toBeVisible();
  await tabTo(page, /Unknown/);
  await page.keyboard.press('Enter');
  await expect(said(page)).toContainText('Ready=Unknown');
  await expect(settle(page)).toBeVisible();
});

test('a link opens the wizard in its state, and says what it does not know', async ({ page }) => {
  await page.goto('/#answers=node-ready:unknown,no-such-check:yes');
  await expect(said(page)).toContainText('Ready=Unknown');
  await expect(page.getByRole('alert').first()).toContainText('“no-such-check”');
});

test('the map leads into the wizard', async ({ page }) => {
  await page.goto('/map/');
  await page.getByText('The same in words').first().click();
  await page.locator('details[open] li a').first().click();
  await expect(said(page)).toBeVisible();
});

test('a pasted answer that fits nothing is said, and the case is kept', async ({ page }) => {
  await page.goto('/#answers=cronjob-symptom:never-runs');
  await expect(said(page)).toBeVisible();
  for (
    let step = 0;
    step < 6 &&
    (await settle(page)
      .getByRole('textbox', { name: /^Paste the output/ })
      .count()) === 0;
    step++
  )
    await settle(page).getByRole('button', { name: 'I don’t know' }).click();
  const box = settle(page).getByRole('textbox', { name: /^Paste the output/ });
  await box.focus();
  await paste(page, 'the flux capacitor is misaligned');
  await expect(page.getByRole('alert').first()).toContainText('none of the outcomes');
  await expect(page.getByRole('list', { name: 'Parts of this case' }).getByRole('listitem')).toHaveCount(1);
  await expect(said(page)).toBeVisible();
});

test('a fix that did not help lowers its incident; one that did ends the case with a summary', async ({
  page,
}) => {
  await openTriage(page);
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  const first = page.getByRole('article', { name: /^Do first/ });
  const title = await first.getByRole('heading').first().innerText();
  await first.getByRole('button', { name: 'No', exact: true }).click();
  await expect(said(page)).toContainText(`Did not help: ${title}`);
  const next = page.getByRole('article', { name: /^Do next/ });
  await expect(next.getByRole('heading').first()).toBeInViewport();
  await next.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(page.getByText('Closed: it helped')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What helped' })).toContainText(title);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: /^Copy summary/ }).click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^It helped: .+\n\n# Postmortem/);
  await page.getByRole('button', { name: 'It came back: go on' }).click();
  await expect(cause(page)).toBeVisible();
});

test('the cluster is said once, kept, and shown', async ({ page }) => {
  await openTriage(page);
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  await page.getByText(/^Cluster:/).click();
  await page.getByLabel('Runtime').first().selectOption('containerd');
  await expect(page.getByText('Cluster: containerd')).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.reload();
  await page.goto('/#answers=node-ready:unknown');
  await expect(page.getByText('Cluster: containerd')).toBeVisible();
});

test('commands are filled, and the name that is missing can be typed', async ({ page }) => {
  await openTriage(page);
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  const first = page.getByRole('article', { name: /^Do first/ });
  await expect(first).toContainText('/proc/362091/stack');
  const node = first.getByRole('group', { name: 'Names in these commands' }).getByLabel('node');
  await node.fill('x; rm -rf /');
  await expect(first).toContainText('{{node}}');
  await node.fill('kube-node-1');
  await expect(first).toContainText('kubectl drain kube-node-1');
});

test('an unknown paste becomes a draft to download', async ({ page }) => {
  await openTriage(page);
  await paste(page, 'E1020 10:20:30.123456     123 quux.go:12] the flux capacitor is misaligned');
  await page.getByRole('button', { name: 'Draft a new incident' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download index.mdx' }).click();
  expect((await downloading).suggestedFilename()).toBe('index.mdx');
});

test('collect.sh is there to fetch', async ({ request }) => {
  const response = await request.get('/collect.sh');
  expect(response.status()).toBe(200);
  expect(await response.text()).toMatch(/^#!\/bin\/sh\n/);
});
