/** What a person does on the triage page. */

import { expect, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

/** A paste of the book, by incident and file. */
export function sample(incident: string, name: string): string {
  return readFileSync(`content/incidents/${incident}/${name}`, 'utf8');
}

/** Opens the page and waits until the book is loaded: the samples are there. */
export async function openTriage(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('region', { name: 'Or try a sample' }).getByRole('button').first().waitFor();
}

/** A paste as the browser delivers it, at whatever has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', value);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

/** Drops files made of text or bytes onto the page. */
export async function drop(page: Page, files: { name: string; content: string | number[] }[]): Promise<void> {
  await page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, content } of given) {
      const body = typeof content === 'string' ? content : new Uint8Array(content);
      dataTransfer.items.add(new File([body], name));
    }
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, files);
}

/** The first finding: the heading of "What to do", and its link. */
export function cause(page: Page) {
  return page
    .getByRole('region', { name: 'What to do' })
    .getByRole('heading', { level: 1 })
    .getByRole('link');
}

export function pasted(page: Page) {
  return page.getByRole('region', { name: 'Your paste, with evidence' });
}

/** Opens search with its key; a page that is not alive yet hears no keys. */
export async function openSearch(page: Page, key = 'Control+k'): Promise<Locator> {
  const box = page.getByRole('combobox', { name: 'Search the incidents' });
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(box).toBeFocused({ timeout: 1000 });
  }).toPass();
  return box;
}

/** Forgets the case, from the menu of its bar. */
export async function forget(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Forget this case' }).click();
}
