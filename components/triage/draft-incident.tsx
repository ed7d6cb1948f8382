'use client';

import { useState } from 'react';
import type { Draft, Outcome } from '@/lib/worker/protocol';
import { Button } from '../ui/button';
import { useInputs } from './context';
import type { Result } from './store';
import styles from './advice.module.css';

/** An unknown paste becomes a draft: the skeleton of an incident, and the redacted paste as its first sample. */
export function DraftIncident({ result }: { result: Result }) {
  const { draft } = useInputs();
  const [drafted, setDrafted] = useState<Outcome<Draft> | null>(null);
  const { digest } = result.diagnosis;
  const make = async () => {
    const lines = [digest.firstError, ...digest.rarest].flatMap((line) => line?.text ?? []);
    const texts = result.of.parts.map((part) => part.source);
    setDrafted(await draft({ texts, lines, date: new Date().toISOString().slice(0, 10) }));
  };
  return (
    <section className={styles.card} aria-label="Draft an incident">
      <h2 className={styles.heading}>Solved it? Put it in the book</h2>
      {drafted?.type === 'ok' ? (
        <Files draft={drafted.value} />
      ) : (
        <>
          <p className={styles.small}>
            A draft with the headings to fill in, and this paste as its first sample. Names and secrets are
            taken out first. Nothing is sent: both are files that you download.
          </p>
          <div className={styles.row}>
            <Button onClick={() => void make()}>Draft a new incident</Button>
          </div>
          {drafted && <p role="alert">{drafted.sentence}</p>}
        </>
      )}
    </section>
  );
}

function Files({ draft }: { draft: Draft }) {
  return (
    <>
      <p role="status">
        {draft.hidden === 0
          ? 'No names or secrets were found in the paste.'
          : `${draft.hidden} names and secrets were replaced.`}{' '}
        Read the sample through before you share it. Both files go into{' '}
        <code>content/incidents/&lt;name&gt;/</code>.
      </p>
      <div className={styles.row}>
        <Download name="index.mdx" text={draft.mdx} />
        <Download name="hit-first.txt" text={draft.sample} />
      </div>
    </>
  );
}

function Download({ name, text }: { name: string; text: string }) {
  return <Button onClick={() => save(name, text)}>Download {name}</Button>;
}

/** A file made here and saved here: no request leaves for it. */
function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
