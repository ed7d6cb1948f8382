'use client';

import { useContext, useEffect, useRef, type RefObject } from 'react';
import { StoreContext } from './context';
import type { Result } from './store';

/** Marks the question that is asked: whoever has just answered one goes on there. */
export const QUESTION = 'data-question';

/**
 * An answer takes its own button off the page, and the focus with it; the next Tab would start at the top of
 * the page. When a new result has swallowed the focus, it goes to the next question, or to the first heading.
 */
export function useLostFocus(region: RefObject<HTMLElement | null>, result: Result | null): void {
  const store = useContext(StoreContext);
  const parts = useRef<Result['of']['parts'] | null>(null);
  useEffect(() => {
    if (!result) return;
    const pasted = parts.current !== result.of.parts;
    parts.current = result.of.parts;
    // A page that has just been loaded has lost nothing.
    if (store.getState().past.length === 0 || document.activeElement !== document.body) return;
    const heading = region.current?.querySelector<HTMLElement>('h1');
    const question = region.current?.querySelector<HTMLElement>(`[${QUESTION}]`);
    const target = pasted && result.of.parts.length > 0 ? heading : (question ?? heading);
    if (!target) return;
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (target === question) target.scrollIntoView({ block: 'nearest' });
  }, [result, region, store]);
}
