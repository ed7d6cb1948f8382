'use client';

import { Quote, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { siteHere } from '@/components/ui/site';
import { cite, CITE_VERDICTS, type Cited, type CiteVerdict } from '@/lib/export/cite';
import styles from './cite.module.css';

interface Props {
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

/** One button, four forms of the same citation, pinned to the revision that is on the screen. */
export function CiteButton(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Quote size={16} aria-hidden /> Cite
      </Button>
      {open && <CiteDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function CiteDialog({ cited, release, signatures = [], onClose }: Props & { onClose: () => void }) {
  const [verdict, setVerdict] = useState<CiteVerdict>('confirmed');
  const forms = cite(cited, siteHere(), { verdict, signatures, release });
  return (
    <Dialog label="Cite this page" onClose={onClose}>
      <div className={styles.head}>
        <h2>Cite this page</h2>
        <Button look="quiet" aria-label="Close" onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </div>
      <div className={styles.body}>
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
      </div>
    </Dialog>
  );
}
