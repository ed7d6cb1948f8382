import { expect, test, type Page } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';
import { expectSlugOnly, settle, watchEgress, type Egress } from './egress';
import { elements, MARK, type Found } from './elements';

test.use({ serviceWorkers: 'allow' });

const SECRET = 'hunter2-Zq7vK9xR4mTp';
const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');
const UNKNOWN = 'E1020 10:20:30.123456     123 quux.go:12] the flux capacitor is misaligned';
const withSecret = (text: string) =>
  `export API_TOKEN=${SECRET}\n${text}\nGET https://${SECRET}.example/?q=${SECRET} HTTP/1.1\n`;

/** What is not operated, and why. Nothing else may be left out. */
interface Skipped {
  key: RegExp;
  because: string;
}

/** States of the page whose every element is operated. */
const STATES: { name: string; skipped: Skipped[]; reach: (page: Page) => Promise<void> }[] = [
  {
    name: 'a paste of a known incident',
    skipped: [],
    reach: async (page) => {
      await paste(page, withSecret(STACK));
      await expect(cause(page)).toBeVisible();
    },
  },
  {
    name: 'a paste that nobody knows',
    skipped: [
      { key: /^option /, because: 'the results of search are the same; the other journey opens them' },
    ],
    reach: async (page) => {
      await paste(page, withSecret(UNKNOWN));
      await expect(page.getByRole('heading', { name: 'Not in the book' })).toBeVisible();
    },
  },
];

for (const { name, skipped, reach } of STATES) {
  test(`after ${name}, nothing that a person can operate sends any of it anywhere`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(400_000);
    page.setDefaultTimeout(10_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const egress = await watchEgress(context, SECRET);
    const faults: string[] = [];
    let start = '';
    const fresh = async () => {
      await forgetKept(page);
      await page.goto('about:blank');
      await page.goto('/');
      const forget = page.getByRole('button', { name: 'Forget this case' });
      await forget
        .or(page.getByRole('region', { name: 'Or try a sample' }))
        .first()
        .waitFor();
      if (await forget.isVisible()) await forget.click();
      await openTriage(page);
      await settle(page);
      await onlyThisRecent(page);
      egress.forget();
      await reach(page);
      await page.waitForTimeout(300);
      faults.push(...notVisits(egress).map((what) => `the paste caused: ${what}`));
      start = await caseOf(page);
    };

    const done = new Set<string>();
    const parents = new Map<string, string | null>();
    const lost = new Set<string>();
    const walks = new Set<string>();
    let last: string | null = null;
    const use = async (found: Found) => {
      egress.forget();
      last = found.key;
      done.add(found.key);
      await operate(page, found).catch(() => lost.add(found.key));
      await page.waitForTimeout(120);
      faults.push(...(await afterwards(page, egress, found, baseURL!)));
      if (await goBack(page, start)) return;
      await fresh();
      last = null;
    };

    await fresh();
    for (;;) {
      const here = (await elements(page)).filter(({ key }) => !skipped.some((skip) => skip.key.test(key)));
      for (const { key } of here) if (!parents.has(key)) parents.set(key, last);
      const next = here.find(({ key, href }) => !done.has(key) && !(href && done.has(href)));
      if (next) {
        if (next.href) done.add(next.href);
        await use(next);
        continue;
      }
      for (const { key, href } of here) if (href && done.has(href)) done.add(key);
      if (await closeDialog(page)) continue;
      const missing = [...parents.keys()].find((key) => !done.has(key) && !lost.has(key));
      if (missing === undefined) break;
      await fresh();
      last = null;
      const walked = await walkTo(page, missing, parents);
      // Twice there and still not operated: it moves away, and that is said.
      if (!walked || walks.has(missing)) lost.add(missing);
      else last = parents.get(missing) ?? null;
      walks.add(missing);
    }
    console.log(`  ${name}: ${[...parents.keys()].filter((key) => done.has(key)).length} elements operated`);
    expect([...lost], 'elements that were seen and could not be operated').toEqual([]);
    expect(faults).toEqual([]);
    expect(egress.carried).toEqual([]);
    expect(parents.size).toBeGreaterThan(20);
  });
}

/** The browser asks by itself, after a visit, whether there is a newer service worker. */
function notVisits(egress: Egress): string[] {
  return egress.seen().filter((what) => !/ GET \S+\/sw\.js$/.test(what));
}

/** Cases that were kept for later would make every look longer than the one before. */
async function forgetKept(page: Page): Promise<void> {
  if (!page.url().startsWith('http')) return;
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
  });
}

/** Search offers the pages that were read last; the same ones at every look. */
const onlyThisRecent = (page: Page) =>
  page.evaluate(() =>
    localStorage.setItem(
      'faultbook-recent',
      JSON.stringify([{ path: '/incidents/sync-hang-on-container-stop/', title: 'Read before' }]),
    ),
  );

const caseOf = (page: Page) => page.evaluate(() => sessionStorage.getItem('faultbook-case') ?? '');

/** Does with an element what it is there for. */
async function operate(page: Page, { role, mark }: Found): Promise<void> {
  const target = page.locator(`[${MARK}="${mark}"]`);
  const tag = await target.evaluate((each) => (each instanceof HTMLInputElement ? each.type : each.tagName));
  if (tag === 'file')
    return target.setInputFiles({
      name: `${SECRET}.log`,
      mimeType: 'text/plain',
      buffer: Buffer.from(SECRET),
    });
  // What was there before is put back: the next element is looked for on the same page.
  if (tag === 'SELECT') {
    const before = await target.inputValue();
    const values = await target
      .locator('option')
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
    for (const value of [...values, before]) await target.selectOption(value);
    return;
  }
  if (['TEXTAREA', 'text', 'search', 'number'].includes(tag)) {
    // A field to copy from: nothing can be put in.
    if (!(await target.isEditable())) return target.focus();
    const before = await target.inputValue();
    await target.fill(`${SECRET} something`);
    if (tag === 'TEXTAREA') return page.keyboard.press('Control+Enter');
    await page.waitForTimeout(300);
    await target.fill(before);
    await page.waitForTimeout(200);
    return;
  }
  if (role === 'div' || role === 'section' || role === 'ul') {
    // What scrolls or takes the focus, and no more.
    await target.focus();
    return page.keyboard.press('End');
  }
  // With the keyboard, as everything must work; what is chosen from a list never has the focus itself.
  await target.focus();
  const focused = await target.evaluate((each) => each === document.activeElement);
  if (focused && role !== 'option')
    return page.keyboard.press(/checkbox|radio|switch/.test(role) ? 'Space' : 'Enter');
  await target.click({ timeout: 5_000 });
}

/** What an action must not have caused. A page that a person opens is its slug, and nothing of the case. */
async function afterwards(page: Page, egress: Egress, { key, role }: Found, base: string): Promise<string[]> {
  const opened = page
    .context()
    .pages()
    .filter((each) => each !== page);
  for (const each of opened) await each.waitForLoadState().catch(() => {});
  await page.waitForLoadState();
  const seen = notVisits(egress);
  for (const each of opened) await each.close();
  const visits = seen.filter((what) => what.startsWith('navigation '));
  for (const visit of visits) expectSlugOnly(visit.replace(/^navigation GET /, ''), base);
  if (visits.length > 0 && (role === 'link' || role === 'option')) return [];
  return seen.map((what) => `${key} caused: ${what}`);
}

/** Whether the page shows the case as it was, if need be after an undo. */
async function goBack(page: Page, start: string): Promise<boolean> {
  if (new URL(page.url()).pathname !== '/') {
    // The case is kept over a visit to another page.
    await page.goBack();
    await page.getByRole('region', { name: 'What to do' }).getByRole('heading').first().waitFor();
    await settle(page);
    await onlyThisRecent(page);
  }
  if ((await caseOf(page)) === start) return true;
  if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
  const undo = page.getByRole('button', { name: 'Undo' }).first();
  if (await undo.isEnabled({ timeout: 1_000 }).catch(() => false)) await undo.click();
  await page.waitForTimeout(150);
  return (await caseOf(page)) === start;
}

async function closeDialog(page: Page): Promise<boolean> {
  if ((await page.getByRole('dialog').count()) === 0) return false;
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return true;
}

/** Opens what an element stood in when it was first seen. */
async function walkTo(page: Page, key: string, parents: Map<string, string | null>): Promise<boolean> {
  const way: string[] = [];
  for (let at = parents.get(key) ?? null; at !== null && way.length < 8; at = parents.get(at) ?? null)
    way.unshift(at);
  for (const step of way) {
    const found = (await elements(page)).find((each) => each.key === step);
    if (found) await operate(page, found);
    await page.waitForTimeout(200);
  }
  return (await elements(page)).some((each) => each.key === key);
}

/** Leaks of every kind. Each must be seen by the same watch that finds nothing above. */
const LEAKS: { name: string; leak: (text: string) => void }[] = [
  { name: 'a fetch of the same host', leak: (text) => void fetch(`/x?${encodeURIComponent(text)}`) },
  { name: 'a fetch without any of it', leak: () => void fetch('/known-incident') },
  {
    name: 'a post',
    leak: (text) => void fetch('/x', { method: 'POST', body: btoa(unescape(encodeURIComponent(text))) }),
  },
  { name: 'a beacon', leak: (text) => void navigator.sendBeacon('/x', text) },
  { name: 'an image', leak: (text) => void (new Image().src = `/x.png?${encodeURIComponent(text)}`) },
  { name: 'an image elsewhere', leak: () => void (new Image().src = 'https://faultbook.example/x.png') },
  { name: 'a prefetch', leak: () => hint('prefetch', '/incidents/sync-hang-on-container-stop/') },
  { name: 'a name looked up', leak: () => hint('dns-prefetch', 'https://hunter2.faultbook.example') },
  { name: 'a socket', leak: () => void new WebSocket(`ws://${location.host}/x`) },
  { name: 'WebRTC', leak: () => void new RTCPeerConnection({ iceServers: [{ urls: 'stun:x.example' }] }) },
  {
    name: 'a worker',
    leak: () => void new Worker(URL.createObjectURL(new Blob([`fetch('${location.origin}/from-a-worker')`]))),
  },
  { name: 'a window', leak: (text) => void open(`/x?${encodeURIComponent(text.slice(0, 99))}`) },
];
declare function hint(rel: string, href: string): void;

test('the same watch sees every kind of leak', async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const blind: string[] = [];
  for (const { name, leak } of LEAKS) {
    const context = await browser.newContext({ baseURL: baseURL!, serviceWorkers: 'allow' });
    const egress = await watchEgress(context, SECRET);
    await context.addInitScript(
      `function hint(rel, href) { document.head.append(Object.assign(document.createElement('link'), { rel, href })); }
       document.addEventListener('paste', (event) => { try { (${leak.toString()})(event.clipboardData.getData('text/plain')); } catch {} }, true);`,
    );
    const page = await context.newPage();
    await openTriage(page);
    await settle(page);
    egress.forget();
    await paste(page, withSecret(STACK));
    await expect(cause(page)).toBeVisible();
    await page.waitForTimeout(400);
    const told = notVisits(egress);
    if (told.length === 0) blind.push(name);
    if (leak.toString().includes('text)') && !leak.toString().includes('()') && egress.carried.length === 0)
      blind.push(`${name}: what it carried`);
    await context.close();
  }
  expect(blind).toEqual([]);
});
