/** The longest task of the main thread in Chromium while the page reads a file of 100 MB. Needs `out/`. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { systemChromium } from '../bin/chromium.mjs';
import { LARGE, makeLarge } from './logs';
import { round, type Figure } from './measure';

const PORT = 4173;
const MOST = 50;

export async function benchPage(): Promise<Figure[]> {
  const what = 'longest main-thread task while the page reads 100 MB';
  const notMeasured = (note: string): Figure => ({ what, value: Number.NaN, unit: 'ms', note });
  if (!existsSync('out/index.html')) return [notMeasured('run npm run build first')];
  makeLarge();
  const server = spawn(process.execPath, ['bin/serve.mjs'], { env: { ...process.env, PORT: String(PORT) } });
  const executablePath = systemChromium();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}) });
  try {
    const page = await browser.newPage();
    await ready(`http://localhost:${PORT}/`);
    await page.goto(`http://localhost:${PORT}/`);
    await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) =>
        tasks.push(...list.getEntries().map((entry) => entry.duration)),
      ).observe({
        type: 'longtask',
      });
    });
    const start = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(LARGE);
    const answered = page.getByText(/A large file: all \d+ lines/).first();
    const slow = await answered.waitFor({ timeout: 60_000, state: 'attached' }).then(
      () => false,
      () => true,
    );
    if (slow)
      return [notMeasured('the page gave no answer within a minute: is out/ of this source? npm run build')];
    const time = performance.now() - start;
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
    const longest = Math.max(0, ...tasks);
    return [
      {
        what,
        value: round(longest),
        unit: 'ms',
        budget: `at most ${MOST} ms`,
        kept: longest <= MOST,
        note:
          longest === 0
            ? 'no task reached the 50 ms at which Chromium begins to report'
            : `${tasks.length} tasks over 50 ms`,
      },
      { what: 'file of 100 MB dropped on the page to answer', value: round(time), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    server.kill();
  }
}

async function ready(address: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    if (
      await fetch(address).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${address} does not answer`);
}
