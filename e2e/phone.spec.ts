import { expect, test } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { cause, openTriage, paste, pasted, sample } from './actions';

/** The first hit of every incident of the book. */
const HITS = readdirSync('content/incidents').map((incident) => ({
  incident,
  file: readdirSync(`content/incidents/${incident}`)
    .filter((name) => /^hit-.*\.txt$/.test(name))
    .sort()[0]!,
}));

/** Runs at 1440×900 and at 390×844: what must be seen without scrolling (DESIGN, section 10). */
test('of every incident: verdict, name, strongest line, first command and its risk are seen without scrolling', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await openTriage(page);
  const advice = page.getByRole('region', { name: 'What to do' });
  const first = page.getByRole('article', { name: /^Do first/ });
  for (const { incident, file } of HITS) {
    await paste(page, sample(incident, file));
    await expect(cause(page), file).toHaveAttribute('href', `/incidents/${incident}/`);
    const seen = {
      verdict: advice.getByText(/^(In the book|Not certain)/),
      incident: cause(page),
      line: advice.getByRole('button', { name: /Show it in the paste/ }).first(),
      risk: first.getByText(/^(no|low|medium|high) risk$/).first(),
      command: first.locator('code').first(),
      copy: first.getByRole('button', { name: /^Copy/ }).first(),
    };
    for (const [what, where] of Object.entries(seen))
      await expect(where, `${what} of ${incident}`).toBeInViewport({ ratio: what === 'command' ? 0.1 : 1 });
    await page.getByRole('button', { name: 'Start over' }).click();
  }
});

test('on an unknown paste the digest is seen without scrolling', async ({ page }) => {
  await openTriage(page);
  await paste(page, 'E1020 10:20:30.123456     123 quux.go:12] the flux capacitor is misaligned');
  await expect(page.getByRole('region', { name: 'Digest' }).getByText('flux capacitor')).toBeInViewport();
});

test('no line lies over another; a short paste is shown whole, a long one in three quarters of the screen', async ({
  page,
}) => {
  const stack = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');
  const pane = pasted(page);
  const rows = pane.locator('[data-row]');
  const overlaps = () =>
    rows.evaluateAll((each) => {
      const boxes = each.map((row) => row.getBoundingClientRect());
      return boxes.filter((box, at) => at > 0 && box.top < boxes[at - 1]!.bottom - 1).length;
    });
  const hidden = () => pane.evaluate((each) => each.scrollHeight - each.clientHeight);
  await openTriage(page);
  await paste(page, stack.split('\n').slice(0, 7).join('\n'));
  await expect(rows).toHaveCount(7);
  await expect.poll(hidden).toBeLessThanOrEqual(1);
  await page.getByRole('button', { name: 'Start over' }).click();
  await paste(page, Array.from({ length: 9 }, (_, at) => `${stack}\n# ${at}`).join('\n'));
  await expect.poll(() => rows.count()).toBeGreaterThan(32);
  await expect.poll(overlaps).toBe(0);
  const high = (await pane.boundingBox())!.height / page.viewportSize()!.height;
  expect(high).toBeGreaterThan(0.6);
  expect(high).toBeLessThan(0.76);
});

test('nothing is wider than the screen', async ({ page }) => {
  for (const path of [
    '/',
    '/incidents/',
    '/checks/',
    '/checks/node-ready/',
    '/map/',
    '/incidents/sync-hang-on-container-stop/',
    '/nothing/',
  ]) {
    await page.goto(path);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      path,
    ).toBeLessThanOrEqual(0);
  }
});
