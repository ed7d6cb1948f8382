'use client';

import { useEffect } from 'react';
import { labelsFrom } from '@/lib/fill/labels';
import type { Slot } from '@/lib/fill/slots';
import type { Pack } from '@/lib/triage/pack';
import { onHandover, takeHandover } from '../search/handover';
import type { Inputs } from '../triage/context';
import type { TriageStore } from '../triage/store';
import { whenIdle } from '../ui/when-idle';
import { loadShare } from './share-button';

/** What comes to the triage page from elsewhere: a case by link, labels of an alert, a log from the search box. */
export function useArrivals(store: TriageStore, pack: Pack | null, inputs: Inputs): void {
  useEffect(() => whenIdle(() => void loadShare()), []);
  useEffect(() => {
    if (!pack) return;
    const follow = () => {
      const { hash } = location;
      if (/^#case=/.test(hash)) void openLink(store, pack, hash);
      else takeLabels(store, hash);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [store, pack]);
  useEffect(() => {
    const left = takeHandover();
    if (left !== null) inputs.takePaste(left);
    return onHandover((text) => inputs.takePaste(text));
  }, [inputs]);
}

async function openLink(store: TriageStore, pack: Pack, hash: string): Promise<void> {
  const { readLink } = await import('./open-link');
  const { page, sentence } = readLink(hash, pack);
  if (!page) return store.getState().fail(sentence ?? '');
  store.getState().open(page, sentence);
  // The address is the link as long as its case is on the screen.
  const stop = store.subscribe((state) => {
    if (state.page.shared === page.shared && state.page.parts.length === 0) return;
    stop();
    if (location.hash === hash) spend();
  });
}

function takeLabels(store: TriageStore, hash: string): void {
  const { chosen, refused } = labelsFrom(hash);
  const named = Object.entries(chosen) as [Slot, string][];
  if (named.length + refused.length === 0) return;
  for (const [slot, value] of named) store.getState().name(slot, value);
  spend();
}

function spend(): void {
  history.replaceState(history.state, '', location.pathname + location.search);
}
