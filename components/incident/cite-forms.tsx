'use client';

import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { siteHere } from '@/components/ui/site';
import { cite, CITE_VERDICTS, type Cited, type CiteVerdict } from '@/lib/export/cite';
import styles from './cite.module.css';

export interface CiteProps {
  cited: Cited;
  release: string;
  /** What a case found; from a page there is none. */
  signatures?: readonly string[];
}

const FORMS = [
  ['markdown', 'Markdown'],
  ['plain', 'Plain text'],
  ['trailer', 'Commit trailer'],
  ['json', 'JSON'],
] as const;

const VERDICT_WORDS: Record<CiteVerdict, string> = {
  confirmed: 'It was this',
  contributing: 'It contributed',
  'ruled-out': 'It was ruled out',
  new: 'It is something new like it',
};

/** Four forms of the same citation, pinned to the revision that is on the screen. */
export function CiteForms({ cited, release, signatures = [] }: CiteProps) {
  const [verdict, setVerdict] = useState<CiteVerdict>('confirmed');
  const forms = cite(cited, siteHere(), { verdict, signatures, release });
  return (
    <>
      <p className={styles.note}>
        Revision {cited.revision} is in the address: whoever follows it later sees what changed since.
      </p>
      <label className={styles.verdict}>
        In your incident
        <select
          value={verdict}
          data-first=""
          onChange={(event) => setVerdict(event.target.value as CiteVerdict)}
        >
          {CITE_VERDICTS.map((each) => (
            <option key={each} value={each}>
              {VERDICT_WORDS[each]} ({each})
            </option>
          ))}
        </select>
      </label>
      {FORMS.map(([form, label]) => (
        <section key={form} className={styles.form} aria-label={label}>
          <h3>{label}</h3>
          <CopyButton text={forms[form]} what={label} />
          <pre tabIndex={0} aria-label={`${label}, as it is copied`}>
            {forms[form]}
          </pre>
        </section>
      ))}
    </>
  );
}
