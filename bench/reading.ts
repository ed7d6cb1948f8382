/** The page as a reader meets it: from paste to painted answer, and scrolling through 200,000 lines. */

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { noise, noiseLines } from '../lib/triage/test-noise';
import { carry, deliver, withTriagePage } from './browser';
import { median, round, type Figure } from './measure';
import { tasksOf } from './tasks';

const EVIDENCE = readFileSync(
  'content/incidents/sync-hang-on-container-stop/hit-seed-two-stacks.txt',
  'utf8',
);
const MOST_PAINT_MS = 150;
const MOST_TASK_MS = 50;
const LEAST_FRAMES = 50;
const PAINT_RUNS = 7;
const SCROLL_MS = 4000;

const BUILD_FIRST: Figure = {
  what: 'reading in Chromium',
  value: Number.NaN,
  unit: '',
  note: 'run npm run build first',
};

export async function benchReading(): Promise<Figure[]> {
  const figures: Figure[] = [];
  const paints: number[] = [];
  for (let run = 0; run < PAINT_RUNS; run++) {
    const time = await withTriagePage(async (page) => {
      await carry(page, `${noise(100_000)}\n${EVIDENCE}`);
      return paintOf(page);
    });
    if (time === null) return [BUILD_FIRST];
    paints.push(time);
  }
  const painted = median(paints);
  const cost = await withTriagePage(async (page) => {
    await carry(page, `${noise(100_000)}\n${EVIDENCE}`);
    return tasksOf(page, async () => void (await paintOf(page)));
  });
  figures.push({
    what: 'paste of 100 KB to painted answer, in Chromium',
    value: round(painted),
    unit: 'ms',
    budget: `at most ${MOST_PAINT_MS} ms`,
    kept: painted <= MOST_PAINT_MS,
    note: `median of ${PAINT_RUNS} fresh pages; main thread ${round(cost?.sum ?? Number.NaN)} ms of the processor`,
  });
  for (const { what, text } of BIG) {
    const tasks = await withTriagePage(async (page) => {
      await carry(page, text());
      return tasksOf(page, async () => {
        await paintOf(page);
        await page.waitForTimeout(500);
      });
    });
    if (tasks === null) return [BUILD_FIRST];
    figures.push({
      what: `longest main-thread task: ${what}`,
      value: round(tasks.wall),
      unit: 'ms',
      budget: `at most ${MOST_TASK_MS} ms`,
      kept: tasks.wall <= MOST_TASK_MS,
      note: `at most ${round(tasks.processor)} ms of the processor in one task`,
    });
  }
  for (const wrap of [true, false]) {
    const scroll = await withTriagePage((page) => scrollOf(page, wrap));
    if (scroll === null) return [BUILD_FIRST];
    figures.push({
      what: `frames a second while 200,000 lines scroll, ${wrap ? 'wrapped' : 'not wrapped'}`,
      value: round(scroll.rate, 1),
      unit: '',
      budget: `at least ${LEAST_FRAMES}`,
      kept: scroll.rate >= LEAST_FRAMES,
      note: `${round(scroll.busy, 1)} ms of the processor a frame; ${scroll.late} of ${scroll.frames} frames later than 25 ms; ${scroll.lines.toLocaleString('en')} lines passed`,
    });
  }
  return figures;
}

const BIG = [
  { what: 'paste of 10 MB', text: () => `${noise(10_000_000)}\n${EVIDENCE}` },
  {
    what: 'one line of 5 MB',
    text: () => `${'x'.repeat(2_500_000)} ${'word '.repeat(500_000)}\n${EVIDENCE}`,
  },
];

/** Milliseconds from the paste event to the frame after the answer stands on the page. */
async function paintOf(page: Page): Promise<number> {
  await page.evaluate(() => {
    const painted = new Promise<number>((done) => {
      const seen = new MutationObserver(() => {
        if (!document.querySelector('[aria-label="What to do"] h1')) return;
        seen.disconnect();
        // The first task after the next frame: what was there when the frame began has been painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now());
          port2.postMessage(null);
        });
      });
      seen.observe(document.body, { childList: true, subtree: true });
    });
    Object.assign(window, { painted });
  });
  const start = await deliver(page);
  return (await page.evaluate(() => (window as unknown as { painted: Promise<number> }).painted)) - start;
}

/** Lines of every length, some of which wrap: 200,000 of them in less than 10 MB. */
function manyLines(): string {
  const next = noiseLines(7);
  const lines = Array.from({ length: 200_000 }, (_, at) => {
    const line = next().trimEnd();
    return at % 8 === 0 ? line : line.slice(0, 36);
  });
  return `${lines.join('\n')}\n${EVIDENCE}`;
}

async function scrollOf(page: Page, wrap: boolean) {
  await carry(page, manyLines());
  await paintOf(page);
  await page.getByRole('button', { name: 'Unfold all' }).click();
  if (!wrap) await page.getByRole('button', { name: 'Wrap' }).click();
  const pane = page.getByRole('region', { name: 'Your paste, with evidence' });
  await pane.press('Home');
  const box = (await pane.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const deltas: number[] = [];
    Object.assign(window, { deltas });
    let last = performance.now();
    const tick = (now: number) => {
      deltas.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  let deltas: number[] = [];
  const { sum } = await tasksOf(page, async () => {
    const until = Date.now() + SCROLL_MS;
    for (let turn = 0; Date.now() < until; turn++) await page.mouse.wheel(0, turn % 5 === 4 ? 4000 : 600);
    deltas = await page.evaluate(() => (window as unknown as { deltas: number[] }).deltas.slice(2));
  });
  const line = await pane.locator('[data-line]').first().getAttribute('data-line');
  return {
    /** Frames a second. */
    rate: (1000 * deltas.length) / deltas.reduce((sum, each) => sum + each, 0),
    busy: sum / deltas.length,
    late: deltas.filter((each) => each > 25).length,
    frames: deltas.length,
    lines: Number(line),
  };
}
