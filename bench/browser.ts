/** The production build in Chromium, for what can only be measured there. Needs `out/`: `npm run build`. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { systemChromium } from '../bin/chromium.mjs';

const PORT = Number(process.env.BENCH_PORT ?? 4273);

/** Runs `measure` on a fresh triage page whose book is loaded; null when there is no build. */
export async function withTriagePage<T>(measure: (page: Page) => Promise<T>): Promise<T | null> {
  if (!existsSync('out/index.html')) return null;
  const server = spawn(process.execPath, ['bin/serve.mjs'], { env: { ...process.env, PORT: String(PORT) } });
  const executablePath = systemChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Chromium refuses its sandbox to root, which is who runs in most containers.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await answers(`http://localhost:${PORT}/`);
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await page.goto(`http://localhost:${PORT}/`, { waitUntil: 'networkidle' });
    await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
    return await measure(page);
  } finally {
    await browser.close();
    server.kill();
  }
}

/**
 * A paste as the browser delivers it, at whatever has the focus. The text is carried into the page beforehand:
 * that is the work of this tool and not of the page. Gives the moment at which it was delivered.
 */
export async function pasteInto(page: Page, text: string): Promise<number> {
  await page.evaluate((value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', value);
    Object.assign(window, {
      waiting: new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    });
  }, text);
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    (window as unknown as { tasks?: number[] }).tasks?.splice(0);
    return new Promise<number>((pasted) => {
      setTimeout(() => {
        pasted(performance.now());
        const { waiting } = window as unknown as { waiting: Event };
        (document.activeElement ?? document.body).dispatchEvent(waiting);
      });
    });
  });
}

/** From now on keeps the length of every task of the main thread over 50 ms; `longTasks` reads them. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({ type: 'longtask' });
  });
}

export function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
}

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
