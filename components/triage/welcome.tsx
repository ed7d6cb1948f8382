'use client';

import type { PickableSample } from '@/lib/incident/samples';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { CaseNotice } from './case-notice';
import { FileButton } from './file-button';
import { PasteBox } from './paste-box';
import { SamplePicker } from './sample-picker';
import styles from './welcome.module.css';

/** Before anything is pasted. The box is the first thing on the page and has the focus. */
export function Welcome({
  samples,
  addFiles,
}: {
  samples: PickableSample[];
  addFiles: (files: File[]) => void;
}) {
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
      <div className={styles.under}>
        <div>
          <p>Nothing you paste leaves this browser.</p>
          <Disclosure summary="How we know">
            <p className={styles.how}>
              The whole book was loaded with this page, and the comparing happens inside the browser. Nothing
              is asked of the network afterwards: watch the network panel of the developer tools, or unplug
              the cable and paste. There are no analytics, no accounts and no third parties.
            </p>
          </Disclosure>
        </div>
        <p className={styles.hint}>
          Nothing to paste? Look through the <Link to="/incidents/">incidents</Link> or the{' '}
          <Link to="/checks/">checks</Link>.
        </p>
      </div>
      <SamplePicker samples={samples} />
    </main>
  );
}

const PLACEHOLDER =
  'A kubelet or dockerd log, dmesg, /proc/PID/stack, kubectl describe, ps: all of it at once is fine. Or drop a file.';
