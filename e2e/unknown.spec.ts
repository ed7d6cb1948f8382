import { expect, test } from '@playwright/test';
import { drop, openTriage, paste, pasted, sample, cause } from './actions';

test('an unknown paste gets an honest answer with what was recognised and what to paste next', async ({
  page,
}) => {
  await openTriage(page);
  await paste(page, 'E1020 10:20:30.123456     123 quux.go:12] the flux capacitor is misaligned');
  await expect(page.getByRole('heading', { name: 'Not in the book' })).toBeVisible();
  await expect(page.getByText('It was read as: klog')).toBeVisible();
  const digest = page.getByRole('region', { name: 'Digest' });
  await expect(digest).toContainText('flux capacitor');
  await expect(digest).toContainText('Worth pasting next');
});

test('markup in a paste is shown as text and never runs', async ({ page }) => {
  await openTriage(page);
  const hostile =
    '<script>window.broken = 1</script><img src=x onerror="window.broken = 2"> no space left on device';
  await paste(page, hostile);
  await expect(pasted(page)).toContainText('<script>window.broken = 1</script>');
  expect(await page.evaluate(() => (window as { broken?: number }).broken)).toBeUndefined();
});

test('an empty paste gets a sentence', async ({ page }) => {
  await openTriage(page);
  await paste(page, ' \n\t\n');
  await expect(page.getByText('There was no text in that paste.')).toBeVisible();
});

test('a dropped file is read and diagnosed', async ({ page }) => {
  await openTriage(page);
  await drop(page, [
    { name: 'stack.txt', content: sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt') },
  ]);
  await expect(cause(page)).toHaveAttribute('href', '/incidents/sync-hang-on-container-stop/');
  await expect(page.getByText('stack.txt').first()).toBeVisible();
});

test('a file that is no text says so, and the page stays usable', async ({ page }) => {
  await openTriage(page);
  await drop(page, [{ name: 'core', content: Array.from({ length: 4096 }, (_, index) => (index * 7) % 32) }]);
  await expect(page.getByText('core is a binary file, not text.')).toBeVisible();
  await drop(page, [{ name: 'empty.log', content: '' }]);
  await expect(page.getByText('empty.log is empty.')).toBeVisible();
  await paste(page, sample('sync-hang-on-container-stop', 'hit-seed-two-stacks.txt'));
  await expect(cause(page)).toBeVisible();
});

test('one line of 5 MB neither hangs the page nor the engine', async ({ page }) => {
  await openTriage(page);
  await paste(page, `${'x'.repeat(5_000_000)} end`);
  await expect(page.getByRole('heading', { level: 1, name: /Not in the book/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(pasted(page)).toContainText('more characters');
});

test('50 MB of one repeated line is answered', async ({ page }) => {
  await openTriage(page);
  await page.evaluate(() => {
    const line =
      'I1020 10:20:30.123456     123 sync.go:12] still alive and well, nothing to report at all here\n';
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([line.repeat(Math.ceil(50e6 / line.length))], 'big.log'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('alert')).first()).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('heading', { name: 'Paste what is on the screen' })).toBeVisible();
});
