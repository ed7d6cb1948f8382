'use client';

import { useState } from 'react';
import { Announce } from './announce';
import { CaseView } from './case-view';
import { PackContext, StoreContext, useTriage } from './context';
import { DropZone } from './drop-zone';
import { loadBook } from './load-book';
import { createTriageStore, hasCase } from './store';
import { useEngine } from './use-engine';
import { usePasteAnywhere } from './use-paste';
import { Welcome } from './welcome';
import type { PickableSample } from '@/lib/incident/samples';

/** The whole triage page. `load` differs in the one-file build, where everything is inside the file. */
export function Triage({ load = loadBook }: { load?: typeof loadBook }) {
  const [store] = useState(createTriageStore);
  const { pack, samples, addFiles } = useEngine(store, load);
  usePasteAnywhere(store, addFiles);
  return (
    <StoreContext value={store}>
      <PackContext value={pack}>
        <DropZone onFiles={addFiles}>
          <Screen samples={samples} addFiles={addFiles} />
        </DropZone>
        <Announce />
      </PackContext>
    </StoreContext>
  );
}

function Screen({ samples, addFiles }: { samples: PickableSample[]; addFiles: (files: File[]) => void }) {
  const started = useTriage((state) => hasCase(state.page));
  return started ? <CaseView addFiles={addFiles} /> : <Welcome samples={samples} addFiles={addFiles} />;
}
