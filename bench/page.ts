/** The longest task of the main thread in Chromium while the page reads a file of 100 MB. Needs `out/`. */

import type { Page } from '@playwright/test';
import { withTriagePage } from './browser';
import { LARGE, makeLarge } from './logs';
import { round, type Figure } from './measure';
import { tasksOf } from './tasks';

const MOST = 50;
const TASK = 'longest main-thread task while the page reads 100 MB';

export async function benchPage(): Promise<Figure[]> {
  makeLarge();
  const figures = await withTriagePage(readLarge);
  return figures ?? [notMeasured('run npm run build first')];
}

const notMeasured = (note: string): Figure => ({ what: TASK, value: Number.NaN, unit: 'ms', note });

async function readLarge(page: Page): Promise<Figure[]> {
  let slow = false;
  let time = Number.NaN;
  const { processor, wall } = await tasksOf(page, async () => {
    const start = performance.now();
    await page.locator('input[type=file]').first().setInputFiles(LARGE);
    const answered = page.getByText(/A large file: all \d+ lines/).first();
    slow = await answered.waitFor({ timeout: 60_000, state: 'attached' }).then(
      () => false,
      () => true,
    );
    time = performance.now() - start;
    // What is drawn last belongs to the answer.
    await page.waitForTimeout(500);
  });
  if (slow) return [notMeasured('the page gave no answer within a minute: is out/ of this source?')];
  return [
    {
      what: TASK,
      value: round(processor),
      unit: 'ms',
      budget: `at most ${MOST} ms`,
      kept: processor <= MOST,
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
