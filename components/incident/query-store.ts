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
  /** Replaces: "back" leads to the page before the list, not through every letter of a version. */
  set(query: string): void {
    history.replaceState(history.state, '', `${location.pathname}${query}${location.hash}`);
    for (const listener of listeners) listener();
  },
};
