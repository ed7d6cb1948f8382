'use client';

import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { BLOCK } from './block';

/** Frames in which a row may come into the page and be measured. */
const TRIES = 8;
/** A row this near to the edge of the pane is moved by no more than it takes, as in an editor. */
const NEAR = 80;

/**
 * Scrolls the pane, and nothing else, to a row. Rows far away have no measured place: the block is scrolled to
 * by its estimate, drawn, measured, and then the row is put right. Row -1 is none: what was under way ends.
 */
export function useBring(
  scroller: RefObject<HTMLDivElement | null>,
  virtual: Virtualizer<HTMLDivElement, Element>,
): (row: number) => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return useCallback(
    (row) => {
      cancelAnimationFrame(frame.current);
      if (row < 0) return;
      let tries = 0;
      let settled = 0;
      let gentle = true;
      const settle = () => {
        const pane = scroller.current;
        if (!pane) return;
        const element = pane.querySelector(`[data-row="${row}"]`);
        if (element) {
          settled = place(pane, element, gentle) ? settled : settled + 1;
        } else {
          gentle = false;
          const offset = virtual.getOffsetForIndex(Math.floor(row / BLOCK), 'center');
          if (offset) pane.scrollTop = offset[0];
        }
        if (settled < 2 && ++tries < TRIES) frame.current = requestAnimationFrame(settle);
      };
      settle();
    },
    [scroller, virtual],
  );
}

/** Puts a row where it can be read; says whether that moved anything. */
function place(pane: HTMLElement, row: Element, gentle: boolean): boolean {
  const [outer, inner] = [pane.getBoundingClientRect(), row.getBoundingClientRect()];
  const above = outer.top - inner.top;
  const below = inner.bottom - outer.bottom;
  if (gentle && above <= 0 && below <= 0) return false;
  const before = pane.scrollTop;
  if (gentle && above > 0 && above < NEAR) pane.scrollTop -= above + 8;
  else if (gentle && below > 0 && below < NEAR) pane.scrollTop += below + 8;
  else pane.scrollTop -= above + Math.max(0, (outer.height - inner.height) / 2);
  return Math.abs(pane.scrollTop - before) >= 1;
}
