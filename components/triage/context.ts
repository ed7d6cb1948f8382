'use client';

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Pack } from '@/lib/triage/pack';
import type { Draft, DraftOf, Outcome, Shared, ShareOf } from '@/lib/worker/protocol';
import { createTriageStore, type TriageActions, type TriageState } from './store';

export const StoreContext = createContext(createTriageStore());
/** The ways in that need the engine. */
export interface Inputs {
  addFiles(files: File[]): void;
  /** `check`: the one whose output this is meant to be. */
  takePaste(text: string, check?: string): void;
  draft(of: DraftOf): Promise<Outcome<Draft>>;
  share(of: ShareOf): Promise<Outcome<Shared>>;
}

export const InputContext = createContext<Inputs>({
  addFiles: () => {},
  takePaste: () => {},
  draft: async () => ({ type: 'failed', sentence: '' }),
  share: async () => ({ type: 'failed', sentence: '' }),
});

export function useInputs(): Inputs {
  return useContext(InputContext);
}

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
