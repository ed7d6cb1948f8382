import { expect, test } from '@playwright/test';
import { cause, forget, openTriage, paste, pasted, sample } from './actions';

const STACK = sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt');
const parts = 'Parts of this case';

test('a reload keeps the case, and "forget this case" forgets it at once', async ({ page }) => {
  await openTriage(page);
  await paste(page, STACK);
  await expect(cause(page)).toBeVisible();
  await page.reload();
  await expect(cause(page)).toHaveAttribute('href', '/incidents/sync-hang-on-container-stop/');
  await forget(page);
  await expect(page.getByRole('heading', { name: 'Paste what is on the screen' })).toBeVisible();
  const left = () =>
    page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]));
  expect(await left()).not.toContain('RunPodSandbox');
  expect(await left()).not.toContain(STACK.split('\n')[0]);
  await expect(page.getByRole('button', { name: /^(Undo|Redo)$/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Paste what is on the screen' })).toBeVisible();
});

test('of a long paste the first 1 MB and the evidence survive a reload, and that is said', async ({
  page,
}) => {
  await openTriage(page);
  const noise = Array.from({ length: 40_000 }, (_, at) => `nothing to see here, this is line ${at}`).join(
    '\n',
  );
  await paste(page, `${noise}\n${STACK}`);
  await expect(cause(page)).toHaveAttribute('href', '/incidents/sync-hang-on-container-stop/');
  await page.reload();
  await expect(page.getByText('Paste 1 was shortened when the page was loaded again').first()).toBeAttached();
  await expect(pasted(page).locator('mark').first()).toBeAttached();
});

test('at the time limit the engine starts again without the network, and the case is still there', async ({
  page,
}) => {
  // The first worker never hears of a case with this word in it: as a pattern that does not come back.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: never[]) {
      if (JSON.stringify(message).includes('hang-here') && !JSON.stringify(message).includes('go-on')) return;
      return post.call(this, message, ...rest);
    } as typeof post;
  });
  await openTriage(page);
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) asked.push(request.url());
  });
  await paste(page, 'hang-here');
  await expect(page.getByText('This took longer than 10 seconds')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('heading', { name: 'No answer yet' })).toBeVisible();
  await expect(page.getByRole('list', { name: parts }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Add output' }).click();
  await paste(page, `go-on\n${STACK}`);
  await expect(cause(page)).toBeVisible();
  await expect(page.getByRole('list', { name: parts }).getByRole('listitem')).toHaveCount(2);
  expect(asked).toEqual([]);
});
