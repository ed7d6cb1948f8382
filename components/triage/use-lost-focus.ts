'use client';

import { useContext, useEffect, useRef, type RefObject } from 'react';
import { StoreContext } from './context';
import type { Result } from './store';

/** Marks the question that is asked: whoever has just answered one goes on there. */
export const QUESTION = 'data-question';

/**
 * An answer takes its own button off the page, and the focus with it; the next Tab would start at the top of
 * the page. When a new result has swallowed the focus, it goes to the next question, or to the first heading.
 * More output, a fix that did not help and a case that came by link are read from the top.
 */
export function useLostFocus(region: RefObject<HTMLElement | null>, result: Result | null): void {
  const store = useContext(StoreContext);
  const last = useRef<Result['of'] | null>(null);
  useEffect(() => {
    const advice = region.current;
    if (!result || !advice) return;
    const { parts, tried, shared } = result.of;
    const arrived = last.current === null && shared !== undefined;
    const pasted = last.current?.parts !== parts && parts.length > 0;
    const gaveUp = last.current !== null && last.current.tried !== tried;
    last.current = result.of;
    // A page that has just been loaded has lost nothing.
    if (store.getState().past.length === 0 || document.activeElement !== document.body) return;
    const heading = advice.querySelector<HTMLElement>('h1');
    const question = advice.querySelector<HTMLElement>(`[${QUESTION}]`);
    const target = arrived || pasted || gaveUp ? heading : (question ?? heading);
    if (!target) return;
    if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    if (target === heading) advice.scrollTo({ top: 0 });
    target.scrollIntoView({ block: 'nearest' });
  }, [result, region, store]);
}
