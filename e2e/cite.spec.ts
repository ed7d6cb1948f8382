import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';

const ID = 'sync-hang-on-container-stop';
const PAGE = `/incidents/${ID}/`;
/** The newest one of that page. */
const REVISION = newestRevision(ID);

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('journey 5: a page is cited with the keyboard, in four forms', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Cite' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cite this page' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  for (const form of ['Markdown', 'Plain text', 'Commit trailer', 'JSON']) {
    await dialog.getByRole('button', { name: `Copy: ${form}` }).focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => clipboard(page))
      .toBe(await dialog.getByRole('region', { name: form }).locator('pre').innerText());
  }
  expect(JSON.parse(await clipboard(page))).toMatchObject({ id: ID, revision: REVISION });
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Cite' })).toBeFocused();
});

test('a heading copies its own link, with the revision', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('link', { name: 'Link to Root cause' }).click();
  await expect(page).toHaveURL(`${PAGE}#root-cause`);
  await expect.poll(() => clipboard(page)).toMatch(new RegExp(`${PAGE}\\?rev=${REVISION}#root-cause$`));
});

test('a link with a revision says what changed since', async ({ page }) => {
  await page.goto(`${PAGE}?rev=${REVISION}`);
  await expect(page.getByText('Nothing has changed since')).toBeVisible();
  await page.goto(`${PAGE}?rev=1`);
  await expect(page.getByText(`The link cites revision 1; this is revision ${REVISION}.`)).toBeVisible();
  await page.getByRole('link', { name: `Revision ${REVISION}` }).click();
  await expect(page).toHaveURL(new RegExp(`#rev-${REVISION}$`));
  await page.goto(`${PAGE}?rev=99`);
  await expect(page.getByText('a revision that this page does not have')).toBeVisible();
});

test('an alert leads to its incidents in any case, with its labels in the commands', async ({
  page,
  request,
}) => {
  expect((await request.get('/a/kubenodenotready/')).status()).toBe(200);
  await page.goto('/a/KUBENODENOTREADY/#node=kube-7&pod=$(reboot)');
  await expect(page).toHaveURL('/a/KubeNodeNotReady/#node=kube-7&pod=$(reboot)');
  await expect(page.getByText('Commands are filled for node kube-7.')).toBeVisible();
  await expect(page.getByText('Left out')).toContainText('pod');
  await expect(page.getByRole('main')).not.toContainText('$(reboot)');
  await page.goto('/a/NoSuchAlert/');
  await expect(page.getByText('No incident of the book names the alert')).toBeVisible();
});

test('what chats and machines read is there', async ({ page, request }) => {
  await page.goto(PAGE);
  const content = (property: string) => page.locator(`meta[property="${property}"]`).getAttribute('content');
  expect(await content('og:title')).toContain('s6-sync');
  expect(await content('og:image')).toMatch(/^https?:\/\/.*\/card\.png$/);
  expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(
    new RegExp(`^https?://.*${PAGE}$`),
  );
  const feed = await page.evaluate(async () => {
    const text = await (await fetch('/feed.xml')).text();
    const atom = new DOMParser().parseFromString(text, 'application/xml');
    const entries = [...atom.querySelectorAll('feed > entry')];
    const of = (entry: Element, name: string) => entry.querySelector(`:scope > ${name}`)?.textContent ?? '';
    return {
      root: `${atom.documentElement.namespaceURI} ${atom.documentElement.localName}`,
      head: ['title', 'id', 'updated', 'author'].every((name) => of(atom.documentElement, name)),
      ids: new Set(entries.map((entry) => of(entry, 'id'))).size === entries.length && entries.length > 0,
      whole: entries.every((entry) => ['title', 'id', 'updated', 'summary'].every((name) => of(entry, name))),
      dated: entries.every((entry) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(of(entry, 'updated'))),
    };
  });
  // RFC 4287: what a feed and each of its entries must have.
  expect(feed).toEqual({
    root: 'http://www.w3.org/2005/Atom feed',
    head: true,
    ids: true,
    whole: true,
    dated: true,
  });
  const embed = await page.locator('link[type="application/json+oembed"]').getAttribute('href');
  expect(await (await request.get(new URL(embed!).pathname)).json()).toMatchObject({
    version: '1.0',
    type: 'link',
    title: expect.stringContaining('s6-sync'),
  });
  for (const path of [
    `/incidents/${ID}.md`,
    `/incidents/${ID}.json`,
    '/llms.txt',
    '/feed.xml',
    '/sitemap.xml',
    '/card.png',
    '/alerts.json',
  ])
    expect((await request.get(path)).status(), path).toBe(200);
});

function newestRevision(id: string): number {
  const page = readFileSync(`content/incidents/${id}/index.mdx`, 'utf8');
  return Math.max(...[...page.matchAll(/\{revision: (\d+),/g)].map(([, revision]) => Number(revision)));
}
