/** Pages that were read last, in this browser only. */

export interface RecentPage {
  /** Below the base path. */
  path: string;
  title: string;
}

const KEY = 'faultbook-recent';
const MOST = 8;
const WORTH = /^\/(?:incidents|checks|a)\/[^/]+\/$/;

export function recentPages(): RecentPage[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPage).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a page when it is one that somebody looks up; the newest stands first. */
export function rememberPage(path: string, title: string): void {
  if (!WORTH.test(path)) return;
  const others = recentPages().filter((page) => page.path !== path);
  try {
    localStorage.setItem(KEY, JSON.stringify([{ path, title }, ...others].slice(0, MOST)));
  } catch {
    // Private mode or a full store: nothing is remembered.
  }
}

export function forgetPages(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Then there is nothing to forget.
  }
}

function isPage(value: unknown): value is RecentPage {
  const { path, title } = (value ?? {}) as Partial<RecentPage>;
  return typeof path === 'string' && WORTH.test(path) && typeof title === 'string';
}
