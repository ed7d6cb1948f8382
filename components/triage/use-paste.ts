'use client';

import { useEffect } from 'react';
import type { Inputs } from './context';
import { textOf } from './carried-text';

/** Marks the boxes whose content is a paste and not something else that is typed. */
export const PASTE_BOX = 'data-paste-box';
/** Names the check whose output a box takes. */
export const PASTE_CHECK = 'data-paste-check';

/**
 * A paste counts wherever the focus is, except in a field for something else.
 * It is taken before the browser inserts it: 5 MB in a textarea blocks the page.
 */
export function usePasteAnywhere({ addFiles, takePaste }: Inputs): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const field = target?.closest('input, textarea, select, [contenteditable]');
      if (field && !field.hasAttribute(PASTE_BOX)) return;
      const text = event.clipboardData ? textOf(event.clipboardData) : '';
      const files = [...(event.clipboardData?.files ?? [])];
      event.preventDefault();
      if (text === '' && files.length > 0) return addFiles(files);
      const typed = field instanceof HTMLTextAreaElement ? field.value : '';
      const check = field?.getAttribute(PASTE_CHECK) ?? undefined;
      takePaste(typed.trim() === '' ? text : `${typed}\n${text}`, check);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [addFiles, takePaste]);
}
