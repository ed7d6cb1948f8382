/**
 * Uses every element of a page once, as a person would, and comes back to where it was. Pages that open must answer
 * with 204, so that the asking is seen and the page stays.
 */

import { expect, type Page } from '@playwright/test';
import { elements, MARK, type Found } from './elements';

export interface Tour {
  /** Brings a new page to the state whose elements are used. */
  open(): Promise<void>;
  /** Called after each use, with what was used; the page may stand elsewhere by now. */
  after(used: Found): Promise<void>;
  /** What is typed into fields and put into files. */
  text: string;
}

export interface Toured {
  used: string[];
  /** Seen once, and never again when its turn came. */
  missed: string[];
}

/** What ends or changes the case has its turn after everything that only looks at it; pages to open come last. */
const LATER = /forget|start over|remove|delete|take back|undo|redo|did it help|it helped|it did not/i;
const turn = ({ key, role }: Found) => (role === 'link' ? 2 : LATER.test(key) ? 1 : 0);

export async function useEverything(page: Page, tour: Tour): Promise<Toured> {
  const done = new Set<string>();
  /** Element → the one that brought it to light; null for what stands there from the beginning. */
  const parents = new Map<string, string | null>();
  const missed = new Set<string>();
  /** What could not be reached once gets a second chance. */
  const again = new Set<string>();
  let last: string | null = null;
  let start = '';
  const reopen = async () => {
    await tour.open();
    start = await caseOf(page);
    last = null;
  };
  await reopen();
  for (;;) {
    const here = await elements(page);
    for (const { key } of here) if (!parents.has(key)) parents.set(key, last);
    for (const { key, href } of here) if (href && done.has(href)) done.add(key);
    // What has just come to light first: it may be gone after the next step.
    const age = [...parents.keys()];
    const [next] = here
      .filter(({ key }) => !done.has(key))
      .sort(
        (a, b) =>
          turn(a) - turn(b) || age.indexOf(parents.get(b.key) ?? '') - age.indexOf(parents.get(a.key) ?? ''),
      );
    if (next) {
      done.add(next.key);
      if (next.href) done.add(next.href);
      // It may have gone or been covered since the look: then it has its turn later, on a new page.
      if (!(await operate(page, next, tour.text))) {
        missed.add(next.key);
        if (!again.has(next.key)) {
          again.add(next.key);
          done.delete(next.key);
          missed.delete(next.key);
          await reopen();
        }
        continue;
      }
      last = next.key;
      await tour.after(next);
      if (!(await comeBack(page, start))) await reopen();
      continue;
    }
    if (await closeDialog(page)) continue;
    const behind = [...parents.keys()].find((key) => !done.has(key) && !missed.has(key));
    if (behind === undefined) break;
    await reopen();
    if (!(await walkTo(page, behind, parents, tour.text))) missed.add(behind);
    else last = parents.get(behind) ?? null;
  }
  return { used: [...parents.keys()].filter((key) => done.has(key)), missed: [...missed] };
}

/** Does with an element what it is there for; false when it could not be reached. */
async function operate(page: Page, found: Found, text: string): Promise<boolean> {
  page.setDefaultTimeout(2_000);
  try {
    const opens = await page.locator(`[${MARK}="${found.mark}"]`).getAttribute('aria-haspopup');
    await use(page, found, text);
    // What a person waits for before the next step.
    if (opens === 'dialog' || opens === 'menu') await page.getByRole(opens).waitFor();
  } catch {
    return false;
  } finally {
    page.setDefaultTimeout(30_000);
  }
  await page.evaluate(stillness, 150).catch(() => {});
  return true;
}

/** Runs in the page: comes back when nothing in it has changed for so many milliseconds and no answer is awaited, or after two seconds. */
function stillness(quiet: number): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      observer.disconnect();
      done();
    };
    const look = () => {
      if (document.querySelector('[aria-busy=true]')) timer = setTimeout(look, quiet);
      else end();
    };
    let timer = setTimeout(look, quiet);
    const observer = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(look, quiet);
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    setTimeout(end, 2_000);
  });
}

async function use(page: Page, { role, mark }: Found, text: string): Promise<void> {
  const target = page.locator(`[${MARK}="${mark}"]`);
  const kind = await target.evaluate((each) => (each instanceof HTMLInputElement ? each.type : each.tagName));
  if (kind === 'file')
    return target.setInputFiles({
      name: `${text}.log`,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    });
  if (kind === 'SELECT') {
    const values = await target
      .locator('option')
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
    const current = await target.inputValue();
    await target.selectOption(values.find((value) => value !== current) ?? current);
    return;
  }
  if (['TEXTAREA', 'text', 'search', 'number'].includes(kind) && (await target.isEditable())) {
    await target.fill(`${text} something`);
    return page.keyboard.press('Control+Enter');
  }
  // With the keyboard, as everything must work; what is chosen from a list never has the focus itself.
  await target.focus();
  const focused = await target.evaluate((each) => each === document.activeElement);
  if (/^(div|section|ul|ol|pre|textbox)$/.test(role)) return page.keyboard.press('End');
  if (focused && role !== 'option')
    return page.keyboard.press(/checkbox|radio|switch/.test(role) ? 'Space' : 'Enter');
  await target.click();
}

/** The case as the tab keeps it. It is written a little later, or when the page is left: so the page is told that it is. */
const caseOf = (page: Page) =>
  page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    return sessionStorage.getItem('faultbook-case') ?? '';
  });

/** Whether the page shows the case as it was, after an undo if need be. An open dialog is left open: it has elements too. */
async function comeBack(page: Page, start: string): Promise<boolean> {
  if ((await caseOf(page)) === start) return true;
  await closeDialog(page);
  const undo = page.getByRole('button', { name: 'Undo' }).first();
  if (!(await undo.isEnabled({ timeout: 500 }).catch(() => false))) return false;
  await undo.click();
  await page.evaluate(stillness, 150);
  return expect
    .poll(() => caseOf(page), { timeout: 2_000 })
    .toBe(start)
    .then(
      () => true,
      () => false,
    );
}

async function closeDialog(page: Page): Promise<boolean> {
  const covering = page.getByRole('dialog').or(page.getByRole('menu'));
  if ((await covering.count()) === 0) return false;
  await page.keyboard.press('Escape');
  await expect(covering).toHaveCount(0);
  return true;
}

/** Opens what an element stood in when it was first seen. */
async function walkTo(
  page: Page,
  key: string,
  parents: Map<string, string | null>,
  text: string,
): Promise<boolean> {
  const way: string[] = [];
  for (let at = parents.get(key) ?? null; at !== null && way.length < 8; at = parents.get(at) ?? null)
    way.unshift(at);
  for (const step of [...way, key]) {
    let found: Found | undefined;
    await expect
      .poll(async () => (found = (await elements(page)).find((each) => each.key === step)), {
        timeout: 3_000,
      })
      .toBeTruthy()
      .catch(() => {});
    if (!found) return false;
    if (step !== key) await operate(page, found, text);
  }
  return true;
}
