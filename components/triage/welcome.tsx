'use client';

import { Lock, Redo2, Trash2, Undo2 } from 'lucide-react';
import type { PickableSample } from '@/lib/incident/samples';
import { KeptCases } from '../share/kept-cases';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { Button } from '../ui/button';
import { CaseNotice } from './case-notice';
import { useActions, useTriage } from './context';
import { FileButton } from './file-button';
import { PasteBox } from './paste-box';
import { BOOK_NOT_LOADED } from './sentences';
import { SamplePicker } from './sample-picker';
import { SymptomPicker } from './symptom-picker';
import styles from './welcome.module.css';

/** Before anything is pasted. The box is the first thing on the page and has the focus. */
export function Welcome({
  samples,
  addFiles,
}: {
  samples: PickableSample[];
  addFiles: (files: File[]) => void;
}) {
  const notice = useTriage((state) => state.notice);
  return (
    <main id="main" className={styles.welcome}>
      <h1>Paste what is on the screen</h1>
      <PasteBox
        label="Paste a log or the output of a command"
        placeholder={PLACEHOLDER}
        action={<FileButton onFiles={addFiles} />}
      />
      <noscript>
        <p>
          Comparing happens in a script inside this browser, and scripts are switched off. The incidents and
          checks can be read without.
        </p>
      </noscript>
      <CaseNotice />
      <div className={styles.promise}>
        <p>
          <Lock size={14} aria-hidden /> Nothing you paste leaves this browser.
        </p>
        <Disclosure summary="How we know">
          <p className={styles.how}>
            The whole book was loaded with this page, and the comparing happens inside the browser. Nothing is
            asked of the network afterwards: watch the network panel of the developer tools, or unplug the
            cable and paste. There are no analytics, no accounts and no third parties.
          </p>
        </Disclosure>
      </div>
      <BackToCase />
      <KeptCases />
      {/* Without the book there is nothing to choose from; the notice says so. */}
      {notice !== BOOK_NOT_LOADED && (
        <div className={styles.ways}>
          <SymptomPicker />
          <SamplePicker samples={samples} />
        </div>
      )}
      <p className={styles.hint}>
        Or follow the <Link to="/map/">map</Link>, or look through the <Link to="/incidents/">incidents</Link>
        .
      </p>
    </main>
  );
}

/** After an undo of the first step, or a start over: the way back. */
function BackToCase() {
  const canRedo = useTriage((state) => state.future.length > 0);
  const canUndo = useTriage((state) => state.past.length > 0);
  const { redo, undo, forget } = useActions();
  if (!canRedo && !canUndo) return null;
  return (
    <p>
      {canUndo && (
        <Button look="quiet" onClick={undo}>
          <Undo2 size={16} aria-hidden /> Undo
        </Button>
      )}
      {canRedo && (
        <Button look="quiet" onClick={redo}>
          <Redo2 size={16} aria-hidden /> Redo
        </Button>
      )}
      <Button look="quiet" onClick={forget}>
        <Trash2 size={16} aria-hidden /> Forget this case
      </Button>
    </p>
  );
}

const PLACEHOLDER =
  'A kubelet or dockerd log, dmesg, /proc/PID/stack, kubectl describe, ps: all of it at once is fine. Or drop a file.';
