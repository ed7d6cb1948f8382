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

/**
 * Everything that can be operated now: what has a role by its tag or by its attribute, and what takes the focus. One
 * look at the page, because a journey looks hundreds of times.
 */
export async function elements(page: Page): Promise<Found[]> {
  return page.evaluate((mark) => {
    const OPERABLE =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [contenteditable], [onclick], video[controls], audio[controls], [tabindex]:not([tabindex="-1"]), [role=button], [role=link], [role=textbox], [role=searchbox], [role=combobox], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option], [role=slider], [role=spinbutton], [role=treeitem]';
    const BY_TAG: Record<string, string> = { a: 'link', select: 'combobox', textarea: 'textbox' };
    const roleOf = (each: Element) => {
      const tag = each.tagName.toLowerCase();
      const type = each instanceof HTMLInputElement ? each.type : '';
      const byType = /^(checkbox|radio)$/.test(type) ? type : type === 'file' ? 'input' : type && 'textbox';
      return each.getAttribute('role') ?? (byType || BY_TAG[tag] || tag);
    };
    document.querySelectorAll(`[${mark}]`).forEach((each) => each.removeAttribute(mark));
    // Behind an open dialog or menu nothing can be operated.
    const root =
      document.querySelector('[role=menu]') ??
      document.querySelector('dialog:modal, [role=dialog]') ??
      document;
    const counts = new Map<string, number>();
    return [...root.querySelectorAll<HTMLElement>(OPERABLE)].flatMap((each, at) => {
      if (each.closest('[aria-hidden=true], [inert], [data-radix-focus-guard]')) return [];
      const shown = each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled');
      if (!shown && !(each instanceof HTMLInputElement && each.type === 'file')) return [];
      const role = roleOf(each);
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
      each.setAttribute(mark, String(at));
      const href = each instanceof HTMLAnchorElement ? { href: each.href } : {};
      return [{ key: `${name} #${nth}`, role, mark: String(at), ...href }];
    });
  }, MARK);
}
