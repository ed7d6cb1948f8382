/** What the main thread of a page does while something happens, out of Chromium's own trace. */

import type { Page } from '@playwright/test';

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
  /** Microseconds: by the clock, and of the thread's processor time. */
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

/** RunTask is what the browser calls a task: between two of them it can paint and hear a key. */
const CATEGORY = 'disabled-by-default-devtools.timeline';
const TASK = 'RunTask';

/**
 * What the main thread of the page does during `act`: whole tasks, not what is nested in them. The clock also counts
 * what other programs do in the meantime; the time of the processor does not, and says what the page itself costs on
 * a busy machine.
 */
export async function tasksOf(page: Page, act: () => Promise<void>): Promise<Tasks> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: [CATEGORY] });
  await act();
  return tasksIn(JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] });
}

export function tasksIn({ traceEvents }: { traceEvents: TraceEvent[] }): Tasks {
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => name === TASK && ph === 'X' && mains.has(`${pid}/${tid}`),
  );
  const ms = (of: 'dur' | 'tdur') => tasks.map((task) => (task[of] ?? 0) / 1000);
  return {
    wall: Math.max(0, ...ms('dur')),
    processor: Math.max(0, ...ms('tdur')),
    sum: ms('tdur').reduce((all, each) => all + each, 0),
  };
}
