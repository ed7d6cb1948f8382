import { expect, test as base, type Page } from '@playwright/test';
import type { AddressInfo } from 'node:net';
import { siteServer } from '../bin/serve.mjs';
import { cause, openSearch, paste, sample } from './actions';

/** The build below a path of a host: `npm run build:below`. Everything of it stands below that path, and nothing else. */
const BASE = '/faultbook';
const OUT = 'dist/below';
const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');

const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const server = siteServer(OUT, BASE);
      await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
      await use(`http://localhost:${(server.address() as AddressInfo).port}`);
      server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site),
});

/** Opens the triage page and waits until the book is there. */
async function openBelow(page: Page): Promise<void> {
  await page.goto(`${BASE}/`);
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
}

test('below a path of a host every page, paste, link and alert works, and nothing is asked beside it', async ({
  page,
  context,
}) => {
  const astray: string[] = [];
  context.on('response', (response) => {
    const { protocol, pathname } = new URL(response.url());
    if (protocol !== 'blob:' && (!pathname.startsWith(`${BASE}/`) || response.status() >= 400))
      astray.push(`${response.status()} ${pathname}`);
  });
  await openBelow(page);
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().click();
  await expect(cause(page)).toHaveAttribute('href', new RegExp(`^${BASE}/incidents/[a-z0-9-]+/$`));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByRole('textbox', { name: 'Case link' }).inputValue();
  expect(new URL(link).pathname).toBe(`${BASE}/`);
  await page.keyboard.press('Escape');
  const colleague = await context.newPage();
  await colleague.goto(link);
  await expect(cause(colleague)).toHaveText((await cause(page).textContent()) ?? '');
  await page.goto((await cause(page).getAttribute('href')) ?? '');
  await expect(page.getByRole('region', { name: 'What to do now' })).toBeVisible();
  await page.getByRole('group', { name: 'Must be found' }).getByRole('button').first().click();
  await expect(page.getByText(/^Found first/)).toBeVisible();
  await (await openSearch(page)).fill('conntrack');
  await page.getByRole('dialog').getByRole('option').first().click();
  await expect(page).toHaveURL(new RegExp(`${BASE}/incidents/[a-z0-9-]+/`));
  for (const path of ['/checks/', '/map/', '/quality/', '/a/kubenodenotready/']) {
    await page.goto(`${BASE}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(astray).toEqual([]);
});

test.describe('with its service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('after one visit the site below a path works without a network', async ({ page, context }) => {
    await openBelow(page);
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(new URL(scope).pathname).toBe(`${BASE}/`);
    await context.setOffline(true);
    await page.reload();
    await openBelow(page);
    await paste(page, STACK);
    await page.goto((await cause(page).getAttribute('href')) ?? '');
    await expect(page.getByRole('region', { name: 'What to do now' })).toBeVisible();
  });
});
