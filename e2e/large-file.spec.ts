import { expect, test, type Page } from '@playwright/test';
import { cause, openTriage, paste, sample } from './actions';

const KMEM = sample('cgroup-kmem-leak-no-space', 'hit-containerd-runc.txt');
const QUIET =
  'I0513 10:00:00.000001    2143 kubelet.go:1958] "SyncLoop (PLEG): event for pod" pod="shop/web-0"\n';

/** Drops a log of `megabytes`, with `inside` in its middle. The same bytes over and over cost no memory. */
async function dropLog(page: Page, megabytes: number, inside = '', gzip = false): Promise<void> {
  await page.evaluate(
    async ({ line, size, text, packed }) => {
      let half = new Blob([line.repeat(Math.ceil(1e6 / line.length))]);
      for (let megabyte = 1; megabyte < size / 2; megabyte *= 2) half = new Blob([half, half]);
      const whole = new Blob([half, text, half]);
      const body = packed
        ? await new Response(whole.stream().pipeThrough(new CompressionStream('gzip'))).blob()
        : whole;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([body], packed ? 'node.log.gz' : 'node.log'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    { line: QUIET, size: megabytes, text: inside, packed: gzip },
  );
}

for (const [name, gzip] of [
  ['plain', false],
  ['gzip', true],
] as const) {
  test(`a large log, ${name}: it is read in the worker, and its one bad moment is found`, async ({
    page,
  }) => {
    await openTriage(page);
    await dropLog(page, 32, KMEM, gzip);
    await expect(cause(page)).toHaveText(/Kernel-memory accounting leaks/, { timeout: 20_000 });
    await expect(page.getByText(/A large file: all \d+ lines were searched/).first()).toBeAttached();
  });
}

test('a large log shows how far it is, can be stopped, and the page goes on', async ({ page }) => {
  await openTriage(page);
  await dropLog(page, 1024);
  await expect(page.getByRole('progressbar', { name: 'Reading node.log' })).toBeVisible();
  await expect(page.getByText(/\d of \d+ MB, [\d.]+ MB a second/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop reading' }).click();
  await expect(page.getByText('node.log was not read: you stopped it.')).toBeVisible();
  await paste(page, KMEM);
  await expect(cause(page)).toHaveText(/Kernel-memory accounting leaks/);
});
