'use client';

import { createContext, useContext, useDeferredValue, type ReactNode } from 'react';

const Drawn = createContext(true);

/**
 * Draws its content in two steps as often as `there` becomes true: first what stands there at once, right behind
 * it what is inside `Later`. A large first drawing would be one task, and hold the page.
 */
export function InSteps({ there, children }: { there: boolean; children: ReactNode }) {
  return <Drawn value={useDeferredValue(there, false)}>{children}</Drawn>;
}

/** What can wait for the paint of what stands before it; outside of `InSteps` nothing waits. */
export function Later({ children }: { children: () => ReactNode }) {
  return useContext(Drawn) ? children() : null;
}
