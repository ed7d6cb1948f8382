'use client';

import { useState } from 'react';
import { useTriage } from '../triage/context';
import { Notice } from '../ui/notice';
import { keep } from './kept-store';
import { KeptList, NameForm } from './kept-list';
import { useKept } from './use-kept';
import type { SectionProps } from './use-shared';
import styles from './share.module.css';

/** For tomorrow's postmortem: the case stays in this browser until it is deleted. */
export function KeepSection({ onClose }: SectionProps) {
  const page = useTriage((state) => state.page);
  const first = useTriage((state) => state.result?.diagnosis.findings[0]?.title);
  const { kept, fault, change } = useKept();
  const [done, setDone] = useState(false);
  return (
    <>
      <p>
        Keeps the case in this browser, with everything that was pasted, as it was pasted. Whoever uses this
        browser can read it, until you delete it.
      </p>
      <NameForm
        name={first ?? 'Not in the book'}
        label="Keep this case"
        onName={(name) => void change(() => keep(name, page)).then(() => setDone(true))}
      />
      {fault ? <Notice tone="danger">{fault}</Notice> : <p role="status">{done ? 'Kept.' : ''}</p>}
      {kept.length > 0 && <h3 className={styles.title}>Kept cases</h3>}
      <KeptList kept={kept} change={change} onOpen={onClose} />
    </>
  );
}
