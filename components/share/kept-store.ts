/** Cases that somebody chose to keep, in this browser's IndexedDB. As they are: nothing of it is ever sent. */

import { createStore, del, entries, set, update, type UseStore } from 'idb-keyval';
import type { PageCase } from '../triage/case';

export interface KeptCase {
  id: string;
  name: string;
  /** When it was kept, ISO. */
  at: string;
  page: PageCase;
}

let store: UseStore | undefined;
const cases = () => (store ??= createStore('faultbook', 'cases'));

/** The newest first. */
export async function keptCases(): Promise<KeptCase[]> {
  const all = await entries<string, KeptCase>(cases());
  return all
    .map(([, kept]) => kept)
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1));
}

export async function keep(name: string, page: PageCase): Promise<void> {
  const id = crypto.randomUUID?.() ?? String(Date.now());
  await set(id, { id, name, at: new Date().toISOString(), page } satisfies KeptCase, cases());
}

export async function rename(id: string, name: string): Promise<void> {
  await update<KeptCase>(id, (kept) => ({ ...kept!, name }), cases());
}

export async function remove(id: string): Promise<void> {
  await del(id, cases());
}
