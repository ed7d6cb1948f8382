/** The production build in Chromium, for what can only be measured there. Needs `out/`: `npm run build`. */

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { launchOptions } from '../bin/chromium.mjs';

const PORT = Number(process.env.BENCH_PORT ?? 4273);

/** Runs `measure` on a fresh triage page whose book is loaded; null when there is no build. */
export async function withTriagePage<T>(measure: (page: Page) => Promise<T>): Promise<T | null> {
  if (!existsSync('out/index.html')) return null;
  const server = spawn(process.execPath, ['bin/serve.mjs'], { env: { ...process.env, PORT: String(PORT) } });
  const browser = await chromium.launch(launchOptions());
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

export interface Tasks {
  /** The longest one by the clock, and the most that one took of the processor, in milliseconds. */
  wall: number;
  processor: number;
  /** All of them together, of the processor. */
  sum: number;
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/**
 * What the main thread of the page does during `act`. The clock also counts what other programs do in the
 * meantime; the time of the processor does not, and says what the page itself costs on a busy machine.
 */
export async function tasksOf(page: Page, act: () => Promise<void>): Promise<Tasks> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && main.has(`${pid}/${tid}`),
  );
  const ms = (of: 'dur' | 'tdur') => tasks.map((task) => (task[of] ?? 0) / 1000);
  return {
    wall: Math.max(0, ...ms('dur')),
    processor: Math.max(0, ...ms('tdur')),
    sum: ms('tdur').reduce((all, each) => all + each, 0),
  };
}

/** Waits until a server answers. */
export async function answers(address: string): Promise<void> {
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
