'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Pack } from '@/lib/triage/pack';
import { createTriageStore, type TriageActions, type TriageState } from './store';

export const StoreContext = createContext(createTriageStore());
export const PackContext = createContext<Pack | null>(null);

/** Reads from the page's store; re-renders when the picked value changes. */
export function useTriage<T>(pick: (state: TriageState & TriageActions) => T): T {
  return useStore(useContext(StoreContext), pick);
}

/** The actions, which never change. */
export function useActions(): TriageActions {
  return useContext(StoreContext).getState();
}

export function usePack(): Pack | null {
  return useContext(PackContext);
}
