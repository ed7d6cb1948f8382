import { expect, test, type Page } from '@playwright/test';
import { cause, paste, sample } from './actions';
import { watchEgress } from './egress';
import { serveSite, type Host } from './host';
import { LEAKS, withLeak } from './leaks';
import { useEverything } from './operate';

const SECRET = 'hunter2-Zq7vK9xR4mTp';
const STACK = sample('sync-hang-on-container-stop', 'hit-seed-child-stack.txt');
const UNKNOWN = 'E1020 10:20:30.123456     123 quux.go:12] the flux capacitor is misaligned\n';
const withSecret = (text: string) =>
  `export API_TOKEN=${SECRET}\n${text}\nGET https://${SECRET}.example/?q=${SECRET} HTTP/1.1\n`;

/** States of the page whose every element is used. */
const STATES: { name: string; text: string; seen: (page: Page) => Promise<void> }[] = [
  { name: 'a paste of a known incident', text: STACK, seen: (page) => expect(cause(page)).toBeVisible() },
  {
    name: 'a paste that nobody knows',
    text: UNKNOWN,
    seen: (page) => expect(page.getByRole('heading', { name: 'Not in the book' })).toBeVisible(),
  },
];

/** Addresses that a person may open: pages of the book, by slug. */
const SLUG =
  /^\/(|collect\.sh|a\/|map\/|quality\/|(incidents|checks|a)\/([a-z0-9-]+\/)?)(\?rev=\d+)?(#[a-z0-9-]*)?$/i;

for (const { name, text, seen } of STATES) {
  test(`after ${name}, nothing that a person can use sends any of it anywhere`, async ({ page, context }) => {
    test.setTimeout(420_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const host = await serveSite((_, body) => body);
    const egress = await watchEgress(context, host, SECRET);
    let standing = false;
    // An answer without content leaves the browser where it is: the visit is seen, and the tour goes on.
    await context.route('**/*', (route) =>
      standing && route.request().isNavigationRequest() ? route.fulfill({ status: 204 }) : route.fallback(),
    );
    const faults: string[] = [];
    const { used, missed } = await useEverything(page, {
      text: SECRET,
      open: async () => {
        standing = false;
        await page.goto(`${host.url}/icon.svg`);
        await page.evaluate(forgetAll);
        await openedTriage(page, host);
        standing = true;
        egress.forget();
        await paste(page, withSecret(text));
        await seen(page);
        faults.push(...egress.seen().map((what) => `the paste caused: ${what}`));
        egress.forget();
      },
      after: async ({ key, role }) => {
        for (const each of context.pages().filter((opened) => opened !== page)) await each.close();
        const what = egress.seen();
        const visits = what.filter((each) => each.startsWith('navigation GET '));
        for (const visit of visits) {
          const { pathname, search, hash, origin } = new URL(visit.replace('navigation GET ', ''));
          expect(origin, key).toBe(host.url);
          expect(`${pathname}${search}${hash}`, key).toMatch(SLUG);
        }
        if (visits.length === 0 || !/link|option|combobox/.test(role))
          faults.push(...what.map((each) => `${key} caused: ${each}`));
        egress.forget();
      },
    });
    host.close();
    console.log(`  ${name}: ${used.length} elements used, ${missed.length} missed`);
    expect(missed, 'seen, and never again when their turn came').toEqual([]);
    expect(faults).toEqual([]);
    expect(egress.carried()).toEqual([]);
    expect(used.length).toBeGreaterThan(20);
  });
}

/** Runs in the page: everything that a visit keeps is gone. */
async function forgetAll(): Promise<void> {
  sessionStorage.clear();
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
}

/** The site is loaded, what idle pages fetch included (search comes last): from here on every request has a cause. */
async function openedTriage(page: Page, host: Host): Promise<void> {
  const from = host.asked.length;
  await page.goto(`${host.url}/`);
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
  await expect
    .poll(() => host.asked.slice(from).some((each) => each.startsWith('GET /search.json ')))
    .toBe(true);
  await page.waitForLoadState('networkidle');
}

test('a build that leaks is caught, whatever the way', async ({ browser }) => {
  test.setTimeout(120_000);
  const blind: string[] = [];
  for (const leak of LEAKS) {
    let patched = false;
    const host = await serveSite((name, body) => {
      const wanted = leak.into === 'worker' ? name === '/engine.js' : /\/turbopack-[^/]*\.js$/.test(name);
      patched ||= wanted;
      return wanted ? withLeak(leak, body, host.url) : body;
    });
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const egress = await watchEgress(context, host, SECRET);
    const page = await context.newPage();
    await openedTriage(page, host);
    egress.forget();
    await paste(page, withSecret(STACK));
    await expect(cause(page)).toBeVisible();
    const caught = () => egress.seen().length > 0 && (!leak.carries || egress.carried().length > 0);
    await expect
      .poll(caught, { timeout: 3_000 })
      .toBe(true)
      .catch(() => blind.push(leak.name));
    expect(patched, 'the leak is in the build').toBe(true);
    await context.close();
    host.close();
  }
  expect(blind).toEqual([]);
});

test('no page loads anything from elsewhere', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    // The engine's worker starts from the page's own memory.
    if (
      !request
        .url()
        .replace(/^blob:/, '')
        .startsWith(`${baseURL}/`)
    )
      foreign.push(request.url());
  });
  for (const path of [
    '/',
    '/incidents/',
    '/checks/',
    '/map/',
    '/quality/',
    '/a/',
    '/incidents/sync-hang-on-container-stop/',
  ]) {
    await page.goto(path, { waitUntil: 'networkidle' });
  }
  expect(foreign).toEqual([]);
});
