/** The longest task of the main thread in Chromium while the page reads a file of 100 MB. Needs `out/`. */

import type { Browser, Page } from '@playwright/test';
import { withTriagePage } from './browser';
import { LARGE, makeLarge } from './logs';
import { round, type Figure } from './measure';

const MOST = 50;
const TASK = 'longest main-thread task while the page reads 100 MB';

export async function benchPage(): Promise<Figure[]> {
  makeLarge();
  const figures = await withTriagePage(readLarge);
  return figures ?? [notMeasured('run npm run build first')];
}

const notMeasured = (note: string): Figure => ({ what: TASK, value: Number.NaN, unit: 'ms', note });

async function readLarge(page: Page): Promise<Figure[]> {
  const browser = page.context().browser() as Browser;
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
  if (slow) return [notMeasured('the page gave no answer within a minute: is out/ of this source?')];
  return [
    {
      what: TASK,
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
