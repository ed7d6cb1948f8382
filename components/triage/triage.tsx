'use client';

import { useCallback, useState } from 'react';
import { useStore } from 'zustand';
import { Announce } from './announce';
import { CaseNotice } from './case-notice';
import { useKeptCluster } from './cluster-kept';
import { InputContext, PackContext, StoreContext } from './context';
import { DropZone } from './drop-zone';
import { loadBook } from './load-book';
import { createTriageStore, hasCase } from './store';
import { useEngine } from './use-engine';
import { useKeptCase } from './use-kept-case';
import { useKeys } from './use-keys';
import { useLineHash } from './use-line-hash';
import { useLink } from './use-link';
import { useArrivals } from '../share/use-arrivals';
import { usePasteAnywhere } from './use-paste';
import { useWorkbench } from './use-workbench';
import { Welcome } from './welcome';

/** The whole triage page. `load` differs in the one-file build, where everything is inside the file. */
export function Triage({ load = loadBook }: { load?: typeof loadBook }) {
  const [store] = useState(createTriageStore);
  const { pack, samples, inputs } = useEngine(store, load);
  usePasteAnywhere(inputs);
  useKeptCase(store);
  useLineHash(store);
  useLink(store, pack);
  useKeptCluster(store);
  useArrivals(store, pack, inputs);
  const workbench = useWorkbench(store);
  const started = useStore(store, (state) => hasCase(state.page));
  const [sheet, setSheet] = useState(false);
  const openSheet = useCallback(() => setSheet(true), []);
  useKeys(store, openSheet);
  return (
    <StoreContext value={store}>
      <PackContext value={pack}>
        <InputContext value={inputs}>
          <DropZone onFiles={inputs.addFiles} onText={inputs.takePaste}>
            {!started && <Welcome samples={samples} addFiles={inputs.addFiles} />}
            {started &&
              (workbench ? (
                <workbench.CaseView addFiles={inputs.addFiles} onKeys={openSheet} />
              ) : (
                <main id="main">
                  <CaseNotice />
                </main>
              ))}
          </DropZone>
          {sheet && workbench && <workbench.KeyboardSheet onClose={() => setSheet(false)} />}
          <Announce />
        </InputContext>
      </PackContext>
    </StoreContext>
  );
}
