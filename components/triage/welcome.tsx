'use client';

import type { PickableSample } from '@/lib/incident/samples';
import { Disclosure } from '../ui/disclosure';
import { Link } from '../ui/link';
import { CaseNotice } from './case-notice';
import { FileButton } from './file-button';
import { PasteBox } from './paste-box';
import { SampleMenu } from './sample-menu';
import styles from './welcome.module.css';

/** Before anything is pasted. The box is the first thing on the page and has the focus. */
export function Welcome({ samples, addFiles }: { samples: PickableSample[]; addFiles: (files: File[]) => void }) {
  return (
    <main id="main" className={styles.welcome}>
      <h1 className={styles.title}>Paste what is on the screen</h1>
      <PasteBox
        label="Paste a log or the output of a command"
        placeholder="A kubelet, dockerd or containerd log, dmesg, /proc/PID/stack, kubectl describe, ps. All of it at once is fine."
      />
      <div className={styles.ways}>
        <FileButton onFiles={addFiles} />
        <SampleMenu samples={samples} />
        <span className={styles.hint}>or drop a file anywhere</span>
      </div>
      <CaseNotice />
      <div className={styles.promise}>
        <p>Nothing you paste leaves this browser.</p>
        <Disclosure summary="How we know">
          <p>
            This page loaded the whole book before you pasted, and compares inside the browser. It asks the network for
            nothing afterwards: watch the network panel of the developer tools, or unplug the cable and paste. There are
            no analytics, no accounts and no third parties.
          </p>
        </Disclosure>
      </div>
      <p className={styles.hint}>
        Nothing to paste? Look through the <Link to="/incidents/">incidents</Link> or the{' '}
        <Link to="/checks/">checks</Link>.
      </p>
    </main>
  );
}
