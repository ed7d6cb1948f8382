'use client';

import { useEffect } from 'react';
import { readProfile } from './cluster';
import type { TriageStore } from './store';

/** Where the cluster profile is kept. What a person says of their cluster never leaves this browser. */
export const CLUSTER_KEY = 'faultbook-cluster';

/** Brings back what was said of the cluster in an earlier case, and keeps what is said in this one. */
export function useKeptCluster(store: TriageStore): void {
  useEffect(() => {
    const kept = load();
    if (kept !== null) store.getState().setProfile(readProfile(kept));
    return store.subscribe((state, before) => {
      if (state.page.profile !== before.page.profile) keep(state.page.profile);
    });
  }, [store]);
}

/** Whether the question about the cluster was answered or put away before. */
export function wasAsked(): boolean {
  return load() !== null;
}

/** A browser that refuses storage forgets; the page goes on. */
export function keep(profile: object): void {
  try {
    localStorage.setItem(CLUSTER_KEY, JSON.stringify(profile));
  } catch {
    // Private mode or a full store: the profile lasts as long as the page.
  }
}

function load(): unknown {
  try {
    const text = localStorage.getItem(CLUSTER_KEY);
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
