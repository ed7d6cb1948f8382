/** The production build in Chromium, for what can only be measured there. Needs `out/`: `npm run build`. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from '../bin/chromium.mjs';

const PORT = Number(process.env.BENCH_PORT ?? 4273);
const SITE = `http://localhost:${PORT}/`;

/** Serves the build and starts a browser for `measure`; null when there is no build. */
export async function withSite<T>(
  measure: (browser: Browser, site: string) => Promise<T>,
): Promise<T | null> {
  if (!existsSync('out/index.html')) return null;
  const server = spawn(process.execPath, ['bin/serve.mjs'], { env: { ...process.env, PORT: String(PORT) } });
  const browser = await chromium.launch(launchOptions());
  try {
    await answers(SITE);
    return await measure(browser, SITE);
  } finally {
    await browser.close();
    server.kill();
  }
}

/** A browser that has never seen the site, without a service worker that would load all of it meanwhile. */
export function newVisitor(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
}

/** Runs `measure` on a fresh triage page whose book is loaded; null when there is no build. */
export function withTriagePage<T>(measure: (page: Page) => Promise<T>): Promise<T | null> {
  return withSite(async (browser, site) => {
    const page = await (await newVisitor(browser)).newPage();
    await page.goto(site, { waitUntil: 'networkidle' });
    await bookLoaded(page);
    return measure(page);
  });
}

/** The samples are there when the book is. */
export async function bookLoaded(page: Page): Promise<void> {
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
}

/** Carries a text into the page as a paste that waits: that is the work of this tool and not of the page. */
export async function carry(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', value);
    Object.assign(window, {
      waiting: new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    });
  }, text);
  await page.waitForTimeout(300);
}

/** Delivers the waiting paste at whatever has the focus, in a task of its own; gives the moment. */
export function deliver(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((pasted) => {
        setTimeout(() => {
          pasted(performance.now());
          const { waiting } = window as unknown as { waiting: Event };
          (document.activeElement ?? document.body).dispatchEvent(waiting);
        });
      }),
  );
}

/** Waits until a server answers. */
async function answers(address: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const ok = await fetch(address).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${address} does not answer`);
}
