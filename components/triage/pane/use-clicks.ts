'use client';

import type { MouseEvent } from 'react';
import type { LineRange } from '@/lib/view/line-hash';

/**
 * A click on a line selects it; with Shift on its number, the lines from the selected one up to it. What has a
 * purpose of its own, and a selection of text, are left alone.
 */
export function useClicks(selected: LineRange | null, look: (spot: LineRange | null) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    if (!(event.target instanceof Element) || event.metaKey || event.ctrlKey) return;
    const row = event.target.closest<HTMLElement>('[data-line]');
    const number = event.target.closest('a');
    if (!row || event.target.closest('button')) return;
    if (!number && !getSelection()?.isCollapsed) return;
    event.preventDefault();
    const [source, line] = [Number(row.dataset.source), Number(row.dataset.line)];
    look(event.shiftKey && number ? extended(selected, source, line) : { source, line });
  };
}

/** The range from where a selection began to `line`. */
export function extended(selected: LineRange | null, source: number, line: number): LineRange {
  if (!selected || selected.source !== source || selected.line === line) return { source, line };
  return line > selected.line
    ? { source, line: selected.line, to: line }
    : { source, line, to: selected.to ?? selected.line };
}
