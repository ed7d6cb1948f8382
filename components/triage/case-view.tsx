'use client';

import { useDeferredValue, useRef, useState } from 'react';
import { Advice } from './advice';
import { CaseBar } from './case-bar';
import { CaseNotice } from './case-notice';
import { ClusterBar } from './cluster-bar';
import { useTriage } from './context';
import { FileButton } from './file-button';
import { PasteBox } from './paste-box';
import { NoAnswer, PlainPaste } from './no-answer';
import { PastePane } from './pane/pane';
import { useLostFocus } from './use-lost-focus';
import { SharedNote } from '../share/shared-note';
import { InSteps } from '../ui/later';
import { cx } from '../ui/class-names';
import styles from './case-view.module.css';

/** After a paste: what to do, and what was pasted with the evidence in it. */
export function CaseView({ addFiles, onKeys }: { addFiles: (files: File[]) => void; onKeys: () => void }) {
  const [adding, setAdding] = useState(false);
  const parts = useTriage((state) => state.page.parts.length);
  const result = useTriage((state) => state.result);
  // What to do comes first; the paste is drawn right behind it, in steps that let the page breathe.
  const shown = useDeferredValue(result);
  const notice = useTriage((state) => state.notice);
  const busy = useTriage((state) => state.result?.of !== state.page && !state.notice);
  const advice = useRef<HTMLElement>(null);
  useLostFocus(advice, result);
  // The box closes by itself when what was pasted into it has arrived.
  const [seen, setSeen] = useState(parts);
  if (seen !== parts) {
    setSeen(parts);
    setAdding(false);
  }
  return (
    <main id="main" className={styles.view}>
      <CaseBar adding={adding} onAdd={() => setAdding(!adding)} onKeys={onKeys} />
      <div className={styles.cluster}>
        <ClusterBar />
      </div>
      {adding && (
        <div className={styles.add}>
          <PasteBox
            small
            label="Paste more output for this case"
            placeholder="Paste more output. It joins what is already here."
            action={<FileButton onFiles={addFiles} />}
          />
        </div>
      )}
      <div className={styles.notice}>
        <CaseNotice />
        <SharedNote />
      </div>
      <div className={cx(styles.panes, parts === 0 && styles.alone)}>
        <section className={styles.advice} ref={advice} aria-label="What to do" aria-busy={busy}>
          <InSteps there={result !== null}>
            {result ? <Advice result={result} /> : notice ? <NoAnswer /> : <Working />}
          </InSteps>
        </section>
        {parts > 0 && (
          <section className={styles.paste} aria-label="What you pasted">
            {shown && <PastePane key={shown.of.parts.length} result={shown} />}
            {!shown && notice && <PlainPaste />}
          </section>
        )}
      </div>
    </main>
  );
}

/** Said only when it takes long enough to wonder; most pastes are answered before it shows. */
function Working() {
  return <p className={styles.working}>Comparing with the book …</p>;
}
