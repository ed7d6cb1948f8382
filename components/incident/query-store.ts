/** The query of the address as a store: the facets live there and nowhere else. */

const listeners = new Set<() => void>();

export const queryStore = {
  now: () => location.search,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    addEventListener('popstate', listener);
    return () => {
      listeners.delete(listener);
      removeEventListener('popstate', listener);
    };
  },
  /** `step`: "back" undoes it. A choice is one; the letters of a version are none. */
  set(query: string, step: boolean): void {
    const change = step ? 'pushState' : 'replaceState';
    history[change](history.state, '', `${location.pathname}${query}${location.hash}`);
    for (const listener of listeners) listener();
  },
};
