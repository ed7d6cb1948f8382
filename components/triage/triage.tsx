'use client';

import { useState } from 'react';
import { Announce } from './announce';
import { CaseView } from './case-view';
import { useKeptCluster } from './cluster-kept';
import { InputContext, PackContext, StoreContext, useTriage } from './context';
import { DropZone } from './drop-zone';
import { loadBook } from './load-book';
import { createTriageStore, hasCase } from './store';
import { useEngine } from './use-engine';
import { useKeptCase } from './use-kept-case';
import { useLink } from './use-link';
import { useArrivals } from '../share/use-arrivals';
import { usePasteAnywhere } from './use-paste';
import { Welcome } from './welcome';
import type { PickableSample } from '@/lib/incident/samples';

/** The whole triage page. `load` differs in the one-file build, where everything is inside the file. */
export function Triage({ load = loadBook }: { load?: typeof loadBook }) {
  const [store] = useState(createTriageStore);
  const { pack, samples, inputs } = useEngine(store, load);
  usePasteAnywhere(inputs);
  useKeptCase(store);
  useLink(store, pack);
  useKeptCluster(store);
  useArrivals(store, pack, inputs);
  return (
    <StoreContext value={store}>
      <PackContext value={pack}>
        <InputContext value={inputs}>
          <DropZone onFiles={inputs.addFiles}>
            <Screen samples={samples} addFiles={inputs.addFiles} />
          </DropZone>
          <Announce />
        </InputContext>
      </PackContext>
    </StoreContext>
  );
}

function Screen({ samples, addFiles }: { samples: PickableSample[]; addFiles: (files: File[]) => void }) {
  const started = useTriage((state) => hasCase(state.page));
  return started ? <CaseView addFiles={addFiles} /> : <Welcome samples={samples} addFiles={addFiles} />;
}
