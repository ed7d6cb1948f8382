/** Every interactive element of a page, by role and name, so that a journey can use each of them and count what it missed. */

import type { Page } from '@playwright/test';

export interface Found {
  /** Role, name and which one of them: the same after the page was opened anew. */
  key: string;
  role: string;
  /** Value of the attribute that leads to it; valid until the next look. */
  mark: string;
  href?: string;
}

export const MARK = 'data-e2e-mark';

/** Roles by which assistive technology operates a page; `summary` has none that Playwright knows. */
export const ROLES = [
  ...(['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'switch', 'tab'] as const),
  ...([
    'menuitem',
    'menuitemradio',
    'menuitemcheckbox',
    'option',
    'slider',
    'spinbutton',
    'treeitem',
  ] as const),
];

/** What can be operated now. While a dialog opens or closes, roles come and go: then it is looked again. */
export async function elements(page: Page): Promise<Found[]> {
  let found = await look(page);
  for (let tries = 0; tries < 5 && found.some(({ role }) => role === 'a' || role === 'textarea'); tries++) {
    await page.waitForTimeout(200);
    found = await look(page);
  }
  return found;
}

/** Found by role, and everything in the page that could be operated without one. */
async function look(page: Page): Promise<Found[]> {
  const marks = await page.evaluate((mark) => {
    document.querySelectorAll(`[${mark}]`).forEach((each) => each.removeAttribute(mark));
    return 0;
  }, MARK);
  let next = marks;
  for (const role of ROLES) {
    const first = next;
    next = await page.getByRole(role).evaluateAll(
      (all, given) => {
        let at = given.first;
        for (const each of all)
          if (!each.hasAttribute(given.mark)) each.setAttribute(given.mark, `${at++} ${given.role}`);
        return at;
      },
      { mark: MARK, first, role },
    );
  }
  return page.evaluate(
    ({ mark, from }) => {
      const OPERABLE =
        'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [contenteditable], [onclick], video[controls], audio[controls]';
      let at = from;
      for (const each of document.querySelectorAll(OPERABLE))
        // What a dialog hides for now is found when it is closed.
        if (
          !each.hasAttribute(mark) &&
          !each.closest('[aria-hidden=true], [inert], [data-radix-focus-guard]')
        )
          each.setAttribute(mark, `${at++} ${each.tagName.toLowerCase()}`);
      const counts = new Map<string, number>();
      // Behind an open dialog or menu nothing can be operated.
      const root = document.querySelector('dialog:modal, [role=dialog], [role=menu]') ?? document;
      return [...root.querySelectorAll<HTMLElement>(`[${mark}]`)].flatMap((each) => {
        const role = each.getAttribute(mark)!.replace(/^\d+ /, '');
        const shown = each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled');
        if (!shown && !(each instanceof HTMLInputElement && each.type === 'file')) return [];
        // A field is called by its label and not by what is in it.
        const field =
          'labels' in each && !each.matches('button') ? (each as HTMLInputElement).labels?.[0] : undefined;
        const label =
          each.getAttribute('aria-label') ??
          (field
            ? (field.firstChild?.textContent ?? '')
            : each.textContent || each.getAttribute('placeholder') || '');
        const place = each.closest('section[aria-label], dialog, [role=dialog], article[aria-label]');
        // Results and kept things are named by what was typed: there the first word and the count must do.
        const typed = each.matches('[role=option]') || each.closest('[role=dialog] li, dialog li');
        const words = label.trim().replace(/\s+/g, ' ');
        const called = each.matches('[role=option]') ? '' : typed ? words.split(' ')[0]! : words.slice(0, 70);
        const name = `${role} “${called}” in ${place?.getAttribute('aria-label') ?? place?.tagName ?? 'page'}`;
        const nth = (counts.get(name) ?? 0) + 1;
        counts.set(name, nth);
        const href = each instanceof HTMLAnchorElement ? { href: each.href } : {};
        return [{ key: `${name} #${nth}`, role, mark: each.getAttribute(mark)!, ...href }];
      });
    },
    { mark: MARK, from: next },
  );
}
