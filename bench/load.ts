/** What the first visit of the triage page costs: bytes, the largest paint, what moves after it. Needs `out/`. */

import type { Browser, CDPSession } from '@playwright/test';
import { bookLoaded, newVisitor, withSite } from './browser';
import { median, round, type Figure } from './measure';

const RUNS = 3;
const SCRIPT_KB = 200;

/** Fast 3G as Chromium's developer tools have it (1.6 Mbit/s down, 562.5 ms with their overhead), and a slow processor. */
const FAST_3G = {
  latency: 562.5,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: 84_375,
};
const SLOW_CPU = 4;

interface Visit {
  /** Milliseconds to the largest paint. */
  paint: number;
  /** Layout shift after that paint, and of the whole visit. */
  shiftAfter: number;
  shift: number;
  /** Kilobytes as they crossed the wire: scripts before the load event, everything else. */
  scripts: number;
  rest: number;
}

export async function benchLoad(): Promise<Figure[]> {
  const visited = await withSite(async (browser, site) => ({
    plain: await visits(browser, site, false),
    slow: await visits(browser, site, true),
  }));
  if (!visited)
    return [{ what: 'first load of /', value: Number.NaN, unit: 'KB', note: 'run npm run build first' }];
  return [
    ...bytesOf(visited.plain[0]!),
    ...paintOf('first load of /', visited.plain, 1000),
    ...paintOf('the same on fast 3G and a processor 4 × slower', visited.slow, 3500),
  ];
}

function bytesOf({ scripts, rest }: Visit): Figure[] {
  return [
    {
      what: 'first load of /: scripts before it can be used, compressed',
      value: round(scripts),
      unit: 'KB',
      budget: `at most ${SCRIPT_KB} KB`,
      kept: scripts <= SCRIPT_KB,
    },
    {
      what: 'first load of /: all the rest, engine, book and samples included',
      value: round(rest),
      unit: 'KB',
    },
  ];
}

function paintOf(what: string, all: Visit[], most: number): Figure[] {
  const paint = median(all.map((visit) => visit.paint));
  const after = Math.max(...all.map((visit) => visit.shiftAfter));
  const whole = Math.max(...all.map((visit) => visit.shift));
  return [
    {
      what: `${what}: largest contentful paint`,
      value: round(paint),
      unit: 'ms',
      budget: `at most ${most} ms`,
      kept: paint <= most,
    },
    {
      what: `${what}: layout shift after it`,
      value: round(after, 4),
      unit: '',
      budget: 'none',
      kept: after === 0,
      note: `${round(whole, 4)} in the whole visit`,
    },
  ];
}

async function visits(browser: Browser, site: string, slow: boolean): Promise<Visit[]> {
  const all: Visit[] = [];
  for (let run = 0; run < RUNS; run++) all.push(await visit(browser, site, slow));
  return all;
}

/** A first visit: nothing in any cache. */
async function visit(browser: Browser, site: string, slow: boolean): Promise<Visit> {
  const context = await newVisitor(browser);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (slow) {
    await session.send('Network.emulateNetworkConditions', { offline: false, ...FAST_3G });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_CPU });
  }
  const received = receivedBytes(session);
  await page.addInitScript(watch);
  await page.goto(site, { waitUntil: 'load' });
  const scripts = received.total((url) => /\/_next\/static\/.*\.js$/.test(url));
  await bookLoaded(page);
  await page.waitForLoadState('networkidle');
  const { paints, shifts } = await page.evaluate(() => window.faultbookLoad);
  await context.close();
  const paint = Math.max(...paints);
  const sum = (values: { value: number }[]) => values.reduce((total, { value }) => total + value, 0);
  return {
    paint,
    shiftAfter: sum(shifts.filter(({ at }) => at > paint)),
    shift: sum(shifts),
    scripts,
    rest: received.total(() => true) - scripts,
  };
}

declare global {
  interface Window {
    faultbookLoad: { paints: number[]; shifts: { at: number; value: number }[] };
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  const load: Window['faultbookLoad'] = { paints: [], shifts: [] };
  window.faultbookLoad = load;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) load.paints.push(entry.startTime);
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
      load.shifts.push({ at: entry.startTime, value: entry.value });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Kilobytes that crossed the wire, headers included, by address. */
function receivedBytes(session: CDPSession): { total(wanted: (url: string) => boolean): number } {
  const urls = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    bytes.set(requestId, encodedDataLength),
  );
  return {
    total: (wanted) =>
      [...bytes].reduce((sum, [id, size]) => sum + (wanted(urls.get(id) ?? '') ? size : 0), 0) / 1024,
  };
}
