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
    await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
    const start = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(LARGE);
    const answered = page.getByText(/A large file: all \d+ lines/).first();
    const slow = await answered.waitFor({ timeout: 60_000, state: 'attached' }).then(
      () => false,
      () => true,
    );
    const time = performance.now() - start;
    // What is drawn last belongs to the answer.
    await page.waitForTimeout(500);
    const { cpu, wall } = longestTask(await browser.stopTracing());
    if (slow)
      return [notMeasured('the page gave no answer within a minute: is out/ of this source? npm run build')];
    return [
      {
        what,
        value: round(cpu),
        unit: 'ms',
        budget: `at most ${MOST} ms`,
        kept: cpu <= MOST,
        note: `CPU time of the thread; ${round(wall)} ms by the clock`,
      },
      {
        what: 'file of 100 MB dropped on the page to answer',
        value: round(time),
        unit: 'ms',
        note: 'by the clock',
      },
    ];
  } finally {
    await browser.close();
    server.kill();
  }
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds: by the clock, and of the thread's CPU. */
  dur?: number;
  tdur?: number;
  args?: { name?: string };
}

/** The longest task of a page's main thread, in milliseconds of its CPU time and by the clock. */
function longestTask(trace: Buffer): { cpu: number; wall: number } {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ pid, tid, ph }) => ph === 'X' && mains.has(`${pid} ${tid}`));
  const most = (times: (number | undefined)[]): number =>
    times.reduce<number>((longest, time = 0) => Math.max(longest, time), 0) / 1000;
  return { cpu: most(tasks.map(({ tdur }) => tdur)), wall: most(tasks.map(({ dur }) => dur)) };
}

/** Waits until a server answers. */
export async function ready(address: string): Promise<void> {
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
