import { expect, test, type Page } from '@playwright/test';
import { cause, forget, openTriage, paste, sample } from './actions';
import { serveSite } from './host';

test.use({ serviceWorkers: 'allow' });

const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');

/** One visit, until the service worker has kept the site. */
async function visit(page: Page): Promise<void> {
  await openTriage(page);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
}

test('after one visit everything works without a network', async ({ page, context }) => {
  await visit(page);
  await context.setOffline(true);
  await page.reload();
  await openTriage(page);
  await paste(page, STACK);
  await expect(cause(page)).toBeVisible();
  await page.goto((await cause(page).getAttribute('href')) ?? '');
  await expect(page.getByRole('region', { name: 'What to do now' })).toBeVisible();
  await page.getByRole('group', { name: 'Must be found' }).getByRole('button').first().click();
  await expect(page.getByText(/^Found first/)).toBeVisible();
  for (const [path, heading] of [
    ['/incidents/', /incidents/i],
    ['/incidents/sync-hang-on-container-stop/?rev=1', /./],
    ['/checks/', /checks/i],
    ['/checks', /checks/i],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'How to read it' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('conntrack');
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
});

test('neither a redirect nor a login page is kept', async ({ page, context }) => {
  // A sign-on that answers one page with its own form, and another with a redirect to it.
  const login = { contentType: 'text/html', body: '<h1>Please sign in</h1>' };
  await context.route('**/incidents/', (route) => route.fulfill(login));
  await context.route('**/checks/', (route) =>
    route.fulfill({ status: 302, headers: { location: '/login' } }),
  );
  await page.goto('/');
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register('/sw.js');
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    for (let tries = 0; tries < 100 && worker?.state === 'installing'; tries++)
      await new Promise((wake) => setTimeout(wake, 100));
    return worker?.state;
  });
  const kept = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) found.push(new URL(request.url).pathname);
    return found;
  });
  expect(kept).not.toContain('/incidents/');
  expect(kept).not.toContain('/checks/');
  // Half a site is none: the worker gives up, and the next visit tries again.
  expect(state).toBe('redundant');
});

test('a newer version is announced, but never in the middle of a case', async ({ page }) => {
  let newer = false;
  const host = await serveSite((name, body) =>
    newer && name === '/sw.js' ? `${body.toString()}\n// newer` : body,
  );
  try {
    await page.goto(host.url);
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    await page.goto(host.url);
    await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().click();
    await expect(cause(page)).toBeVisible();
    newer = true;
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((wake) => setTimeout(wake, 50));
    });
    const news = page.getByRole('status', { name: 'A newer version' });
    await expect(news).toHaveCount(0);
    await forget(page);
    await expect(news).toBeVisible();
    await Promise.all([page.waitForEvent('load'), news.getByRole('button', { name: 'Use it now' }).click()]);
    await expect(page.getByRole('heading', { name: 'Paste what is on the screen' })).toBeVisible();
    await expect(news).toHaveCount(0);
  } finally {
    host.close();
  }
});
