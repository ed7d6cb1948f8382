/** What stands under the search box, as one list that the arrow keys walk through. Pure. */

import type { SearchAnswer } from '@/lib/search/search';
import type { RecentPage } from './recent';

export type Entry =
  | { type: 'triage'; key: string; lines: number }
  | { type: 'page'; key: string; path: string; title: string; detail: string };

export function entriesOf(answer: SearchAnswer | null, recent: RecentPage[], log: string | null): Entry[] {
  const offer: Entry[] = log === null ? [] : [{ type: 'triage', key: 'triage', lines: countLines(log) }];
  const pages = answer
    ? answer.results.map(({ id, title, summary }) => page(`/incidents/${id}/`, title, summary))
    : recent.map(({ path, title }) => page(path, title, ''));
  return [...offer, ...pages];
}

function page(path: string, title: string, detail: string): Entry {
  return { type: 'page', key: path, path, title, detail };
}

function countLines(text: string): number {
  return text.trimEnd().split('\n').length;
}

/** Where an arrow key leads; past either end it goes on at the other. */
export function moved(at: number, key: string, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'PageDown') return Math.min(count - 1, at + 5);
  if (key === 'PageUp') return Math.max(0, at - 5);
  return null;
}
